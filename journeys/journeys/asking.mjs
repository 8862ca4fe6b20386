// A customer asks: the whole way in each language, and what may happen on it.
import assert from "node:assert/strict";
import { pointer } from "../hands.mjs";
import { inPairs } from "../tally.mjs";
import { goOn, unfold } from "../tour.mjs";
import { follow, path, photo, step } from "../visitor.mjs";
import { BUTTON, way } from "../way.mjs";

/** Which languages are walked with scripts, and which without. */
const ways = [["en", true], ["ar", true], ["en", false], ["ar", false], ["es", true], ["ta", false], ["hi", true], ["fr", false]];

/** The whole way of a request, by pointing. */
export async function asking(city) {
  await inPairs(ways, async ([language, javaScriptEnabled]) => {
    const what = `a request is found, sent, followed, answered, rated and taken back (${language}${javaScriptEnabled ? "" : ", without scripts"})`;
    const context = { locale: language, javaScriptEnabled, seconds: 150 };
    await city.journey(what, context, (...tools) => way(city, { language, hands: pointer }, ...tools));
  });
}

/** Writes a report of a street light as far as a page, or until it is sent. */
export async function report(page, go, { at, until = "done" } = {}) {
  await go("/ask/street-light-outages", page);
  const fill = {
    where: async () => {
      await page.locator("#address").fill("20 Union Park");
      await unfold(page);
      for (const [field, value] of Object.entries(at ?? {})) await page.locator(`#${field}`).fill(value);
    },
    details: () => page.locator("#description").fill("It flickers.\n<b>Dark</b> at night."),
    contact: () => page.locator("#email").fill("mae.lee@example.org"),
  };
  for (let count = 0; count < 15 && step(page) !== until; count += 1) {
    await fill[step(page)]?.();
    await goOn(page);
  }
  assert.equal(step(page), until);
  return until === "done" ? page.locator("#reference").innerText() : "";
}

const shown = (page) => page.locator(".govuk-error-summary").count();

/** Going back, tapping twice, sending again. */
export async function once(city) {
  await city.journeys("a second tap, the back button and an old page send nothing twice", async (page, go) => {
    await report(page, go, { until: "check" });
    const check = path(page);
    await follow(page, () => page.locator(BUTTON).dblclick());
    await page.waitForURL("**/done");
    const reference = await page.locator("#reference").innerText();
    await page.goBack();
    if (step(page) === "check") await goOn(page);
    await page.waitForURL("**/done");
    assert.equal(await page.locator("#reference").innerText(), reference);
    await go(check);
    assert.equal(step(page), "done");
    await go("/follow");
    assert.equal(await page.locator(".rot-card").count(), 1, "one request was sent, so one is held");
  });
  await city.journeys("who goes back finds what was written and goes on from there", async (page, go) => {
    await report(page, go, { until: "contact" });
    await follow(page, () => page.locator(".govuk-back-link").click());
    assert.equal(step(page), "photos");
    await follow(page, () => page.locator(".govuk-back-link").click());
    assert.equal(await page.locator("#description").inputValue(), "It flickers.\n<b>Dark</b> at night.");
    await page.locator("#description").fill("It is out.");
    await goOn(page);
    assert.equal(step(page), "contact", "what is done already is not asked again");
    await page.goBack();
    await page.goBack();
    assert.ok(["photos", "details"].includes(step(page)));
    await go(path(page).replace(/[^/]+$/, "check"));
    assert.match(await page.locator("main").innerText(), /It is out\./);
  });
}

/** Who a service is not for is told before anything else is asked, and can go back. */
export async function stops(city) {
  await city.journeys("a stop says what to do instead, and the way back keeps the answer", async (page, go) => {
    await go("/ask/street-light-outages?lang=en");
    await page.locator("#wrong-4").check();
    await goOn(page);
    assert.equal(step(page), "stop");
    assert.match(await page.locator("h1").innerText(), /Call 911/);
    assert.equal(await page.locator("main form").count(), 0, "nothing more is asked");
    await follow(page, () => page.locator(".govuk-back-link").click());
    assert.ok(await page.locator("#wrong-4").isChecked());
    await page.locator("#wrong").check();
    await goOn(page);
    assert.notEqual(step(page), "stop");
    await go("/ask/schedule-a-bulk-item-pickup-ss");
    await page.locator("#debris").check();
    await goOn(page);
    await follow(page, () => page.locator('main a[href^="/services/"]').first().click());
    assert.equal(path(page), "/services/construction-debris");
  });
}

