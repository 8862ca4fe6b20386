// Every page that the portal has, in the order in which a customer may meet them, with what is said when things go wrong.
import { follow, path, photo, spoken, step } from "./visitor.mjs";
import { BUTTON } from "./way.mjs";

/** What a city has to show. */
export const sights = {
  boston: { service: "street-light-outages", search: "light", at: ["42.3601", "-71.0589"], stop: ["street-light-outages", "#wrong-4"] },
  qamar: { service: "burst-pipe", search: "water", at: ["29.195", "25.515"], stop: ["new-connection", "#use-3"] },
};

/** Presses the page's own button and waits for the next page. */
export const goOn = (page) => follow(page, () => page.locator(BUTTON).first().click());

/** Opens all that is folded away. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));

/** Pages that stand by themselves. */
const fixed = {
  home: "/",
  services: "/services",
  "follow: empty": "/follow",
  reports: "/reports",
  "reports: none": "/reports?district=nowhere&status=closed",
  feedback: "/feedback?about=/",
  complaints: "/complaints",
  accessibility: "/accessibility",
  translations: "/translations",
  offline: "/offline",
  about: "/about",
  scorecard: "/scorecard",
  "scorecard: by service": "/scorecard?by=service",
  "scorecard: refused": "/scorecard?from=yesterday",
  missing: "/nowhere",
  "found: nothing": "/services?q=xyzzyx",
};

/** Goes through all of them and has each looked at. */
export async function tour(city, page, go, look) {
  const see = async (name, address) => {
    await go(address);
    await look(name);
  };
  for (const [name, address] of Object.entries(fixed)) await see(name, address);
  await help(city, page, go, see);
  await errors(page, go, look);
  await codes(page, go, look);
  await stopped(city, page, go, look);
  const reference = await asked(city, page, go, see, look);
  await followed(city, page, go, see, look, reference);
}

async function help(city, page, go, see) {
  const { service, search } = sights[city.name];
  await see("found", `/services?q=${search}`);
  await see("service", `/services/${service}`);
  for (const [name, part] of [["life event", "life"], ["article", "help"]]) {
    await go(part === "life" ? "/" : `/services?q=${search}`);
    await see(name, await page.locator(`main a[href^="/${part}/"]`).first().getAttribute("href"));
  }
}

/** What is said when little was filled in, or nothing. */
async function errors(page, go, look) {
  await go("/follow");
  await goOn(page);
  await look("follow: error");
  await go("/feedback?about=/");
  await goOn(page);
  await look("feedback: error");
  await page.locator("#score").check();
  await goOn(page);
  await look("feedback: thanks");
}

/** Asking for a code by mail, where the house can send any. */
async function codes(page, go, look) {
  await go("/follow");
  if (!(await page.locator('main a[href^="/follow/code"]').count())) return;
  await go("/follow/code");
  await look("follow: code");
  await goOn(page);
  await look("follow: code, error");
  await page.locator("#email").fill("nobody.at.all@example.org");
  await goOn(page);
  await look("follow: write the code");
  await page.locator("#code").fill("000000");
  await goOn(page);
  await look("follow: write the code, error");
}

async function stopped(city, page, go, look) {
  const [service, answer] = sights[city.name].stop;
  await go(`/ask/${service}`);
  await look("asking: what decides");
  await page.locator(answer).check();
  await goOn(page);
  await look("asking: stop");
}

/** Writes a request until it is sent; gives its reference. */
async function asked(city, page, go, see, look) {
  const { service } = sights[city.name];
  await go(`/ask/${service}`);
  let begun = false;
  for (let count = 0; count < 18 && step(page) !== "done"; count += 1) {
    const first = (await page.locator("#address").count()) ? "where" : "first";
    const name = step(page) === service ? first : step(page);
    await look(`asking: ${name}`);
    await written[name]?.(city, page, look);
    await goOn(page);
    if (begun || !path(page).startsWith("/asking/")) continue;
    begun = true;
    const asking = path(page).replace(/\/[^/]+$/, "");
    const next = path(page);
    await see("service: begun", `/services/${service}`);
    await see("asking: too early", `${asking}/check`);
    await goOn(page);
    await look("asking: too early, error");
    await see("later", `${asking}/later`);
    await goOn(page);
    await look("later: link");
    await see("resume", await page.locator(".govuk-inset-text a").getAttribute("href"));
    await go(next);
  }
  await look("done");
  return page.locator("#reference").innerText();
}

const written = {
  async where(city, page, look) {
    const { at } = sights[city.name];
    await goOn(page);
    await look("asking: where, error");
    await page.locator("#address").fill("1 City Hall Square");
    await unfold(page);
    await page.locator("#lat").fill(at[0]);
    await page.locator("#long").fill(at[1]);
  },
  async details(city, page, look) {
    await goOn(page);
    await look("asking: details, error");
    await page.locator("#description").fill("سلام. It has been so since Monday, வணக்கம்.");
  },
  async photos(city, page, look) {
    await page.locator("#files").setInputFiles([await photo(page), await photo(page, "a rather long name of a picture of the light by the stairs.png")]);
    await goOn(page);
    await look("asking: photos, taken");
    await page.locator("#files").setInputFiles([{ name: "light.png", mimeType: "image/png", buffer: Buffer.from("no picture") }]);
    await goOn(page);
    await look("asking: photos, error");
  },
  async contact(city, page, look) {
    await page.locator("#email").fill("mae.lee");
    await goOn(page);
    await look("asking: contact, error");
    // One address for each language: who is known is written to in the language that is known.
    await page.locator("#email").fill(`mae.${(await spoken(page)).slice(0, 2)}@example.org`);
  },
};

/** Following a report by mail, where the house can send any. */
async function told(page, go, look, address) {
  if (!(await page.locator(`main a[href^="${address}"]`).count())) return;
  await go(address);
  await look("report: follow");
  await goOn(page);
  await look("report: follow, error");
  await page.locator("#email").fill("nobody.at.all@example.org");
  await goOn(page);
  await look("report: follow, asked");
}

/** The case and everything that can be done with it. */
async function followed(city, page, go, see, look, reference) {
  const at = `/cases/${reference}`;
  await see("case", at);
  await see("report", `/reports/${reference}`);
  await told(page, go, look, `/reports/${reference}/follow`);
  await see("follow", "/follow");
  for (const act of ["message", "contact", "withdrawal", "complaint"]) await see(`case: ${act}`, `${at}/${act}`);
  await goOn(page);
  await look("complaint");
  await go(`${at}/message`);
  await goOn(page);
  await look("case: message, error");
  if (city.staff) {
    await city.officer(reference, "wait", { words: "Which side of the street?" });
    await see("case: our question", at);
  }
  await go(`${at}/withdrawal`);
  await goOn(page);
  await look("case: closed");
  for (const act of ["rating", "reopening", "appeal"]) await see(`case: ${act}`, `${at}/${act}`);
  await go(`${at}/rating`);
  await goOn(page);
  await look("case: rating, error");
  await see("report: closed", `/reports/${reference}`);
}
