// A resident joins the line from home: sees their place and the wait, comes later, is called, and leaves.
import assert from "node:assert/strict";
import { sizes } from "../browser.mjs";
import { BUSY, QUIET, joins, leaves, opened, serves, sits, ways } from "../hall.mjs";
import { keys, pointer } from "../hands.mjs";
import { follow, path } from "../visitor.mjs";
import { BUTTON } from "../way.mjs";
import { inspect } from "./axe.mjs";

const LEAVES = 'main a[href*="/departure"]';
const LATE = 'main a[href*="/delay"]';

const story = (hands, language, scripts) => async (page, go, visit) => {
  const officer = await visit();
  await sits(officer, go);
  // Whoever is alone with an officer waits no time.
  await serves(officer);
  await go(`/offices?lang=${language}`);
  await hands.press(page, `main a[href^="/offices/${QUIET}"]`);
  await hands.press(page, BUTTON);
  assert.ok(await page.locator(".govuk-error-summary").isVisible(), "what is missing is said");
  await hands.choose(page, "input[name=line][value=payments]");
  await hands.press(page, BUTTON);
  assert.match(path(page), /^\/visits\/[^/]+$/);
  const number = await page.locator(".rot-visit__ticket").innerText();
  assert.match(number, /^B\d\d+$/);
  assert.ok((await page.locator(".rot-visit__ahead").innerText()).length > 5, "their place");
  assert.match(await page.locator(".rot-visit__wait b").innerText(), /\p{Nd}.*\p{Nd}/u, "a range, not one number");
  if (scripts) await inspect(page);
  const at = path(page);
  await hands.press(page, LATE);
  await hands.press(page, BUTTON);
  assert.ok(await page.locator(".govuk-error-summary").isVisible());
  await hands.choose(page, 'input[name=minutes][value="10"]');
  await hands.press(page, BUTTON);
  assert.equal(path(page), at);
  assert.match(await page.locator(".rot-visit").innerText(), /\p{Nd}[:٫.]?\p{Nd}/u, "until when others go first");
  await hands.press(page, LEAVES);
  await hands.press(page, BUTTON);
  assert.ok(await page.locator(".rot-visit--over").isVisible());
  assert.equal(await page.locator(LEAVES).count(), 0);
  await leaves(officer, go);
};

export async function home(city) {
  await opened(city);
  for (const { language, javaScriptEnabled, said } of ways) {
    const what = `a place in the line is taken from home, put off and given up, ${said}`;
    await city.journey(what, { locale: language, javaScriptEnabled, viewport: sizes.phone }, story(keys, language, javaScriptEnabled));
  }
  await city.journey("a place in the line is taken by touch on a phone", { viewport: sizes.phone, hasTouch: true, isMobile: true }, story(pointer, "en", true));
  await city.journey("whoever waits at home is told to come without touching anything", { viewport: sizes.phone }, async (page, go, visit) => {
    const officer = await visit();
    await sits(officer, go);
    await joins(page, go);
    const number = await page.locator(".rot-visit__ticket").innerText();
    await go("/desk/counter", officer);
    const own = officer.locator('[data-live="waiting"] li').filter({ hasText: number });
    await own.locator("summary").click();
    await follow(officer, () => own.locator('form[action*="choices"] button').click());
    await page.locator(".rot-visit--called").waitFor();
    assert.ok((await page.title()).includes(number), "the tab says whose turn it is");
    await leaves(officer, go);
    await page.locator(".rot-visit--over").waitFor();
  });
  await city.journeys("how well an office's waiting times held stands beside them", async (page, go) => {
    await go(`/offices/${BUSY}?lang=en`);
    const [told, within, most] = (await page.locator("section[aria-labelledby=held] p").first().innerText()).match(/\d+/g).map(Number);
    assert.ok(told >= 30 && within <= most && most <= told, `${within} and ${most} of ${told}`);
  });
}
