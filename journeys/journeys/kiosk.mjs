// A kiosk: a ticket in two touches, nothing left for the next one, and tickets while the network is gone.
import assert from "node:assert/strict";
import { ways } from "../hall.mjs";
import { keys, pointer } from "../hands.mjs";
import { path, spoken } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const DONE = ".kiosk-go a";
const upright = { viewport: { width: 1080, height: 1920 } };

/** Whether the office is open; a day of the demonstration begins half an hour before, which is half a minute. */
async function isOpen(city, page, go) {
  await go(city.kiosk);
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await page.locator(".kiosk-note").count()) === 0) return true;
    await new Promise((done) => setTimeout(done, 1_000));
    await go("/kiosk");
  }
  return false;
}

/** As it comes, with larger text, in high contrast, lowered, and all of them. */
const looks = ["", "l", "c", "d", "lcd"];

const story = (city, hands, language, scripts) => async (page, go) => {
  if (!(await isOpen(city, page, go))) return;
  const see = async () => scripts && inspect(page);
  const begin = () => hands.press(page, `.kiosk-tile[hreflang=${language}]`);
  await see();
  await begin();
  await see();
  await hands.press(page, "button[name=line]");
  assert.equal(path(page), "/kiosk/ticket");
  assert.match(await spoken(page), new RegExp(`^${language} `));
  const number = (await page.locator(".kiosk-number").innerText()).trim();
  assert.match(number, /^[A-Z]\d\d+$/);
  await see();
  await hands.press(page, DONE);
  assert.equal(path(page), "/kiosk");
  for (let steps = 0; steps < 4; steps += 1) {
    await page.goBack().catch(() => {});
    const text = await page.locator("body").innerText();
    assert.ok(!text.includes(number), "nobody sees the ticket of whoever was there before");
  }
  await go(city.kiosk);
  await begin();
  await hands.write(page, "#said", "Nobody of that name");
  await hands.press(page, "form:has(#said) button");
  assert.equal(await page.locator("#said").count(), 0, "what was written is gone, and what to do is said");
  await see();
  await hands.press(page, DONE);
  assert.equal(path(page), "/kiosk");
};

/** Whoever stands before it reaches every target, and nothing of them is left. */
export async function kiosk(city) {
  if (!city.kiosk) return;
  const touch = { hands: pointer, language: "en", javaScriptEnabled: true, said: "in two touches" };
  for (const { hands = keys, language, javaScriptEnabled, said } of [touch, ...ways]) {
    const what = `a ticket is taken at a kiosk and erased, ${said}`;
    await city.journey(what, { ...upright, javaScriptEnabled }, story(city, hands, language, javaScriptEnabled));
  }
  for (const [place, language] of city.languages.entries()) {
    const look = looks[place % looks.length];
    await city.journey(`axe finds nothing at a kiosk (${language}, look "${look}")`, upright, async (page, go) => {
      await go(city.kiosk);
      for (const at of ["/kiosk", "/kiosk/for", "/kiosk/still"]) {
        await go(`${at}?lang=${language}&look=${look}&at=/kiosk/for`);
        assert.match(await spoken(page), new RegExp(`^${language} `));
        await inspect(page);
      }
    });
  }
  await city.journey("every target of a kiosk is large", upright, async (page, go) => {
    await go(city.kiosk);
    for (const path of ["/kiosk", "/kiosk/alone", "/kiosk/for?lang=en", "/kiosk/still?lang=en&at=/kiosk/for"]) {
      await go(path);
      for (const target of await page.locator("a:visible, button:visible, input:visible").all()) {
        const { width, height } = await target.boundingBox();
        assert.ok(width >= 64 && height >= 64, `${path}: ${await target.innerText()} is ${width} × ${height}`);
      }
    }
  });
  await city.journey("a kiosk without a network gives out a number, and tells of it once", upright, async (page, go) => {
    if (!(await isOpen(city, page, go))) return;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => caches.match("/kiosk/alone"));
    await page.waitForFunction(() => JSON.parse(localStorage.getItem("kiosk-numbers"))?.first === 501);
    const answers = [];
    page.on("response", (answer) => answer.request().method() === "PUT" && answers.push(answer));
    await page.context().setOffline(true);
    await go("/kiosk");
    await page.locator("[data-speaks=en]").click();
    await page.locator("[data-part=lines-en] [data-line]").first().click();
    const number = page.locator("[data-part=ticket-en] [data-number]");
    assert.match(await number.innerText(), /^[A-Z]501$/);
    await page.locator("[data-part=ticket-en] [data-done]").click();
    await page.context().setOffline(false);
    await page.waitForURL("**/kiosk", { timeout: 30_000 });
    await page.waitForFunction(() => localStorage.getItem("kiosk-tickets") === "[]");
    assert.equal(answers.length, 1, "it is told once");
    assert.equal(answers[0].status(), 200);
    // Told again, as after an answer that was lost, it is the same ticket; by then the first page has come by itself.
    await page.locator("a.kiosk-tile").first().waitFor({ timeout: 30_000 });
    const again = await page.evaluate(async (url) => {
      const headers = { "kiosk-token": document.body.dataset.token, "content-type": "application/json" };
      const body = JSON.stringify({ language: "en", given_at: Date.now(), now: Date.now() });
      return (await fetch(url, { method: "PUT", headers, body })).json();
    }, answers[0].url());
    assert.deepEqual(again, { answer: "joined" });
  });
}
