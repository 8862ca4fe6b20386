// The wall of a waiting room: it shows a call by itself, and says so when it knows nothing any more.
import assert from "node:assert/strict";
import { sizes } from "../browser.mjs";
import { leaves, opened, serves, sits, untold } from "../hall.mjs";
import { spoken } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const wall = { viewport: sizes.wall };
const CLERK = { officer: "lee", office: "city-hall", counter: "2" };

/** An officer lets somebody in and calls them; gives what the wall then shows. */
async function calls(page, go) {
  await sits(page, go, CLERK);
  for (let tries = 0; tries < 5; tries += 1) {
    const ticket = await serves(page);
    if (ticket) return ticket;
  }
  throw new Error("nobody could be called");
}

const call = (page, ticket) => page.locator(`[data-call^="${ticket} 2"]`);

export async function board(city) {
  if (!city.board) return;
  await opened(city);
  await city.journeys("a call appears on the wall by itself", async (page, go, visit) => {
    const officer = await visit({ javaScriptEnabled: true, viewport: sizes.desk });
    await go(city.board);
    const ticket = await calls(officer, go);
    await call(page, ticket).waitFor({ timeout: 20_000 });
    await leaves(officer, go);
  }, wall);
  await city.journey("a wall without a connection says so, with the time of what it shows, and goes on by itself", wall, async (page, go) => {
    await untold(page);
    await go(city.board);
    assert.ok(!(await page.locator(".board__lost").isVisible()));
    await page.context().setOffline(true);
    await page.locator(".board__lost").waitFor({ timeout: 30_000 });
    assert.match(await page.locator("[data-updated]").innerText(), /\p{Nd}/u);
    assert.ok(await page.locator("[data-updated]").isVisible(), "how old it is");
    assert.equal(await page.locator(".board__lost p").count(), city.languages.length, "in every language");
    await inspect(page);
    await page.context().setOffline(false);
    await page.locator(".board__lost").waitFor({ state: "hidden", timeout: 30_000 });
  });
  for (const language of city.languages) {
    await city.journey(`a wall has room for all it says, light and dark (${language})`, wall, async (page, go) => {
      await go(city.board);
      await go(`/board?lang=${language}`);
      assert.equal(await spoken(page), `${language} ${language === "ar" ? "rtl" : "ltr"}`);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await inspect(page);
      }
      const [wide, high] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
      const cut = await page.evaluate(() => {
        const below = (it) => it.getBoundingClientRect().bottom > it.closest(".board__calls, .board__waits").getBoundingClientRect().bottom + 1;
        return [...document.querySelectorAll(".board__calls :is(li, p), .board__waits :is(dt, dd)")].filter(below).map((it) => it.innerText);
      });
      assert.deepEqual(cut, [], "nothing is cut off");
      assert.ok(wide <= sizes.wall.width && high <= sizes.wall.height, `${wide} × ${high}`);
    });
  }
}
