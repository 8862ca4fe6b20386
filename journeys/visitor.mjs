// A visitor: a browser context of their own, and everything that must not happen while they look around.
import assert from "node:assert/strict";
import { sizes } from "./browser.mjs";
import { check } from "./tally.mjs";

/** The languages' direction of reading. */
export const direction = (language) => (language === "ar" ? "rtl" : "ltr");

/** What visitors do in one city. */
export class City {
  constructor(browser, origin, { name, languages, key, officer, kiosk, board }) {
    Object.assign(this, { browser, origin, name, languages, key, kiosk, board, staff: officer });
  }

  /** A check in which a visitor walks through the pages; nothing may go wrong on the way. `visit` opens another
   *  browser, which knows nothing of the first. */
  async journey(name, { seconds, ...context }, walk) {
    await check(`${this.name}: ${name}`, async () => {
      const [trouble, pages] = [[], []];
      const visit = async (more = {}) => {
        const locale = this.languages[0];
        const page = await this.browser.visit({ viewport: sizes.desk, locale, reducedMotion: "reduce", ...context, ...more });
        page.setDefaultTimeout(15_000);
        watch(page, this.origin, trouble);
        pages.push(page);
        return page;
      };
      try {
        await walk(await visit(), (path, page = pages[0]) => page.goto(this.origin + path), visit);
        assert.deepEqual(trouble, [], "something went wrong on the way");
      } finally {
        for (const page of pages) await page.context().close();
      }
    }, seconds);
  }

  /** The same journey with scripts and without. */
  async journeys(name, walk, context = {}) {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? "" : ", without scripts";
      await this.journey(name + how, { javaScriptEnabled, ...context }, walk);
    }
  }

  /** An answer as a program gets it. */
  fetch(path, options = {}) {
    return fetch(this.origin + path, { redirect: "manual", signal: AbortSignal.timeout(20_000), ...options });
  }

  /** What an officer does to a case, over the door of the staff's own programs. */
  async officer(reference, act, body) {
    const headers = { authorization: `Bearer ${this.staff}`, "content-type": "application/json" };
    const case_ = `/api/v1/cases/${reference}`;
    const { case: { revision } } = await (await this.fetch(case_, { headers })).json();
    const answer = await this.fetch(`${case_}/${act}`, { method: "POST", headers, body: JSON.stringify({ revision, ...body }) });
    assert.equal(answer.status, 200, await answer.text());
  }
}

/** Errors on the console (which is where violations of the content security policy are told), failed and foreign
 *  requests, and answers that say that the server broke. A page that is missing on purpose is no trouble. */
function watch(page, origin, trouble) {
  page.on("console", (message) => {
    const missing = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !missing) trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) trouble.push(`another origin: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page early stops what it was still loading; and some have no network on purpose.
    const why = request.failure()?.errorText;
    if (!["net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED"].includes(why)) trouble.push(`${why}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) trouble.push(`${response.status()}: ${response.url()}`);
  });
}

/** Waits for the next page that something leads to. */
export async function follow(page, act) {
  const [response] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), act()]);
  return response;
}

/** The path of the page that is open. */
export const path = (page) => new URL(page.url()).pathname;

/** The last part of an address. */
export const step = (page) => path(page).split("/").at(-1);

/** A number as the page writes it. */
export const number = (text) => Number(text.replaceAll(/[^\d.]/g, ""));

/** Numbers of the list on the page about the house: came in, closed, open. */
export const counts = async (page) => (await page.locator(".counts b").allTextContents()).map(number);

/** The language of a page, as browsers and screen readers understand it. */
export const spoken = (page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir].join(" "));

/** A small photograph as a phone would send one. */
export const photo = async (page, name = "light.png") => ({
  name,
  mimeType: "image/png",
  buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } }),
});
