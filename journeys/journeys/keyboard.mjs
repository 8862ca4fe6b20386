// Everything with the keyboard alone.
import assert from "node:assert/strict";
import { follow } from "../visitor.mjs";

const MOST_TABS = 400;

export async function keyboard(city) {
  await city.journeys("the first key reaches the skip link, which leads to the content", async (page, go) => {
    for (const path of ["/", "/scorecard", "/nowhere", "/style"]) {
      await go(path);
      await page.keyboard.press("Tab");
      const skip = page.locator(".govuk-skip-link");
      assert.ok(await skip.evaluate((link) => link === document.activeElement), path);
      const box = await skip.boundingBox();
      assert.ok(box.x >= 0 && box.width > 40 && box.height >= 24, "the skip link cannot be seen");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.hash === "#main", { timeout: 5_000 });
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main, footer") !== null || document.activeElement === document.body), path);
    }
  });
  await city.journeys("every control is reached in order and shows that it is", async (page, go) => {
    for (const path of ["/", "/scorecard", "/nowhere", "/style"]) {
      await go(path);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await page.evaluate(() => document.activeElement.blur());
      await go(page.url().slice(city.origin.length));
      await tour(page, path);
    }
  });
  await city.journeys("the form is opened with Enter, filled in and sent with Enter", async (page, go) => {
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

/** Goes through a page with Tab and compares what was reached with what there is. */
async function tour(page, path) {
  // Opening a part with the keyboard brings its controls into the order.
  for (const summary of await page.locator("summary").all()) {
    await summary.focus();
    await page.keyboard.press("Enter");
  }
  const wanted = await page.evaluate(() => {
    // Of radio buttons that belong together, one is reached: the chosen one, or the first.
    const reached = (it) => {
      if (it.type !== "radio") return true;
      const group = [...document.getElementsByName(it.name)].filter((other) => other.form === it.form && !other.disabled);
      return it === (group.find((other) => other.checked) ?? group[0]);
    };
    const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    return controls
      .filter((it) => it.type !== "hidden" && !it.disabled && it.checkVisibility() && reached(it))
      .map((it, index) => it.setAttribute("data-stop", index) ?? index).length;
  });
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const reached = [];
  for (let tabs = 0; tabs < MOST_TABS && reached.length < wanted; tabs += 1) {
    await page.keyboard.press("Tab");
    const { stop, seen, what } = await page.evaluate(() => {
      const it = document.activeElement;
      // A choice that is drawn by its label shows there that it is reached.
      const drawn = it.matches("[type=radio], [type=checkbox]") ? it.labels[0] : it;
      const marked = (style) =>
        style.boxShadow !== "none" ||
        (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2 && !/, 0\)|transparent/.test(style.outlineColor));
      const styles = [getComputedStyle(drawn), getComputedStyle(drawn, "::before")];
      const box = it.getBoundingClientRect();
      const within = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return {
        stop: it.getAttribute("data-stop"),
        seen: within && styles.some(marked),
        what: it.outerHTML.slice(0, 120),
      };
    });
    if (stop === null) continue;
    assert.ok(seen, `${path}: the focus cannot be seen on ${what}`);
    if (reached.at(-1) !== Number(stop)) reached.push(Number(stop));
  }
  const inOrder = Array.from({ length: wanted }, (_, index) => index);
  assert.deepEqual(reached, inOrder, `${path}: not every control was reached in the order of the page`);
}
