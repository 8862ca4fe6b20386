// Without a network: the page that says so, in the language that was read last; and nothing about anybody is kept.
import assert from "node:assert/strict";
import { goOn } from "../tour.mjs";
import { direction, path, spoken, step } from "../visitor.mjs";

export async function offline(city) {
  const there = (await city.fetch("/offline")).status === 200;
  for (const language of there ? city.languages : []) {
    await city.journey(`who loses the network is told so in ${language}`, { locale: language }, async (page, go) => {
      await go(`/?lang=${language}`);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(async (page) => Boolean(await caches.match(page)), `/offline?lang=${language}`);
      await page.context().setOffline(true);
      try {
        await go("/scorecard");
        assert.equal(await spoken(page), `${language} ${direction(language)}`);
        assert.equal(await page.locator("main h1").count(), 1);
        assert.ok(await page.evaluate(() => document.styleSheets.length > 0), "it looks like the house");
      } finally {
        await page.context().setOffline(false);
      }
    });
  }
  await city.journey("the worker keeps the look of the house and no page that anybody read", {}, async (page, go) => {
    await go("/scorecard");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await go("/");
    const kept = await page.evaluate(async () => {
      const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
      const keys = await Promise.all(caches.map((cache) => cache.keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname);
    });
    const strangers = kept.filter((path) => !/^\/(assets\/|offline$|offline-language$)/.test(path));
    assert.ok(kept.length >= 4);
    assert.deepEqual(strangers, []);
  });
}

/** A request that is written without a network stays on the device, and is sent only when somebody says so. */
export async function drafts(city) {
  await city.journey("a draft is written without a network, kept, and sent when asked", { locale: "en" }, async (page, go) => {
    const posted = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(path(request)));
    await go("/");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => Boolean(await caches.match("/offline?lang=en")));
    await page.context().setOffline(true);
    await go("/services");
    await page.locator("#service").selectOption("street-light-outages");
    await page.locator("#address").fill("20 Union Park");
    await page.locator("#description").fill("It flickers.");
    await page.getByRole("button", { name: "Keep it on this device" }).click();
    const draft = page.locator("[data-drafts-list] li");
    await draft.getByText("20 Union Park").waitFor();
    await draft.getByText("Broken street light").waitFor();
    // It says that it cannot be used, and answers whoever presses it all the same.
    await draft.getByRole("button", { name: "Send it now" }).press("Enter");
    await page.getByRole("status").getByText("You are not connected yet.").waitFor({ state: "attached" });
    assert.equal(step(page), "services", "without a network nothing is sent");
    await page.reload();
    await draft.getByText("20 Union Park").waitFor();
    await page.context().setOffline(false);
    await go("/offline");
    await draft.getByText("20 Union Park").waitFor();
    await page.waitForTimeout(1_000);
    assert.deepEqual(posted, [], "nothing is sent by itself once there is a network");
    await draft.getByRole("button", { name: "Send it now" }).click();
    await page.waitForURL("**/asking/**");
    assert.deepEqual(posted, ["/offline-drafts"]);
    await goOn(page);
    for (let pages = 0; pages < 4 && step(page) !== "where"; pages += 1) await goOn(page);
    assert.equal(await page.locator("#address").inputValue(), "20 Union Park");
    await goOn(page);
    assert.equal(await page.locator("#description").inputValue(), "It flickers.");
    await go("/offline");
    await draft.getByRole("button", { name: "Throw away" }).click();
    await page.getByText("Nothing is kept.").waitFor();
  });
}
