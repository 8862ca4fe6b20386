// A town in which nobody has asked for anything yet.
import assert from "node:assert/strict";
import { counts } from "../visitor.mjs";

export async function empty(city) {
  await city.journeys("a town without a request says so, and shows no figure that means nothing", async (page, go) => {
    await go("/about?lang=en");
    assert.deepEqual(await counts(page), [0, 0, 0]);
    assert.match(await page.locator("main").innerText(), /No request has come in yet/);
    await go("/scorecard?lang=en");
    const text = await page.locator("main").innerText();
    assert.match(await page.locator(".rot-lead").innerText(), /No requests in this period/);
    assert.doesNotMatch(text, /too many are still open|NaN|Infinity|0 of 0|100(\.0)? %/i);
    assert.equal(await page.locator("svg.chart").count(), 0);
    assert.equal(await page.locator(".stack").count(), 0);
    assert.ok((await page.locator("dd").count()) >= 6, "the figures are still explained");
  });
  await city.journeys("an empty town's files are empty too", async () => {
    const json = await (await city.fetch("/scorecard.json")).json();
    assert.deepEqual([json.total.requests, json.total.kept, json.groups.length], [0, null, 0]);
    const lines = (await (await city.fetch("/scorecard.csv")).text()).trim().split("\r\n");
    assert.equal(lines[1].split(",")[0], "total");
    assert.ok(lines.slice(1).every((line) => line.split(",")[4] === "0"), lines.join("\n"));
    assert.deepEqual(await (await city.fetch("/open311/v2/requests.json")).json(), []);
  });
}
