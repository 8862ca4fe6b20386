// Every page that a customer or an officer may meet, looked at in every way: one walk a language, two walks at a time.
import assert from "node:assert/strict";
import { check, inPairs } from "../tally.mjs";
import { opened } from "../hall.mjs";
import { rooms } from "../rooms.mjs";
import { round } from "../round.mjs";
import { tour } from "../tour.mjs";
import { axe } from "./axe.mjs";
import { reached } from "./keyboard.mjs";
import { speaks, titles } from "./languages.mjs";
import { room } from "./room.mjs";
import { targets } from "./targets.mjs";

const looks = [speaks, titles, ...axe, ...room, ...targets, reached];
/** Seconds for one walk. */
const PATIENCE = 900;

/** What customers meet, in each language of the city. */
export const pages = (city) => each(city, { whose: "every page", languages: city.languages, tour, least: 50 });

/** What officers meet, from left to right and from right to left. */
export const deskPages = (city) => each(city, { whose: "every page of the desk", languages: ["en", "ar"], tour: round, least: 20 });

/** What people meet who come to an office, and those who receive them there; one language after the other, as they sit at
 *  the same counter. */
export async function officePages(city) {
  await opened(city);
  for (const language of ["en", "ar", "ta"]) await each(city, { whose: "every page of an office", languages: [language], tour: rooms, least: 25 });
}

async function each(city, { whose, languages, tour, least }) {
  await inPairs(languages, async (language) => {
    const asked = looks.filter((look) => look.languages?.includes(language) ?? true);
    const told = new Map(asked.map((look) => [look, { found: [], took: 0 }]));
    let seen = 0;
    const what = `${whose} opens (${language})`;
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
      assert.ok(seen >= least, `only ${seen} pages were seen`);
    });
    for (const [{ title }, { found, took }] of told) {
      const sum = `${city.name}: ${title} (${whose}, ${language}, ${seen} pages in ${Math.round(took / 1000)} s)`;
      await check(sum, async () => assert.equal(found.length, 0, found.join("\n")));
    }
  });
}
