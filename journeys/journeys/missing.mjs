// Addresses that lead nowhere, and questions that cannot be understood.
import assert from "node:assert/strict";
import { direction, follow, spoken } from "../visitor.mjs";

export async function missing(city) {
  for (const language of city.languages) {
    await city.journey(`who is lost is told so in ${language} and finds home`, { locale: language }, async (page, go) => {
      for (const path of ["/nowhere", "/scorecard/extra", "/assets/none.css"]) {
        assert.equal((await go(path)).status(), 404, path);
        assert.equal(await spoken(page), `${language} ${direction(language)}`, path);
      }
      const home = await follow(page, () => page.locator("main a").last().click());
      assert.equal(home.status(), 200);
      assert.equal(await spoken(page), `${language} ${direction(language)}`);
    });
    await city.journey(`who chose ${language} is told in it what cannot be shown`, {}, async (page, go) => {
      for (const question of ["from=yesterday", "by=weather", "channel=pigeon", "from=2015-03-02&to=2015-03-01"]) {
        const status = (await go(`/scorecard?${question}&lang=${language}`)).status();
        assert.ok(status === 400 || status === 422, `${question}: ${status}`);
        assert.equal(await spoken(page), `${language} ${direction(language)}`, question);
        assert.equal(await page.locator("main h1").count(), 1);
      }
    });
  }
  await city.journey("a refusal leads to no other server", {}, async (page, go) => {
    await go("//elsewhere.example/x");
    for (const link of await page.locator("a").all()) {
      const address = await link.evaluate((a) => a.href);
      assert.ok(address.startsWith(`${city.origin}/`), address);
    }
  });
}
