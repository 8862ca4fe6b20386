// A counter with the keyboard alone: the space bar calls whoever is next, and all else is a few keys away.
import assert from "node:assert/strict";
import { joins, leaves, opened, sits, ways } from "../hall.mjs";
import { keys } from "../hands.mjs";
import { until } from "../tally.mjs";
import { follow } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const deed = (name, more = "") => `form[action^="/desk/counter/${name}"]${more}`;
const NEXT = ".desk-counter__next button";

/** What stands at the counter. */
const now = (page) => page.locator('[data-live="now"]').innerText();
const ticket = (page) => page.locator('[data-live="now"] .desk-counter__ticket').innerText();
const nobody = async (page) => assert.equal(await page.locator('[data-live="now"] .desk-counter__ticket').count(), 0);

/** The space bar, wherever the page put the focus. */
async function space(page) {
  await until("the focus is on Next", 5_000, () => page.locator(NEXT).evaluate((it) => it === document.activeElement));
  await follow(page, () => page.keyboard.press("Space"));
}

async function unfold(page, field) {
  await keys.unfold(page, `details:has(${field}) > summary`);
  assert.ok(await page.locator(field).isVisible());
}

/** Lets somebody in; gives their ticket. */
async function letsIn(page, line) {
  const before = new Set(await page.locator(".desk-counter__people b").allInnerTexts());
  await unfold(page, "#let-in");
  await keys.pick(page, "#let-in", line);
  await keys.press(page, deed("tickets", " button"));
  assert.ok(await page.locator(".desk-counter__given").isVisible());
  return (await page.locator(".desk-counter__people b").allInnerTexts()).find((one) => !before.has(one));
}

const story = (language, scripts) => async (page, go) => {
  await go(`/desk?lang=${language}`);
  await sits(page, go);
  for (await space(page); (await page.locator(deed("no-shows")).count()) > 0; await space(page)) {
    await keys.press(page, deed("no-shows", " button"));
  }
  const [one, two] = [await letsIn(page, "permits"), await letsIn(page, "permits")];
  assert.ok(one.startsWith("A") && two.startsWith("A"), `${one} ${two}`);
  await space(page);
  assert.equal(await ticket(page), one);
  await space(page);
  assert.equal(await ticket(page), two, "Next ends one and calls the other");
  await keys.press(page, deed("corrections", " button"));
  assert.equal(await ticket(page), one, "a wrong press is taken back");
  const called = await now(page);
  await keys.press(page, deed("recalls", " button"));
  assert.notEqual(await now(page), called, "called twice");
  await keys.press(page, deed("arrivals", " button"));
  assert.equal(await page.locator(deed("recalls")).count(), 0, "who is there is not called");
  if (scripts) await inspect(page);
  await keys.press(page, deed("pauses", " button"));
  await nobody(page);
  await keys.press(page, `[data-live="aside"] ${deed("choices", " button")}`);
  assert.equal(await ticket(page), one, "whoever was set aside is taken up again");
  await keys.press(page, `.desk-counter__acts ${deed("returns", " button")}`);
  assert.ok((await page.locator('[data-live="waiting"]').innerText()).includes(one), "and may go back into the line");
  await space(page);
  assert.equal(await ticket(page), one);
  await unfold(page, "#pass-to");
  await keys.pick(page, "#pass-to", "counter:2");
  await keys.press(page, deed("transfers", " button"));
  await nobody(page);
  await space(page);
  assert.equal(await ticket(page), two, "whoever is passed on waits for another counter");
  await keys.press(page, deed("arrivals", " button"));
  await unfold(page, "#outcome");
  await keys.pick(page, "#outcome", await page.locator("#outcome option").nth(1).getAttribute("value"));
  await keys.press(page, deed("endings", " button"));
  await nobody(page);
  await leaves(page, go);
  assert.ok(await page.locator(deed("seats")).count() > 0);
};

/** Others come, and whoever writes at the counter is left alone. */
async function byItself(page, go, visit) {
  await sits(page, go);
  const waiting = page.locator('[data-live="waiting"] li');
  const before = await waiting.count();
  await unfold(page, "#let-in");
  await keys.pick(page, "#let-in", "payments");
  const [first, second] = [await visit(), await visit()];
  const one = await joins(first, go);
  await until("whoever joined from home stands in the line", 10_000, async () => (await waiting.count()) === before + 1);
  assert.ok(await page.locator("#let-in").evaluate((it) => it === document.activeElement && it.value === "payments"), "what was chosen stays, and the focus");
  await page.locator('[data-live="waiting"] details summary').last().click();
  await joins(second, go);
  await until("and so does the next one", 10_000, async () => (await waiting.count()) === before + 2);
  assert.equal(await page.locator('[data-live="waiting"] details[open]').count(), 1, "what was opened stays open");
  await page.locator('[data-live="waiting"] details[open] summary').click();
  await page.locator("[data-hold]").click();
  await go(`${one}/departure`, first);
  await follow(first, () => first.locator("main form .govuk-button").click());
  await new Promise((done) => setTimeout(done, 2_000));
  assert.equal(await waiting.count(), before + 2, "a page that is held stands still");
  await page.locator("[data-hold]").click();
  await until("and goes on when it is let go", 10_000, async () => (await waiting.count()) === before + 1);
  await leaves(page, go);
}

export async function counter(city) {
  await opened(city);
  for (const { language, javaScriptEnabled, said } of ways) {
    const what = `an officer calls, recalls, sets aside, passes on, finishes and takes back, ${said}`;
    await city.journey(what, { locale: language, javaScriptEnabled }, story(language, javaScriptEnabled));
  }
  await city.journey("a counter's page follows its line and leaves alone what an officer does", {}, byItself);
}
