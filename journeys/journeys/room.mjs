// Little room: narrow screens and large letters. The page never scrolls sideways, and no words are cut off.
import assert from "node:assert/strict";

const pages = ["/", "/scorecard", "/scorecard?by=service", "/nowhere", "/scorecard?from=yesterday", "/style"];

export async function room(city) {
  const rooms = {
    "320 pixels wide": { viewport: { width: 320, height: 640 } },
    "320 pixels wide with letters of twice the size": { viewport: { width: 320, height: 640 }, letters: "200%" },
    "a desk with letters of twice the size": { viewport: { width: 1280, height: 800 }, letters: "200%" },
  };
  for (const [name, { viewport, letters }] of Object.entries(rooms)) {
    for (const language of city.languages) {
      await city.journey(`nothing is lost on ${name}, in ${language}`, { viewport, locale: language }, async (page, go) => {
        for (const path of pages) {
          await go(path);
          for (const summary of await page.locator("summary").all()) await summary.click();
          const found = await page.evaluate(measure, letters);
          assert.deepEqual(found, { sideways: 0, cut: [] }, path);
        }
      });
    }
  }
}

/** How far the page scrolls sideways, and which words are cut off; runs in the page. */
function measure(letters) {
  const root = document.documentElement;
  if (letters) root.style.fontSize = letters;
  const scrolls = (it) => it.closest(".scroll, .rot-scroll") !== null;
  const clipped = (it) => {
    const style = getComputedStyle(it);
    const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
    return hides && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1;
  };
  // A browser cuts the name of a chosen file by itself.
  const native = (it) => it.type === "file";
  const outside = (it) => {
    const box = it.getBoundingClientRect();
    const skip = it.closest(".govuk-skip-link, .govuk-visually-hidden, thead, svg, option") !== null;
    return !skip && !scrolls(it) && box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1);
  };
  const cut = [...document.body.querySelectorAll("*")].filter((it) => (clipped(it) && !native(it)) || outside(it));
  return { sideways: root.scrollWidth - root.clientWidth, cut: cut.map((it) => it.outerHTML.slice(0, 100)) };
}