/** What a page says to those who do not see it, and to browsers that fill in. */
export async function names(city) {
  await city.journeys("fields say what they are for, and links and buttons of one word name what they change", async (page, go) => {
    await report(page, go, { until: "where" });
    const purpose = (field) => page.locator(`#${field}`).getAttribute("autocomplete");
    assert.equal(await purpose("address"), "street-address");
    await report(page, go, { until: "photos" });
    await page.locator("#files").setInputFiles([await photo(page, "one.png"), await photo(page, "two.png")]);
    await goOn(page);
    const spoken = (selector) => page.locator(selector).allTextContents();
    assert.equal(new Set(await spoken(".rot-thumbs button")).size, 2);
    await goOn(page);
    assert.deepEqual(await Promise.all(["name", "email", "phone"].map(purpose)), ["name", "email", "tel"]);
    await goOn(page);
    const changes = await spoken(".govuk-summary-list__actions a");
    assert.ok(changes.length >= 5, changes.join());
    assert.equal(new Set(changes).size, changes.length, changes.join());
  });
}

/** What is wrong is said at the field, in the summary and in the title; nothing that was typed is lost. */
export async function errors(city) {
  await city.journeys("whatever is wrong, what was typed is kept", async (page, go) => {
    await go("/ask/schedule-a-bulk-item-pickup-ss?lang=en");
    await goOn(page);
    assert.match(await page.title(), /^Error: /);
    await page.locator("#debris-2").check();
    await goOn(page);
    await page.locator("#items-1-what-3").check();
    await page.locator("#items-1-how-many").fill("many");
    await goOn(page);
    assert.ok(await page.locator("#items-1-what-3").isChecked());
    assert.equal(await page.locator("#items-1-how-many").inputValue(), "many");
    assert.match(await page.locator("#items-1-how-many-error").innerText(), /Write a number/);
    await page.locator("#items-1-how-many").fill("1");
    await follow(page, () => page.locator("button[name=more]").click());
    await page.locator("#items-2-what").check();
    await page.locator("#items-2-how-many").fill("2");
    await follow(page, () => page.locator("button[name=remove]").first().click());
    assert.ok(await page.locator("#items-1-what").isChecked(), "the first was taken away, the second is left");
    assert.equal(await page.locator("#items-1-how-many").inputValue(), "2");
    await goOn(page);
    for (const [day, month, year] of [["31", "2", "2015"], ["1", "4", "2015"]]) {
      for (const [part, value] of Object.entries({ day, month, year })) await page.locator(`#date-${part}`).fill(value);
      await goOn(page);
      assert.equal(await shown(page), 1, `${day} ${month} ${year}`);
      assert.deepEqual(await page.locator(".govuk-date-input input").evaluateAll((all) => all.map((it) => it.value)), [day, month, year]);
    }
  });
  await city.journeys("words of every kind arrive as they were written", async (page, go) => {
    const words = "‮txet‬ 🕯️ 灯 <script>alert(1)</script> & “it’s”\nمصباح";
    await report(page, go, { until: "details" });
    await page.locator("#description").fill("x".repeat(20_001));
    await goOn(page);
    assert.equal(await shown(page), 1);
    assert.equal((await page.locator("#description").inputValue()).length, 20_001, "too long, and still there");
    await page.locator("#description").fill(words);
    await goOn(page);
    await go(path(page).replace(/[^/]+$/, "check"));
    const seen = await page.locator(".rot-words").allTextContents();
    // Marks that would turn around what others read after them are left behind.
    assert.ok(seen.includes(words.replaceAll(/[\u202a-\u202e]/g, "")), seen.join(" | "));
  });
  await city.journeys("photos are shown, taken away again, and refused in words where they are none", async (page, go) => {
    await report(page, go, { until: "photos" });
    await page.locator("#files").setInputFiles([await photo(page, "one.png"), await photo(page, "صورة.png")]);
    await goOn(page);
    assert.deepEqual(await page.locator(".rot-thumbs li > bdi").allInnerTexts(), ["one.jpg", "صورة.jpg"]);
    await follow(page, () => page.locator(".rot-thumbs button").first().click());
    assert.deepEqual(await page.locator(".rot-thumbs li > bdi").allInnerTexts(), ["صورة.jpg"]);
    await page.locator("#files").setInputFiles([{ name: "cat.jpg", mimeType: "image/jpeg", buffer: Buffer.from("%PDF-1.7 no cat") }]);
    await goOn(page);
    assert.match(await page.locator("#files-error").innerText(), /cat\.jpg/);
    assert.equal(await page.locator(".rot-thumbs li").count(), 1, "what was taken before is still there");
    await goOn(page);
    assert.equal(step(page), "contact");
  });
}

