// What pages do better with scripts, shown on the page of parts; what the house would answer is said by the test.
import assert from "node:assert/strict";
import { follow } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const districts = {
  type: "FeatureCollection",
  features: ["North", "South"].map((name, index) => ({
    type: "Feature",
    properties: { name },
    geometry: { type: "Polygon", coordinates: [[[0, index], [2, index], [2, index + 1], [0, index + 1], [0, index]]] },
  })),
};
const reports = Array.from({ length: 60 }, (_, index) => ({
  lat: 1 + (index % 6) / 10,
  long: 1 + Math.floor(index / 6) / 10,
  title: `Report ${index}`,
  href: `/reports/${index}`,
  state: ["open", "waiting", "done", "late"][index % 4],
}));

export async function scripts(city) {
  const style = (name, walk, context = {}) =>
    city.journey(`with scripts, ${name}`, context, async (page, go) => {
      await answers(page);
      await go("/style?lang=en");
      await walk(page);
    });

  await style("suggestions unfold below the search box, and the keyboard chooses", async (page) => {
    const box = page.getByRole("combobox", { name: "What do you need?" });
    const options = page.locator(".rot-suggest [role=option]:visible");
    await box.pressSequentially("light");
    await options.first().waitFor();
    assert.equal(await options.count(), 8, "eight at most, and none that leads elsewhere");
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await inspect(page);
    await page.getByRole("status").getByText("Suggestions: 8").waitFor({ state: "attached" });
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    await page.keyboard.press("Escape");
    assert.equal(await options.count(), 0);
    assert.equal(await box.inputValue(), "light");
    await box.press("s");
    await options.first().waitFor();
    await page.keyboard.press("ArrowUp");
    await follow(page, () => page.keyboard.press("Enter"));
    assert.equal(new URL(page.url()).pathname, "/scorecard");
  });

  await style("the reference is copied", async (page) => {
    await page.getByRole("button", { name: "Copy the reference" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "7KQ2-M9XD");
  }, { permissions: ["clipboard-read", "clipboard-write"] });

  await style("a second tap sends nothing, and a later one does", async (page) => {
    const sent = await page.locator("form.rot-filter").evaluate(async (form) => {
      let sent = 0;
      addEventListener("submit", (event) => {
        sent += event.defaultPrevented ? 0 : 1;
        event.preventDefault();
      });
      const tap = () => form.requestSubmit(form.querySelector("button")) ?? sent;
      const taps = [tap(), tap()];
      taps.push(form.querySelector("button").getAttribute("aria-disabled"));
      await new Promise((resolve) => setTimeout(resolve, 2_200));
      taps.push(form.querySelector("button").getAttribute("aria-disabled"), tap());
      return taps;
    });
    assert.deepEqual(sent, [1, 1, "true", null, 2]);
  });

  await style("where somebody is goes into the form", async (page) => {
    await page.getByRole("button", { name: "Use my location" }).click();
    await page.getByText("We have your place.").first().waitFor();
    assert.deepEqual(await place(page), ["42.35000", "-71.06000"]);
  }, { geolocation: { latitude: 42.35, longitude: -71.06 }, permissions: ["geolocation"] });

  await style("a place is chosen on a map with the keyboard", async (page) => {
    const map = page.locator("[data-map=choose]");
    await map.getByRole("button", { name: "Show the map" }).click();
    const canvas = map.getByRole("application");
    await canvas.waitFor();
    assert.ok(await canvas.evaluate((it) => it === document.activeElement), "the focus goes to the map");
    await page.keyboard.press("ArrowUp");
    await map.getByText("The cross is in North.").waitFor();
    await inspect(page);
    const [lat] = await place(page);
    await map.getByRole("button", { name: "South" }).click();
    await page.waitForFunction((lat) => Number(document.querySelector("[name=lat]").value) < lat, Number(lat));
  });

  await style("a busy map can be read: reports stand together and open, each a link with a name", async (page) => {
    const map = page.locator("[data-map=reports]");
    await map.getByRole("button", { name: "Show the map" }).click();
    const many = map.getByRole("button", { name: /^\d+ reports$/ });
    await many.first().waitFor();
    const sum = async () => {
      const counts = await many.evaluateAll((marks) => marks.map((mark) => Number(mark.textContent)));
      return counts.reduce((sum, count) => sum + count, 0) + (await map.locator("a.rot-pin").count());
    };
    assert.equal(await sum(), reports.length, "none is lost");
    await inspect(page);
    for (let opened = 0; (await many.count()) > 0 && opened < 20; opened += 1) {
      await many.first().focus();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(350);
    }
    const link = map.locator("a.rot-pin").first();
    assert.match(await link.getAttribute("aria-label"), /^Report \d+, (open|waiting|done|late)$/);
    assert.match(await link.getAttribute("href"), /\/reports\/\d+$/);
  });

  await style("a draft stays on the device until it is sent or deleted", async (page) => {
    const field = (name) => page.getByLabel(name, { exact: true }).last();
    await field("What is it about?").fill("Street light");
    await field("Where?").fill("19 Gordon Street");
    await field("What is wrong?").fill("It is out. <b>Dark.</b>");
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    const draft = page.locator("[data-drafts-list] li");
    await draft.first().waitFor();
    await page.reload();
    await draft.first().waitFor();
    await inspect(page);
    assert.equal(await draft.locator("[data-field=description]").innerText(), "It is out. <b>Dark.</b>");
    await draft.getByRole("button", { name: "Change" }).click();
    await field("Where?").fill("21 Gordon Street");
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    await draft.getByText("21 Gordon Street").waitFor();
    assert.equal(await draft.count(), 1, "a change makes no second draft");
    const asked = page.waitForRequest((request) => request.url().endsWith("/offline-drafts"));
    await draft.getByRole("button", { name: "Send now" }).click();
    const told = new URLSearchParams((await asked).postData());
    assert.deepEqual([...told.keys()].sort(), ["address", "description", "service"]);
    assert.equal(told.get("address"), "21 Gordon Street");
    await page.waitForURL("**/offline-drafts");
    await page.goto(`${city.origin}/style?lang=en`);
    await draft.getByText("You sent this.").waitFor();
    await draft.getByRole("button", { name: "Delete" }).click();
    await page.getByText("No drafts yet.", { exact: true }).waitFor();
  });
}

const place = (page) => Promise.all(["lat", "long"].map((name) => page.locator(`input[name=${name}]`).inputValue()));

/** What the house would say. */
async function answers(page) {
  const suggestions = Array.from({ length: 12 }, (_, index) => ({ name: `Light ${index}`, href: "/scorecard", kind: "Service" }));
  suggestions.unshift({ name: "Elsewhere", href: "https://elsewhere.example/" });
  await page.route("**/suggest?*", (route) => route.fulfill({ json: suggestions }));
  await page.route("**/districts.geojson", (route) => route.fulfill({ json: districts }));
  await page.route("**/reports.json?*", (route) => route.fulfill({ json: reports }));
  await page.route("**/where?*", (route) => {
    const north = Number(new URL(route.request().url()).searchParams.get("lat")) < 1 ? "South" : "North";
    return route.fulfill({ json: { name: north } });
  });
  await page.route("**/offline-drafts", (route) => route.fulfill({ contentType: "text/html", body: "<title>Sent</title>" }));
}
