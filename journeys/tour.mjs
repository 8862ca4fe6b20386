// Every page that the portal has, in the order in which a customer may meet them.
import { follow } from "./visitor.mjs";

/** What a city has to show. */
export const sights = {
  boston: { service: "street-light-outages", search: "light", at: ["42.3601", "-71.0589"] },
  qamar: { service: "burst-pipe", search: "water", at: undefined },
};

/** Presses the page's own button and waits for the next page. */
export const goOn = (page) => follow(page, () => page.locator("main form .govuk-button[type=submit]:not([name])").first().click());

/** The last part of an address. */
export const step = (page) => new URL(page.url()).pathname.split("/").at(-1);

/** Opens all that is folded away. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));

/** Pages that stand by themselves. */
export const fixed = {
  home: "/",
  services: "/services",
  follow: "/follow",
  reports: "/reports",
  feedback: "/feedback?about=/",
  complaints: "/complaints",
  accessibility: "/accessibility",
  translations: "/translations",
  offline: "/offline",
  about: "/about",
  scorecard: "/scorecard",
  missing: "/nowhere",
};

/** Goes through all of them and has each looked at. */
export async function tour(city, page, go, look) {
  const { service, search, at } = sights[city.name];
  const see = async (name, path) => {
    await go(path);
    await look(name);
  };
  for (const [name, path] of Object.entries(fixed)) await see(name, path);
  await see("found", `/services?q=${search}`);
  await see("service", `/services/${service}`);
  for (const [name, part] of [["life event", "life"], ["article", "help"]]) {
    await go("/services?q=" + search);
    const link = page.locator(`a[href^="/${part}/"]`).first();
    if (await link.count()) await see(name, await link.getAttribute("href"));
  }
  await go(`/ask/${service}`);
  let asking;
  for (let count = 0; count < 18 && step(page) !== "done"; count += 1) {
    const name = step(page) === service ? "first" : step(page);
    await look(`asking: ${name}`);
    if (await page.locator("#address").count()) {
      // Nothing is filled in at first, so that the errors are seen too.
      await goOn(page);
      await look("asking: where, with an error");
      await page.locator("#address").fill("1 City Hall Square");
      if (at) {
        await unfold(page);
        await page.locator("#lat").fill(at[0]);
        await page.locator("#long").fill(at[1]);
      }
    }
    if (name === "details") await page.locator("#description").fill("It has been so since Monday.");
    if (name === "contact") {
      asking = new URL(page.url()).pathname.replace(/\/[^/]+$/, "");
      await see("later", `${asking}/later`);
      await go(`${asking}/contact`);
      await page.locator("#email").fill("mae.lee@example.org");
    }
    await goOn(page);
  }
  await look("done");
  const reference = await page.locator("#reference").innerText();
  await see("case", `/cases/${reference}`);
  for (const act of ["message", "contact", "withdrawal", "complaint"]) await see(`case: ${act}`, `/cases/${reference}/${act}`);
  await see("report", `/reports/${reference}`);
  await see("held", "/follow");
}
