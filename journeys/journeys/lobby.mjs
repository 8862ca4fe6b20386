// Whoever leads a lobby: closes and opens a line, sees what another counter would help, tells everybody, clears the house.
import assert from "node:assert/strict";
import { BUSY, QUIET, SUPERVISOR, joins, leaves, opened, sits, untold, ways } from "../hall.mjs";
import { keys } from "../hands.mjs";
import { signIn } from "../round.mjs";
import { until } from "../tally.mjs";
import { follow } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const deed = (name, more = "") => `form[action^="/desk/lobby/${name}"]${more}`;

const story = (city, language, scripts) => async (page, go, visit) => {
  const [resident, wall] = [await visit(), await visit({ javaScriptEnabled: true })];
  await signIn(page, go, SUPERVISOR);
  await go(`/desk/lobby?office=${QUIET}&lang=${language}`);
  assert.equal(await page.locator(".desk-lobby__figure").count(), 6, "six figures");
  if (scripts) await inspect(page);
  await keys.press(page, deed("closures", ' button[value="permits"]'));
  const closed = await joins(resident, go).catch(() => "");
  assert.equal(closed, "", "nobody joins a line that is closed");
  await keys.press(page, deed("openings", ' button[value="permits"]'));
  const at = await joins(resident, go);
  await keys.unfold(page, "details:has(#sure) > summary");
  await keys.press(page, deed("emergencies", " button"));
  assert.ok(await page.locator("[role=alert]").isVisible(), "nobody clears a house by one press");
  await keys.unfold(page, "details:has(#sure) > summary");
  await keys.choose(page, "#sure");
  await keys.press(page, deed("emergencies", " button"));
  await go(at, resident);
  assert.ok(await resident.locator(".rot-visit--over").isVisible(), "every visit ends");
  await keys.press(page, deed("reopenings", " button"));
  assert.equal(await page.locator(deed("reopenings")).count(), 0);
  if (!city.board) return;
  await go(city.board, wall);
  await go(`/desk/lobby?office=${BUSY}&lang=${language}`);
  assert.ok((await page.locator(".desk-lobby__if").innerText()).length > 10, "what one more counter would help");
  await keys.pick(page, "#what", "systems-down");
  await keys.write(page, "#minutes", "60");
  await keys.press(page, deed("announcements", " button"));
  await until("the wall tells everybody", 15_000, async () => (await wall.locator(".board__told").count()) > 0);
  await keys.press(page, deed("silences", " button"));
  await until("the wall says it no longer", 15_000, async () => (await wall.locator(".board__told").count()) === 0);
};

/** The figures follow what happens, and what is being written stays. */
async function byItself(page, go, visit) {
  const [officer, resident] = [await visit(), await visit()];
  await sits(officer, go);
  await signIn(page, go, SUPERVISOR);
  await go(`/desk/lobby?office=${QUIET}&lang=en`);
  await keys.write(page, "#minutes", "45");
  const waiting = page.locator(".desk-lobby__number").first();
  const before = Number(await waiting.innerText());
  await joins(resident, go);
  await until("the figures move", 10_000, async () => Number(await waiting.innerText()) === before + 1);
  assert.ok(await page.locator("#minutes").evaluate((it) => it === document.activeElement && it.value === "45"));
  await follow(resident, () => resident.locator('main a[href*="/departure"]').click());
  await follow(resident, () => resident.locator("main form .govuk-button").click());
  await leaves(officer, go);
}

/** Where no stream comes through, the page asks; and says so once nobody answers. */
async function lost(page, go) {
  await signIn(page, go, SUPERVISOR);
  await untold(page);
  await go(`/desk/lobby?office=${BUSY}&lang=en`);
  const time = page.locator('[data-live="as-of"]');
  const before = await time.innerText();
  await until("the page asks by itself", 10_000, async () => (await time.innerText()) !== before);
  await page.context().setOffline(true);
  await page.locator("[data-lost]").waitFor({ timeout: 20_000 });
  await inspect(page);
  await page.context().setOffline(false);
  await page.locator("[data-lost]").waitFor({ state: "hidden" });
}

export async function lobby(city) {
  await opened(city);
  for (const { language, javaScriptEnabled, said } of ways) {
    const what = `a supervisor closes and opens a line, tells everybody and clears the house, ${said}`;
    await city.journey(what, { locale: language, javaScriptEnabled }, story(city, language, javaScriptEnabled));
  }
  await city.journey("a lobby's page follows what happens, and leaves alone what a supervisor writes", {}, byItself);
  await city.journey("a lobby's page asks where nothing is told, and says when it hears nothing", {}, lost);
}
