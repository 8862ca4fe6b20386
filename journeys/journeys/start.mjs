// What the house says of itself: what happened today, and its doors.
import assert from "node:assert/strict";
import { until } from "../tally.mjs";
import { counts, follow, number } from "../visitor.mjs";

export async function start(city) {
  await city.journeys("the page about the house shows what happened today and every door, and each door opens", async (page, go) => {
    assert.equal((await go("/about")).status(), 200);
    assert.equal(await page.locator("h1").count(), 1);
    const shown = await counts(page);
    assert.equal(shown.length, 3);
    assert.ok(shown.every(Number.isFinite), `counts: ${shown}`);
    assert.equal(await page.locator(".doors > li").count(), 4);
    for (const link of await page.locator(".doors a").all()) {
      const address = await link.getAttribute("href");
      const answer = await city.fetch(address);
      assert.equal(answer.status, 200, address);
      assert.ok((await answer.text()).length > 0, address);
    }
    await follow(page, () => page.locator(".doors a").first().click());
    assert.match(page.url(), /\/scorecard\?lang=/);
    await follow(page, () => page.locator(".rot-brand").click());
    assert.equal(new URL(page.url()).pathname, "/");
  });
}

export async function liveStart(city) {
  await city.journeys("looking again shows that the simulated day goes on", async (page, go) => {
    await go("/about");
    const [cameIn, , open] = await counts(page);
    assert.ok(cameIn > 0 && open > 1000, `came in ${cameIn}, open ${open}`);
    await until("another request", 60_000, async () => {
      await follow(page, () => page.locator("#today ~ .rot-quiet a").click());
      return (await counts(page))[0] > cameIn;
    });
    assert.ok(number(await page.locator("#today").textContent()) > 0);
  });
}
