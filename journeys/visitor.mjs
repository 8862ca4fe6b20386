// A visitor: a browser context of their own, and everything that must not happen while they look around.
import assert from "node:assert/strict";
import { sizes } from "./browser.mjs";
import { check } from "./tally.mjs";

/** The languages' direction of reading. */
export const direction = (language) => (language === "ar" ? "rtl" : "ltr");

/** What visitors do in one city. */
export class City {
  constructor(browser, origin, { name, languages, key }) {
    Object.assign(this, { browser, origin, name, languages, key });
  }

  /** A check in which a visitor walks through the pages; nothing may go wrong on the way. */
  async journey(name, context, walk) {
    await check(`${this.name}: ${name}`, async () => {
      const page = await this.browser.visit({ viewport: sizes.desk, locale: this.languages[0], reducedMotion: "reduce", ...context });
      page.setDefaultTimeout(15_000);
      const trouble = watch(page, this.origin);
      try {
        await walk(page, (path) => page.goto(this.origin + path));
        assert.deepEqual(trouble, [], "something went wrong on the way");
      } finally {
        await page.context().close();
      }
    });
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
}

/** Errors on the console (which is where violations of the content security policy are told), failed and foreign
 *  requests, and answers that say that the server broke. A page that is missing on purpose is no trouble. */
function watch(page, origin) {
  const trouble = [];
  page.on("console", (message) => {
    const missing = /status of 4\d\d/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !missing) trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) trouble.push(`another origin: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page early stops what it was still loading.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") trouble.push(`${why}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return trouble;
}

/** Waits for the next page that something leads to. */
export async function follow(page, act) {
  const [response] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), act()]);
  return response;
}

/** A number as the page writes it. */
export const number = (text) => Number(text.replaceAll(/[^\d.]/g, ""));

/** Numbers of the list on the page about the house: came in, closed, open. */
export const counts = async (page) => (await page.locator(".counts b").allTextContents()).map(number);

/** The language of a page, as browsers and screen readers understand it. */
export const spoken = (page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir].join(" "));
