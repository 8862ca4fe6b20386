// A customer asks: one thing a page, checks, sends once, and follows.
import assert from "node:assert/strict";
import { follow } from "../visitor.mjs";

/** Presses the page's own button and waits for the next page. */
const goOn = (page) => follow(page, () => page.locator("main form .govuk-button[type=submit]").first().click());

/** Fills in every page of a request until it is sent; gives the pages that were seen. */
export async function ask(page, go, { service, fill, keyboard = false }) {
  await go(`/services/${service}`);
  await follow(page, () => page.locator(".govuk-button--start").click());
  const seen = [];
  for (let step = 0; step < 20; step += 1) {
    const name = new URL(page.url()).pathname.split("/").at(-1);
    seen.push(name);
    if (name === "done") return seen;
    assert.equal(await page.locator("h1").count(), 1, name);
    await fill[name]?.(page, name);
    await (keyboard ? follow(page, () => send(page)) : goOn(page));
    assert.equal(await page.locator(".govuk-error-summary").count(), 0, `${name}: ${await page.locator(".govuk-error-summary").allInnerTexts()}`);
  }
  throw new Error(`never sent: ${seen}`);
}

/** Goes to the page's own button with the Tab key and presses Enter. */
async function send(page) {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await page.evaluate(() => document.activeElement.matches("main form .govuk-button[type=submit]:not([name])"))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

const light = {
  where: (page) => page.locator("#address").fill("1 City Hall Square"),
  details: (page) => page.locator("#description").fill("The lamp by the stairs has been dark since Monday."),
  contact: async (page) => {
    await page.locator("#name").fill("Mae Lee");
    await page.locator("#email").fill("mae.lee@example.org");
  },
};

export async function asking(city) {
  await city.journeys("a street light is reported, followed, and taken back", async (page, go) => {
    const seen = await ask(page, go, { service: "street-light-outages", fill: light });
    assert.ok(seen.includes("check"), seen.join());
    const reference = await page.locator("#reference").innerText();
    const secret = await page.locator("#secret").innerText();
    assert.match(reference, /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    assert.match(secret, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const done = page.url();
    await page.reload();
    assert.equal(await page.locator("#reference").innerText(), reference, "the confirmation survives a second look");
    assert.equal(await page.locator("#secret").innerText(), secret);
    // The browser's back button and a second tap send nothing twice.
    await page.goBack();
    await page.goto(done.replace("/done", "/check"));
    assert.equal(page.url(), done);
    await go(`/cases/${reference}`);
    assert.ok((await page.locator("#sentence").innerText()).length > 10);
    await follow(page, () => page.locator(`a[href="/cases/${reference}/withdrawal"]`).click());
    await goOn(page);
    assert.equal(new URL(page.url()).pathname, `/cases/${reference}`);
    assert.equal(await page.locator(".rot-status--done").count(), 1);
  });
}
