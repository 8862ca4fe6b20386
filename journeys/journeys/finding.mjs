// Finding the way: search, suggestions, what happens in life, articles, opening times, and what others reported.
import assert from "node:assert/strict";
import { pointer } from "../hands.mjs";
import { inspect } from "./axe.mjs";
import { follow, path } from "../visitor.mjs";
import { lamp } from "../way.mjs";

const LIGHT = "/services/street-light-outages";
const found = (page) => page.locator(".rot-ways a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));

export async function finding(city) {
  await suggestions(city);
  await city.journeys("without choosing a suggestion, what was typed is searched for, and the count is told", async (page, go) => {
    await go("/");
    await page.locator("#q").fill("light");
    await follow(page, () => page.locator("#q").press("Enter"));
    assert.equal(path(page), "/services");
    assert.ok((await found(page)).includes(LIGHT));
    assert.match(await page.locator("main [role=status]").innerText(), /\d+/);
    assert.equal(await page.locator("#q").inputValue(), "light");
  });
  for (const language of city.languages) {
    await city.journey(`own words find a service (${language})`, { locale: language }, async (page, go) => {
      await go("/services");
      await pointer.write(page, "#q", lamp[language]);
      await pointer.send(page, "#q");
      assert.ok((await found(page)).slice(0, 3).includes(LIGHT), (await found(page)).join(" "));
    });
  }
  await city.journeys("a misspelt word still finds it, and nonsense says what to do", async (page, go) => {
    for (const words of ["stret lihgt", "STREETLIGHT!", "  broken   stret light  "]) {
      await go(`/services?q=${encodeURIComponent(words)}`);
      assert.ok((await found(page)).includes(LIGHT), words);
    }
    await go(`/services?q=${encodeURIComponent("<script>xyzzyx</script>")}&lang=en`);
    assert.deepEqual(await found(page), []);
    assert.match(await page.locator("main [role=status]").innerText(), /Nothing fits .*<script>xyzzyx.*all services/s);
    assert.equal(await page.locator('main a[href="/services"]').count(), 1);
  });
  await city.journeys("what happens in life, what most people come for, and an article lead to services", async (page, go) => {
    await go("/?lang=en");
    assert.ok((await page.locator('.rot-tile a[href^="/services/"]').count()) >= 5, "top tasks");
    await follow(page, () => page.locator('a[href="/life/winter"]').click());
    assert.ok((await page.locator('.rot-tile a[href^="/services/"]').count()) >= 3);
    await go("/services?q=recycling");
    await follow(page, () => page.locator('a[href="/help/how-to-recycle"]').click());
    assert.match(await page.locator("main").innerText(), /Fold boxes flat/);
    await follow(page, () => page.locator('.rot-tile a[href^="/services/"]').first().click());
    assert.equal(await page.locator(".govuk-button--start").count(), 1);
  });
  await city.journeys("home says whether an office is open now and how to call, write and visit", async (page, go) => {
    await go("/?lang=en");
    const office = page.locator(".rot-callvisit li").first();
    assert.match(await office.innerText(), /(Open now\s+until|Closed now\s+opens) .*\d/);
    assert.match(await office.locator('a[href^="tel:"]').innerText(), /\d{3}/);
    assert.equal(await office.locator('a[href^="mailto:"]').count(), 1);
  });
  await city.journeys("all services stand under headings, and no agency is one", async (page, go) => {
    await go("/services?lang=en");
    const headings = await page.locator("main h2").allInnerTexts();
    assert.ok(headings.length >= 8, headings.join());
    const agencies = ["Public Works", "Inspectional Services", "Transportation", "Parks"];
    assert.deepEqual(headings.filter((heading) => agencies.some((agency) => heading.startsWith(`${agency} Department`))), []);
    assert.ok((await page.locator('main a[href^="/services/"]').count()) >= 50);
  });
}

/** The listbox of suggestions, by keyboard; it stays while it is used and goes with Escape. */
async function suggestions(city) {
  await city.journey("suggestions unfold on home, are told, chosen with the arrows and closed with Escape", { locale: "en" }, async (page, go) => {
    await go("/");
    const box = page.getByRole("combobox");
    const options = page.locator(".rot-suggest [role=option]:visible");
    await box.pressSequentially("street li");
    await options.first().waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    assert.equal(path(page), "/", "nothing happens by itself");
    await page.getByRole("status").getByText("Use the arrow keys").waitFor({ state: "attached" });
    await inspect(page);
    await options.nth(1).hover();
    assert.ok((await options.count()) > 1, "they stay while the pointer is on them");
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    assert.ok(await box.evaluate((it) => it === document.activeElement), "the focus stays in the box");
    await page.keyboard.press("Escape");
    assert.equal(await options.count(), 0);
    assert.equal(await box.inputValue(), "street li");
    await page.keyboard.press("g");
    await options.first().waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await options.count(), 0, "who goes on leaves nothing open");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("street light");
    await options.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await follow(page, () => page.keyboard.press("Enter"));
    assert.equal(path(page), LIGHT);
    await go("/");
    await page.locator("#q").pressSequentially("xyzzyx");
    await page.getByRole("status").getByText("Nothing fits").waitFor({ state: "attached" });
  });
}

