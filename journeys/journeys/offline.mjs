// Without a network: the page that says so, in the language that was read last; and nothing about anybody is kept.
import assert from "node:assert/strict";
import { direction, spoken } from "../visitor.mjs";

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
