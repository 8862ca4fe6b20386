// How somebody uses a page: by pointing, or with the keyboard alone. Both do the same things.
import assert from "node:assert/strict";
import { stop } from "./journeys/keyboard.mjs";
import { follow } from "./visitor.mjs";

/** A mouse or a finger. */
export const pointer = {
  press: (page, selector) => follow(page, () => page.locator(selector).first().click()),
  write: (page, selector, words) => page.locator(selector).fill(words),
  choose: (page, selector) => page.locator(selector).check(),
  pick: (page, selector, value) => page.locator(selector).selectOption(value),
  send: (page, selector) => follow(page, () => page.locator(`form:has(${selector}) [type=submit]`).first().click()),
  unfold: (page, selector) => page.locator(selector).click(),
  attach: (page, selector, files) => page.locator(selector).setInputFiles(files),
};

/** Tab, Shift and Tab, Enter, the space bar, arrows and letters; nothing else. */
export const keys = {
  async press(page, selector) {
    await reach(page, selector);
    await follow(page, () => page.keyboard.press("Enter"));
  },
  async write(page, selector, words) {
    await reach(page, selector);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(words);
  },
  async choose(page, selector) {
    const group = await page.locator(selector).evaluate((it) => (it.type === "radio" ? `input[name="${it.name}"]` : `#${it.id}`));
    await reach(page, group, selector);
    const chosen = () => page.locator(selector).evaluate((it) => it.checked && it === document.activeElement);
    if (await page.locator(selector).evaluate((it) => it === document.activeElement && !it.checked)) await page.keyboard.press("Space");
    for (let arrows = 0; arrows < 20 && !(await chosen()); arrows += 1) await page.keyboard.press("ArrowDown");
    assert.ok(await chosen(), `${selector} cannot be chosen`);
  },
  async pick(page, selector, value) {
    await reach(page, selector);
    const picked = () => page.locator(selector).inputValue();
    await page.keyboard.press("Home");
    for (let arrows = 0; arrows < 40 && (await picked()) !== value; arrows += 1) await page.keyboard.press("ArrowDown");
    assert.equal(await picked(), value);
  },
  /** A link that leads to another place on the same page. */
  async tab(page, selector) {
    await reach(page, selector);
    await page.keyboard.press("Enter");
  },
  async send(page, selector) {
    await reach(page, selector);
    await follow(page, () => page.keyboard.press("Enter"));
  },
  async unfold(page, selector) {
    await reach(page, selector);
    await page.keyboard.press("Enter");
  },
  async attach(page, selector, files) {
    const chooser = page.waitForEvent("filechooser");
    await reach(page, selector);
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(files);
  },
};

const MOST_TABS = 150;

/** Goes with Tab, or back with Shift and Tab, until an element has the focus. On a page that was just opened the skip link
 *  is the first stop and leads over what every page repeats. */
async function reach(page, selector, end = selector) {
  await settled(page);
  await page.locator(selector).first().waitFor({ state: "attached" });
  if (!(await page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null))) await skip(page, selector);
  const key = await page.evaluate((selector) => {
    const wanted = document.querySelector(selector);
    const before = wanted.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
    return before ? "Shift+Tab" : "Tab";
  }, end);
  const there = () => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await there()) return;
    await page.keyboard.press(key);
    const { seen, covered, what } = await page.evaluate(stop);
    assert.ok(seen, `the focus cannot be seen on ${what}`);
    assert.ok(!covered, `something covers ${what}`);
  }
  throw new Error(`${selector} is not reached with ${key} on ${page.url()}`);
}

/** A page that says where it begins puts the focus there once it is painted. */
async function settled(page) {
  const begins = () => page.evaluate(() => document.activeElement === document.body && document.querySelector("[autofocus]") !== null);
  for (let tries = 0; tries < 20 && (await begins()); tries += 1) await new Promise((done) => setTimeout(done, 50));
}

/** A kiosk and a screen on a wall repeat nothing, and have no such link. */
async function skip(page, selector) {
  if (!(await page.locator(".govuk-skip-link").count())) return;
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".govuk-skip-link")), "the skip link is not the first stop");
  if (!(await page.locator(selector).first().evaluate((it) => it.closest("main") !== null))) return;
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === "#main", { timeout: 5_000 });
}
