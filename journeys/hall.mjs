// Offices with a line, as the journeys meet them: one that the demonstration's own people keep busy, and a quiet one where
// nobody comes and nobody calls but whoever walks there.
import assert from "node:assert/strict";
import { signIn } from "./round.mjs";
import { until } from "./tally.mjs";
import { follow, path } from "./visitor.mjs";

export const BUSY = "city-hall";
export const QUIET = "roslindale";
/** She leads both, and serves at either. */
export const SUPERVISOR = "joan";

/** Waits until the offices are open; a day of the demonstration begins half an hour before, which is half a minute. */
export async function opened(city) {
  await until("the offices open; lobby journeys go to a demonstration that was just started", 45_000, async () => (await heard(city, BUSY)).open);
}

/** What the waiting room of an office shows, as a program reads it. */
export const heard = async (city, office) => (await city.fetch(`/lobby/now/${office}`)).json();

/** The counters at which somebody sits. */
export const seats = async (city, office) => (await heard(city, office)).counters;

const press = (page, selector) => follow(page, () => page.locator(selector).first().click());

/** Has an officer sit at a counter, in a page of their own; whoever sat there stands up. */
export async function sits(page, go, { officer = SUPERVISOR, office = QUIET, counter = "1" } = {}) {
  await signIn(page, (at) => go(at, page), officer);
  await leaves(page, go);
  await press(page, `form:has(input[name=office][value=${office}]) button[name=to][value="${counter}"]`);
}

/** Whoever sits at a counter ends what they do there and leaves it. */
export async function leaves(page, go) {
  await go("/desk/counter", page);
  if (await page.locator("#outcome").count()) {
    await page.locator("details:has(#outcome)").evaluate((it) => (it.open = true));
    await press(page, 'form[action^="/desk/counter/endings"] button');
  }
  const away = page.locator('form[action^="/desk/counter/departures"] button');
  if (await away.count()) await follow(page, () => away.click());
}

/** Gives somebody a ticket at the counter where an officer sits, and calls whoever is next; gives the ticket that was called,
 *  if nobody else called it first. */
export async function serves(page) {
  await page.locator("details:has(#let-in)").evaluate((it) => (it.open = true));
  await press(page, 'form[action^="/desk/counter/tickets"] button');
  await press(page, ".desk-counter__next button");
  const called = page.locator('[data-live="now"] .desk-counter__ticket');
  return (await called.count()) ? called.innerText() : undefined;
}

/** Takes a ticket from home and gives its page's address. */
export async function joins(page, go, { office = QUIET, line = "permits" } = {}) {
  await go(`/offices/${office}?line=${line}`, page);
  await press(page, "main form .govuk-button");
  assert.match(path(page), /^\/visits\//);
  return path(page);
}

/** From now on nothing tells a page of changes, as where a proxy lets no stream through: it asks. */
export const untold = (page) => page.context().route("**/live**", (route) => route.abort("internetdisconnected"));

/** The ways to go a journey: by the keyboard alone, from left to right with scripts, and from right to left without. */
export const ways = [
  { language: "en", javaScriptEnabled: true, said: "with the keyboard alone" },
  { language: "ar", javaScriptEnabled: false, said: "with the keyboard alone, in Arabic, without scripts" },
];
