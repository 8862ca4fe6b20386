// axe-core on every page, in every language, in light and dark, on a phone and at a desk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sizes } from "../browser.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pages = {
  start: "/",
  scorecard: "/scorecard",
  "narrowed scorecard": "/scorecard?by=district&channel=app",
  missing: "/nowhere",
  refused: "/scorecard?from=yesterday",
  style: "/style",
};

export async function axe(city) {
  for (const language of city.languages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const size of ["phone", "desk"]) {
        for (const [name, path] of Object.entries(pages)) {
          const what = `axe finds nothing on the ${name} page (${language}, ${colorScheme}, ${size})`;
          const context = { locale: language, colorScheme, viewport: sizes[size] };
          await city.journey(what, context, (page, go) => look(page, () => go(path)));
        }
      }
    }
  }
}

async function look(page, go) {
  await go();
  for (const summary of await page.locator("summary").all()) await summary.click();
  await inspect(page);
}

/** Finds what is wrong with a page as it stands. */
export async function inspect(page) {
  // The developer protocol may run it; the page's own policy forbids every script.
  await page.evaluate(source);
  const found = await page.evaluate(
    async (tags) => (await globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations,
    tags,
  );
  const told = found.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).slice(0, 3).join("\n  ")}`);
  assert.equal(told.length, 0, told.join("\n"));
}
