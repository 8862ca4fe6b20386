// axe-core on every page, in every language, in light, dark and forced colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sizes } from "../browser.mjs";
import { tour, unfold } from "../tour.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = {
  light: { colorScheme: "light", viewport: sizes.desk },
  dark: { colorScheme: "dark", viewport: sizes.phone },
  "forced colours": { forcedColors: "active", viewport: sizes.desk },
};

export async function axe(city) {
  for (const language of city.languages) {
    for (const [name, context] of Object.entries(looks)) {
      const what = `axe finds nothing on any page (${language}, ${name})`;
      await city.journey(what, { locale: language, ...context }, async (page, go) => {
        const found = [];
        await tour(city, page, go, async (name) => found.push(...(await look(page, name, context))));
        assert.equal(found.length, 0, found.join("\n"));
      });
    }
  }
}

/** What axe finds on a page as it stands. */
export async function look(page, name, { forcedColors } = {}) {
  await unfold(page);
  // The developer protocol may run it, whatever the page's own policy says.
  await page.evaluate(source);
  const violations = await page.evaluate(
    async ([tags, skip]) => {
      const rules = Object.fromEntries(skip.map((rule) => [rule, { enabled: false }]));
      return (await globalThis.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] })).violations;
    },
    // Forced colours are the reader's own.
    [tags, forcedColors ? ["color-contrast"] : []],
  );
  return violations.map(
    ({ id, help, nodes }) => `${name}: ${id}: ${help}\n  ${nodes.map((node) => node.html).slice(0, 3).join("\n  ")}`,
  );
}
