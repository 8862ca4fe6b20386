// A request that an application sends is seen by everybody a moment later.
import assert from "node:assert/strict";
import { until } from "../tally.mjs";
import { counts, number } from "../visitor.mjs";

export async function intake(city) {
  await city.journey("a request sent over Open311 moves the counts and the scorecard", {}, async (page, go) => {
    const services = await (await city.fetch("/open311/v2/services.json")).json();
    const { groups } = await (await city.fetch("/scorecard.json?by=service")).json();
    const known = new Set(groups.map((group) => group.code));
    const rare = services.find((service) => !service.metadata && !known.has(service.service_code));
    assert.ok(rare, "no service is left that nobody asked for");
    await go("/about");
    const [before] = await counts(page);

    const body = new URLSearchParams({
      api_key: city.key,
      service_code: rare.service_code,
      address_string: "1 City Hall Square",
      description: "A journey was here.",
    });
    const answer = await city.fetch("/open311/v2/requests.json", { method: "POST", body });
    assert.equal(answer.status, 201, await answer.clone().text());
    const [{ service_request_id: id }] = await answer.json();
    assert.match(id, /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);

    await go("/about");
    assert.ok((await counts(page))[0] > before, "the page about the house does not count it");
    await until("the scorecard counts it", 30_000, async () => {
      await go(`/scorecard?service=${rare.service_code}&channel=app&lang=en`);
      return number(await page.locator(".tiles .value").nth(4).innerText()) === 1;
    });
    const read = await (await city.fetch(`/open311/v2/requests/${id}.json`)).json();
    assert.deepEqual([read[0].service_request_id, read[0].status], [id, "open"]);
  });
}
