// What axe cannot see: targets large enough to hit, and text that may be spaced.
import { sizes } from "../browser.mjs";
import { unfold } from "../tour.mjs";

const { phone, desk } = sizes;

export const targets = Object.entries({ phone, desk }).map(([name, viewport]) => ({
  title: `every target can be hit, and spaced text is not cut off, on a ${name}`,
  async see(page) {
    await page.setViewportSize(viewport);
    await unfold(page);
    const found = (await page.evaluate(small)).map((it) => `too small: ${it}`);
    found.push(...(await page.evaluate(spaced)).map((it) => `cut off when spaced: ${it}`));
    await page.setViewportSize(desk);
    return found;
  },
}));

/** Targets under 24 by 24 pixels that have no such room around them (WCAG 2.5.8); links within a sentence may be. */
function small() {
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((it) => it.tabIndex >= 0 && it.checkVisibility());
  const box = (it) => {
    // A radio or a checkbox is hit through its label too.
    const label = it.labels?.[0];
    const own = it.getBoundingClientRect();
    if (!label || !["radio", "checkbox"].includes(it.type)) return own;
    const named = label.getBoundingClientRect();
    return new DOMRect(Math.min(own.x, named.x), Math.min(own.y, named.y), Math.max(own.right, named.right) - Math.min(own.x, named.x), Math.max(own.bottom, named.bottom) - Math.min(own.y, named.y));
  };
  const inSentence = (it) => it.matches("a") && getComputedStyle(it).display === "inline" && it.parentElement.textContent.trim() !== it.textContent.trim();
  const centre = (rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const apart = (it, other) => {
    const [x, y] = centre(box(it));
    const rect = box(other);
    const dx = Math.max(rect.left - x, 0, x - rect.right);
    const dy = Math.max(rect.top - y, 0, y - rect.bottom);
    return Math.hypot(dx, dy) >= 12;
  };
  return all
    .filter((it) => !it.matches(".govuk-skip-link") && !inSentence(it))
    .filter((it) => box(it).width < 24 || box(it).height < 24)
    .filter((it) => !all.every((other) => other === it || other.contains(it) || it.contains(other) || apart(it, other)))
    .map((it) => it.outerHTML.slice(0, 120));
}

/** With the standard's text spacing (WCAG 1.4.12) nothing is cut off. */
function spaced() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
  const cut = [...document.body.querySelectorAll("*")].filter((it) => {
    const style = getComputedStyle(it);
    const hides = style.overflow !== "visible" && style.overflow !== "auto" && !it.matches(".govuk-visually-hidden, .govuk-skip-link, input, select, textarea, svg *, thead");
    return hides && it.checkVisibility() && it.clientWidth > 1 && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1);
  });
  document.adoptedStyleSheets = [];
  return cut.map((it) => it.outerHTML.slice(0, 120));
}
