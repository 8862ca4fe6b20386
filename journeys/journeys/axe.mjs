// axe-core: light, dark and in forced colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sizes } from "../browser.mjs";
import { unfold } from "../tour.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules that axe keeps for those who ask. */
const asked = ["label-content-name-mismatch"];

const light = { colorScheme: "light", forcedColors: "none" };
const themes = {
  light: [light, sizes.desk, []],
  dark: [{ ...light, colorScheme: "dark" }, sizes.phone, []],
  // Forced colours are the reader's own.
  "forced colours": [{ ...light, forcedColors: "active" }, sizes.desk, ["color-contrast"]],
};

export const axe = Object.entries(themes).map(([name, [media, viewport, skip]]) => ({
  title: `axe finds nothing on any page, ${name}`,
  async see(page) {
    await page.emulateMedia(media);
    await page.setViewportSize(viewport);
    await unfold(page);
    const found = await look(page, skip);
    await page.emulateMedia(light);
    await page.setViewportSize(sizes.desk);
    return found;
  },
}));

/** What axe finds on a page as it stands. */
async function look(page, skip = []) {
  // The developer protocol may run it, whatever the page's own policy says.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(
    async ([tags, asked, skip]) => {
      const rules = Object.fromEntries([...asked.map((rule) => [rule, { enabled: true }]), ...skip.map((rule) => [rule, { enabled: false }])]);
      return (await globalThis.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] })).violations;
    },
    [tags, asked, skip],
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).slice(0, 3).join("\n  ")}`);
}

/** A page as it stands is without fault. */
export async function inspect(page) {
  const found = await look(page);
  assert.equal(found.length, 0, found.join("\n"));
}
