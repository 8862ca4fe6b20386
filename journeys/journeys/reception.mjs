// The reception: whoever comes is let in with what they need there, and whoever booked by what they say.
import assert from "node:assert/strict";
import { QUIET, SUPERVISOR, opened, ways } from "../hall.mjs";
import { keys, pointer } from "../hands.mjs";
import { signIn } from "../round.mjs";
import { until } from "../tally.mjs";
import { path } from "../visitor.mjs";
import { inspect } from "./axe.mjs";
import { books, holds } from "./booking.mjs";

const LETS_IN = '.desk-reception__form .govuk-button';

const walkIn = (hands, language, scripts) => async (page, go) => {
  await signIn(page, go, SUPERVISOR);
  await go(`/desk/reception?office=${QUIET}&lang=${language}`);
  assert.ok(await page.locator(".desk-reception__privacy").isVisible(), "others are kept from listening first");
  await hands.choose(page, "#line-permits");
  await hands.pick(page, "#interpreter", "so");
  await hands.choose(page, "#need-step-free");
  if (scripts) await inspect(page);
  await hands.press(page, LETS_IN);
  assert.equal(path(page), "/desk/reception");
  assert.match(await page.locator(".desk-counter__given .desk-counter__ticket").innerText(), /^A\d\d+$/);
};

/** Somebody books the first time that there is, and is let in as soon as it is near. */
const booked = (hands, language, scripts) => async (page, go, visit) => {
  const customer = await visit();
  await holds(customer, (at) => go(at, customer), pointer);
  const reference = await books(customer, pointer, "Ana Díaz");
  await signIn(page, go, SUPERVISOR);
  await go(`/desk/reception?office=${QUIET}&lang=${language}`);
  assert.match(await page.locator(".desk-reception__booked").innerText(), /Ana Díaz/);
  await hands.write(page, "#said", "Nobody of that name");
  await hands.send(page, "#said");
  await page.locator('.desk-empty[role="status"]').waitFor();
  if (scripts) await inspect(page);
  // Half an hour before their time, which is half a minute of the demonstration's.
  await until("those who booked are let in", 60_000, async () => {
    await hands.write(page, "#said", reference.toLowerCase());
    await hands.send(page, "#said");
    return (await page.locator(".desk-counter__given").count()) > 0;
  });
  await customer.reload();
  assert.equal(await customer.locator(".govuk-panel--confirmation").count(), 0, "a booking that was kept is no longer to come");
  assert.equal(await customer.locator('main a[href="/book"]').count(), 1);
};

export async function reception(city) {
  await opened(city);
  for (const { language, javaScriptEnabled, said } of ways) {
    const what = `somebody is let in with what they need and an interpreter, ${said}`;
    await city.journey(what, { locale: language, javaScriptEnabled }, walkIn(keys, language, javaScriptEnabled));
    const reference = `whoever booked is let in by their reference, ${said}`;
    await city.journey(reference, { locale: language, javaScriptEnabled }, booked(keys, language, javaScriptEnabled));
  }
}