/** What others reported: a list, a map, feeds. */
export async function reports(city) {
  await city.journeys("reports are filtered by service, district and state, a page at a time, and followed as a feed", async (page, go) => {
    await go("/reports?lang=en");
    const cards = page.locator(".rot-card");
    assert.equal(await cards.count(), 30);
    const first = await cards.first().innerText();
    await follow(page, () => page.locator("a[rel=next]").click());
    assert.notEqual(await cards.first().innerText(), first);
    await go("/reports");
    const district = await page.locator("#district option").nth(3).getAttribute("value");
    await page.locator("#service").selectOption("street-light-outages");
    await page.locator("#district").selectOption(district);
    await page.locator("#status").selectOption("closed");
    await follow(page, () => page.locator(".rot-filter button").click());
    const asked = new URL(page.url()).searchParams;
    assert.deepEqual([asked.get("service"), asked.get("district"), asked.get("status")], ["street-light-outages", district, "closed"]);
    assert.ok((await cards.count()) > 0);
    const name = await page.locator("#district option:checked").innerText();
    for (const card of await cards.all()) assert.match(await card.innerText(), new RegExp(`^Broken street light[^]*Closed [^]*${name}`));
    const feed = await page.locator('main a[href^="/reports.rss"]').getAttribute("href");
    const text = await (await city.fetch(feed)).text();
    assert.equal(text.match(/<item>/g).length, await cards.count());
    assert.equal(await page.locator('link[type="application/rss+xml"]').getAttribute("href"), feed);
    await follow(page, () => page.locator(".rot-card a").first().click());
    assert.match(await page.locator("main").innerText(), /What has happened/);
    assert.equal(await page.locator(".rot-status").count(), 1);
    const one = await page.locator('main a[href$="/feed.rss"]').getAttribute("href");
    assert.match((await city.fetch(one)).headers.get("content-type"), /rss/);
  });
  await city.journey("a map is fetched when somebody asks for it, from this house alone, and its marks lead to reports", { locale: "en" }, async (page, go) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await go("/reports");
    const early = asked.filter((url) => /map|geojson|reports\.json|tile/.test(url));
    assert.deepEqual(early, [], "nothing of the map before the tap");
    await page.locator(".rot-map [data-map-open]").click();
    const map = page.getByRole("application");
    await map.waitFor();
    await page.locator(".rot-pin").first().waitFor();
    assert.ok(asked.some((url) => url.includes("/districts.geojson")) && asked.some((url) => url.includes("/reports.json")));
    assert.ok(asked.every((url) => url.startsWith(`${city.origin}/`) || url.startsWith("data:")));
    await inspect(page);
    const many = page.locator("button.rot-pin--many");
    for (let opened = 0; opened < 15 && (await page.locator("a.rot-pin").count()) === 0; opened += 1) {
      await many.first().focus();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(350);
    }
    const pin = page.locator("a.rot-pin").first();
    assert.match(await pin.getAttribute("aria-label"), /.+, (Open|Waiting|Late)/);
    await follow(page, () => pin.evaluate((it) => it.click()));
    assert.match(path(page), /^\/reports\/[0-9A-Z-]{11}$/);
  });
  await city.journey("a place is chosen on the map or by where one is, and its district is told", { locale: "en", geolocation: { latitude: 42.3601, longitude: -71.0589 }, permissions: ["geolocation"] }, async (page, go) => {
    await go("/ask/street-light-outages");
    for (let pages = 0; pages < 4 && (await page.locator("#address").count()) === 0; pages += 1) await pointer.press(page, "main form .govuk-button[type=submit]");
    await page.locator("[data-use-location]").click();
    await page.getByText("We have your position.").first().waitFor();
    await page.locator("[data-map-open]").click();
    await page.waitForFunction(() => document.activeElement.matches("[role=application]"));
    await page.keyboard.press("ArrowUp");
    await page.locator(".rot-map__note").getByText(/This is in .+\./).waitFor();
    await pointer.press(page, "main form .govuk-button[type=submit]");
    assert.match(path(page), /similar|details/);
  });
}
