// A time at an office is booked, put into a calendar, moved and given up, without an account.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { QUIET, ways } from "../hall.mjs";
import { keys } from "../hands.mjs";
import { path } from "../visitor.mjs";
import { BUTTON } from "../way.mjs";
import { inspect } from "./axe.mjs";

const TIME = ".rot-times button";

/** Chooses what for, where and when, and keeps the first time that is free. */
export async function holds(page, go, hands, { office = QUIET, day = 0 } = {}) {
  await go("/book");
  await hands.press(page, 'main a[href="/book?line=permits"]');
  await hands.press(page, `main a[href="/book?line=permits&office=${office}"]`);
  if (day) await hands.press(page, `.rot-days li:nth-child(${day + 1}) a`);
  await hands.press(page, `.rot-times li:first-child button`);
  assert.match(path(page), /^\/book\/[^/]+$/);
}

/** Books what is held; gives the reference. */
export async function books(page, hands, name) {
  await hands.write(page, "#name", name);
  await hands.send(page, "#name");
  assert.match(path(page), /^\/bookings\/[^/]+$/);
  return page.locator("#reference").innerText();
}

/** The file for a calendar, by its properties. */
async function calendar(page, hands) {
  const [file] = await Promise.all([page.waitForEvent("download"), hands.unfold(page, 'main a[href$="/calendar.ics"]')]);
  assert.match(file.suggestedFilename(), /\.ics$/);
  const text = await readFile(await file.path(), "utf8");
  assert.ok(text.startsWith("BEGIN:VCALENDAR\r\n"), text.slice(0, 40));
  return Object.fromEntries(text.replaceAll("\r\n ", "").split("\r\n").map((line) => line.split(/[:;](.*)/s)));
}

const story = (hands, language, scripts) => async (page, go, visit) => {
  await go(`/book?lang=${language}`);
  await holds(page, go, hands, { day: 1 });
  await hands.send(page, "#name");
  assert.ok(await page.locator(".govuk-error-summary").isVisible(), "nobody books without a name");
  if (scripts) await inspect(page);
  const reference = await books(page, hands, "Mae Lee");
  if (scripts) await inspect(page);
  const [at, when] = [path(page), await page.locator("#when").innerText()];
  const first = await calendar(page, hands);
  assert.equal(first.SEQUENCE, "0");
  const other = await visit();
  await go(at, other);
  assert.equal(await other.locator("#reference").innerText(), reference, "whoever has the link has the booking");
  await hands.press(page, 'main a[href$="/times"]');
  await hands.press(page, `.rot-days li:nth-child(3) a`);
  await hands.press(page, TIME);
  assert.equal(path(page), at);
  assert.notEqual(await page.locator("#when").innerText(), when);
  const moved = await calendar(page, hands);
  assert.deepEqual([moved.UID, moved.SEQUENCE], [first.UID, "1"], "the calendar knows that it is the same one");
  await hands.press(page, 'main a[href$="/cancellation"]');
  await hands.press(page, BUTTON);
  assert.equal(path(page), at);
  assert.equal(await page.locator('main a[href$="/cancellation"]').count(), 0);
  assert.equal(await page.locator('main a[href="/book"]').count(), 1, "another one can be booked");
};

export async function booking(city) {
  for (const { language, javaScriptEnabled, said } of ways) {
    const what = `a time is booked, put into a calendar, moved and given up, ${said}`;
    await city.journey(what, { locale: language, javaScriptEnabled, acceptDownloads: true }, story(keys, language, javaScriptEnabled));
  }
}
