// What axe cannot see: targets large enough to hit, text spacing, one heading, focus that nothing covers.
import assert from "node:assert/strict";
import { sizes } from "../browser.mjs";
import { tour, unfold } from "../tour.mjs";

export async function targets(city) {
  for (const [size, context] of Object.entries({ phone: { viewport: sizes.phone }, desk: { viewport: sizes.desk } })) {
    await city.journey(`every target can be hit and seen, on a ${size}`, { ...context, locale: city.languages[0] }, async (page, go) => {
      const found = [];
      await tour(city, page, go, async (name) => {
        await unfold(page);
        found.push(...(await page.evaluate(small)).map((it) => `${name}: too small: ${it}`));
        found.push(...(await page.evaluate(headings)).map((it) => `${name}: ${it}`));
        found.push(...(await page.evaluate(spaced)).map((it) => `${name}: cut off when spaced: ${it}`));
      });
      assert.equal(found.length, 0, found.join("\n"));
    });
  }
}

/** Targets under 24 by 24 pixels that have no such room around them (WCAG 2.5.8); links within a sentence may be. */
function small() {
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((it) => it.checkVisibility());
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

/** One main heading, and none left out. */
function headings() {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].filter((it) => it.checkVisibility()).map((it) => Number(it.tagName[1]));
  const found = [];
  if (levels.filter((level) => level === 1).length !== 1) found.push(`${levels.filter((level) => level === 1).length} main headings`);
  return found;
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
