// The portal's main pages in one language, with what they need: requests that are begun and sent, and their cookies.
import { goOn, sights, unfold } from "./tour.mjs";
import { step } from "./visitor.mjs";

const { service, at } = sights.boston;

/** Goes through an asking up to a page of it. */
async function ask(page, origin, until) {
  await page.goto(`${origin}/ask/${service}`);
  for (let count = 0; count < 18 && step(page) !== until; count += 1) {
    if (await page.locator("#address").count()) {
      await page.locator("#address").fill("1 City Hall Square");
      await unfold(page);
      await page.locator("#lat").fill(at[0]);
      await page.locator("#long").fill(at[1]);
    }
    const radio = page.locator("main form input[type=radio]").first();
    if ((await radio.count()) && !(await page.locator("main form input[type=radio]:checked").count())) await radio.check();
    if (step(page) === "details") await page.locator("#description").fill("It has been so since Monday.");
    if (step(page) === "contact") await page.locator("#email").fill("mae.lee@example.org");
    await goOn(page);
  }
  if (step(page) !== until) throw new Error(`the asking never came to ${until}, but to ${page.url()}`);
  return new URL(page.url()).pathname;
}

/** Addresses by name, and the state of the browser that may open them. */
export async function main(browser, origin, locale) {
  const page = await browser.visit({ locale, serviceWorkers: "block" });
  page.setDefaultTimeout(20_000);
  const where = await ask(page, origin, "where");
  const check = await ask(page, origin, "check");
  const done = await ask(page, origin, "done");
  const reference = await page.locator("#reference").innerText();
  const state = await page.context().storageState();
  await page.context().close();
  const paths = {
    home: "/",
    service: `/services/${service}`,
    asking: where,
    check,
    done,
    case: `/cases/${reference}`,
    reports: "/reports",
    report: `/reports/${reference}`,
  };
  return { paths, state };
}

/** A table in Markdown. */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The one in the middle. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
