// Little room: narrow screens, wide and low ones, and large letters. The page never scrolls sideways, and no words are cut
// off.
import { sizes } from "../browser.mjs";
import { unfold } from "../tour.mjs";

const rooms = {
  "320 pixels wide": { viewport: { width: 320, height: 640 } },
  "320 pixels wide with letters of twice the size": { viewport: { width: 320, height: 640 }, letters: "200%" },
  "a phone that lies on its side": { viewport: { width: 740, height: 360 } },
  "a desk with letters of twice the size": { viewport: { width: 1280, height: 800 }, letters: "200%" },
};

export const room = Object.entries(rooms).map(([name, { viewport, letters }]) => ({
  title: `nothing is lost on ${name}`,
  async see(page) {
    await unfold(page);
    await page.setViewportSize(viewport);
    const { sideways, cut } = await page.evaluate(measure, letters);
    await page.setViewportSize(sizes.desk);
    return sideways || cut.length ? [`${sideways} px sideways, cut off: ${cut.slice(0, 3).join(" ")}`] : [];
  },
}));

/** How far the page scrolls sideways, and which words are cut off; runs in the page. */
function measure(letters) {
  const root = document.documentElement;
  root.style.fontSize = letters ?? "";
  const scrolls = (it) => it.closest(".scroll, .desk-scroll") !== null;
  const clipped = (it) => {
    const style = getComputedStyle(it);
    const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
    return hides && !it.matches("input[type=file]") && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1;
  };
  const outside = (it) => {
    const box = it.getBoundingClientRect();
    const skip = it.closest(".govuk-skip-link, .govuk-visually-hidden, thead, svg, option, input[type=file]") !== null;
    return !skip && !scrolls(it) && box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1);
  };
  const cut = [...document.body.querySelectorAll("*")].filter((it) => clipped(it) || outside(it));
  const found = { sideways: root.scrollWidth - root.clientWidth, cut: cut.map((it) => it.outerHTML.slice(0, 100)) };
  root.style.fontSize = "";
  return found;
}