/** Leaving a request and going on with it elsewhere. */
export async function leaving(city) {
  await city.journeys("a request is left, and taken up in another browser by its link", async (page, go, visit) => {
    await report(page, go, { until: "contact" });
    await follow(page, () => page.locator('main a[href$="/later"]').click());
    await goOn(page);
    const link = await page.locator(".govuk-inset-text a").getAttribute("href");
    assert.match(link, /^\/resume\/[\w-]+$/);
    const other = await visit();
    await go(link, other);
    await goOn(other);
    assert.equal(step(other), "contact");
    await go(path(other).replace(/[^/]+$/, "check"), other);
    assert.match(await other.locator("main").innerText(), /It flickers\./);
    const answer = await go(path(other), page);
    assert.equal(answer.status(), 404, "it is written in one browser at a time");
    await go("/services/street-light-outages", other);
    await follow(other, () => other.locator(".govuk-inset-text a").first().click());
    await other.locator("#email").fill("mae.lee@example.org");
    await goOn(other);
    await goOn(other);
    assert.equal(step(other), "done");
  });
  await city.journeys("a request that was begun is thrown away", async (page, go) => {
    await report(page, go, { until: "contact" });
    const asking = path(page);
    await follow(page, () => page.locator('main a[href$="/later"]').click());
    await follow(page, () => page.locator("button[name=discard]").click());
    assert.equal(path(page), "/services/street-light-outages");
    assert.equal((await go(asking)).status(), 404);
  });
}

/** Places of their own, so that each walk meets its own reports. */
const corners = [{ lat: "42.3420", long: "-71.0745" }, { lat: "42.3310", long: "-71.0950" }];

/** Who reports what others reported is asked on a page of its own, and joins in two steps. */
export async function joining(city) {
  await city.journeys("mine too: similar reports are shown on a page of their own, and every reporter stays attached", async (page, go, visit) => {
    const at = corners.shift();
    const reference = await report(page, go, { at });
    const other = await visit();
    await report(other, go, { at, until: "similar" });
    const same = other.locator(`input[name=same][value="${reference}"]`);
    assert.ok(await other.locator("#same-none").isChecked(), "nobody joins by pressing on");
    await same.check();
    await goOn(other);
    assert.equal(step(other), "contact", "nothing is asked that the first one told already");
    await other.locator("#email").fill("jo.park@example.org");
    await goOn(other);
    assert.match(await other.locator("main").innerText(), new RegExp(reference));
    await goOn(other);
    const own = await other.locator("#reference").innerText();
    assert.notEqual(own, reference);
    await go(`/cases/${own}`, other);
    assert.match(await other.locator("#sentence").innerText(), new RegExp(reference), "whose report speaks for it");
    await go(`/cases/${reference}`, page);
    assert.match(await page.locator(".rot-timeline").innerText(), /Somebody else reported the same/);
    await report(other, go, { at, until: "similar" });
    await goOn(other);
    assert.equal(step(other), "details", "mine is different");
  }, { locale: "en" });
}
