// Everything with the keyboard alone.
import assert from "node:assert/strict";
import { keys } from "../hands.mjs";
import { follow, path } from "../visitor.mjs";
import { way } from "../way.mjs";

const MOST_TABS = 400;

export async function keyboard(city) {
  await city.journeys("the first key reaches the skip link, which leads to the content", async (page, go) => {
    for (const address of ["/", "/services", "/follow", "/scorecard", "/nowhere"]) {
      await go(address);
      await page.keyboard.press("Tab");
      const skip = page.locator(".govuk-skip-link");
      assert.ok(await skip.evaluate((link) => link === document.activeElement), address);
      const box = await skip.boundingBox();
      assert.ok(box.x >= 0 && box.width > 40 && box.height >= 24, "the skip link cannot be seen");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.hash === "#main", { timeout: 5_000 });
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main, footer") !== null || document.activeElement === document.body), address);
    }
  });
  await city.journeys("the figures are chosen with the keyboard and asked for with Enter", async (page, go) => {
    await go("/scorecard");
    await page.locator(".filter summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("#from").isVisible());
    await page.locator("#by").focus();
    await page.keyboard.press("End");
    await page.locator("#from").focus();
    await follow(page, () => page.keyboard.press("Enter"));
    const asked = new URL(page.url()).searchParams;
    assert.match(asked.get("from"), /^\d{4}-\d\d-\d\d$/);
    assert.equal(asked.get("by"), "channel");
  });
}

/** The whole way of a request, from home to taking it back, and never a pointer. */
export async function keyboardAlone(city) {
  for (const language of ["en", "ar"]) {
    const what = `a request is found, sent, followed and ended with the keyboard alone (${language})`;
    await city.journeys(what, (...tools) => way(city, { language, hands: keys }, ...tools), { locale: language, seconds: 180 });
  }
  await city.journeys("Enter goes on, though other buttons stand before", async (page, go) => {
    await go("/ask/schedule-a-bulk-item-pickup-ss");
    await keys.choose(page, "#debris-2");
    await keys.send(page, "#debris-2");
    await keys.choose(page, "#items-1-what-2");
    await keys.write(page, "#items-1-how-many", "2");
    await follow(page, () => page.keyboard.press("Enter"));
    assert.doesNotMatch(path(page), /items/, "Enter in a field adds or takes away instead of going on");
  });
}

/** The order of focus is the order of the page, and each stop can be seen. */
export const reached = {
  title: "every control is reached in the order in which one reads, and shows that it is",
  languages: ["en", "ar"],
  async see(page) {
    const wanted = await page.evaluate(mark);
    const stops = [];
    const found = [];
    for (let tabs = 0; tabs < MOST_TABS && stops.length < wanted; tabs += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(stop);
      if (at.number === null || stops.at(-1)?.number === at.number) continue;
      if (!at.seen) found.push(`the focus cannot be seen on ${at.what}`);
      if (at.covered) found.push(`something covers ${at.what}`);
      if (stops.length > 0 && goesBack(stops.at(-1), at)) found.push(`the focus goes back to ${at.what}`);
      stops.push(at);
    }
    const numbers = stops.map(({ number }) => number).join();
    const inOrder = Array.from({ length: wanted }, (_, index) => index).join();
    if (numbers !== inOrder) found.push(`not every control was reached in the order of the page: ${numbers} of ${wanted}`);
    return found;
  },
};

/** Numbers what can be reached, and begins before all of it. */
function mark() {
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const first = (it) => document.querySelector(`input[name="${it.name}"]:checked`) ?? document.querySelector(`input[name="${it.name}"]`);
  const stops = controls
    .filter((it) => it.type !== "hidden" && it.tabIndex >= 0 && it.checkVisibility())
    // Of a group of radios one is a stop: the chosen one, or the first.
    .filter((it) => it.type !== "radio" || it === first(it));
  stops.forEach((it, index) => it.setAttribute("data-stop", index));
  document.activeElement?.blur();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
  return stops.length;
}

/** What has the focus, where it is on the page, and whether one can see it; runs in the page. */
export function stop() {
  const it = document.activeElement;
  // Some radios and checkboxes are drawn by their labels.
  const label = ["radio", "checkbox"].includes(it.type) && it.labels[0] && getComputedStyle(it.labels[0], "::before");
  const drawn = label && label.content !== "none" ? label : getComputedStyle(it);
  const outlined = drawn.outlineStyle !== "none" && Number.parseFloat(drawn.outlineWidth) >= 2 && !/, 0\)|transparent/.test(drawn.outlineColor);
  const box = [...it.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  const within = box !== undefined && box.bottom > 0 && box.top < innerHeight;
  const clamp = (value, most) => Math.min(Math.max(value, 0), most - 1);
  const top = within && document.elementFromPoint(clamp((box.left + box.right) / 2, innerWidth), clamp((box.top + box.bottom) / 2, innerHeight));
  const own = top && (it.contains(top) || top.contains(it) || [...(it.labels ?? [])].some((label) => label.contains(top)));
  const number = it.getAttribute("data-stop");
  const page = within ? [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY] : undefined;
  // What scrolls by itself is read as if all of it were open.
  const scrolls = (around) => around.scrollHeight > around.clientHeight && ["auto", "scroll"].includes(getComputedStyle(around).overflowY);
  let part = it.parentElement;
  while (part && part !== document.body && !scrolls(part)) part = part.parentElement;
  const inner = page && part && page.map((side, index) => side + (index % 2 ? part.scrollTop : part.scrollLeft));
  return {
    number: number === null ? null : Number(number),
    seen: it === document.body || (within && (outlined || drawn.boxShadow !== "none")),
    covered: within && !own,
    what: it.outerHTML.slice(0, 120),
    page,
    inner,
    part: part && [...document.querySelectorAll("*")].indexOf(part),
    rtl: getComputedStyle(it.parentElement ?? it).direction === "rtl",
  };
}

/** Whether somebody who reads line by line would have met the second before the first. */
function goesBack(one, other) {
  if (!one.page || !other.page) return false;
  const box = one.part === other.part ? "inner" : "page";
  const [left, top, right, bottom] = one[box];
  const [left2, top2, right2, bottom2] = other[box];
  const sameLine = Math.min(bottom, bottom2) - Math.max(top, top2) > Math.min(bottom - top, bottom2 - top2) / 2;
  const after = other.rtl && one.rtl ? right2 <= right + 1 : left2 >= left - 1;
  return sameLine ? !after : top2 < top - 1 && !after;
}
