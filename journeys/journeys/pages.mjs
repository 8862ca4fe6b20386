// Every page that a customer may meet, in each language of the city, looked at in every way: one walk a language, two
// walks at a time.
import assert from "node:assert/strict";
import { check, inPairs } from "../tally.mjs";
import { tour } from "../tour.mjs";
import { axe } from "./axe.mjs";
import { reached } from "./keyboard.mjs";
import { speaks, titles } from "./languages.mjs";
import { room } from "./room.mjs";
import { targets } from "./targets.mjs";

const looks = [speaks, titles, ...axe, ...room, ...targets, reached];
/** Seconds for one walk. */
const PATIENCE = 900;

export async function pages(city) {
  await inPairs(city.languages, async (language) => {
    const asked = looks.filter((look) => look.languages?.includes(language) ?? true);
    const told = new Map(asked.map((look) => [look, { found: [], took: 0 }]));
    let seen = 0;
    const what = `every page opens (${language})`;
    await city.journey(what, { locale: language, seconds: PATIENCE }, async (page, go) => {
      const known = {};
      await tour(city, page, go, async (name) => {
        for (const look of asked) {
          const began = performance.now();
          const found = await look.see(page, { name, language, known });
          told.get(look).found.push(...found.map((it) => `${name}: ${it}`));
          told.get(look).took += performance.now() - began;
        }
        seen += 1;
      });
      assert.ok(seen >= 50, `only ${seen} pages were seen`);
    });
    for (const [{ title }, { found, took }] of told) {
      const sum = `${city.name}: ${title} (${language}, ${seen} pages in ${Math.round(took / 1000)} s)`;
      await check(sum, async () => assert.equal(found.length, 0, found.join("\n")));
    }
  });
}
