// How promises are kept: read, narrowed, widened, compared and taken along.
import assert from "node:assert/strict";
import { until } from "../tally.mjs";
import { follow, number } from "../visitor.mjs";

const MONTH = "from=2015-03-01&to=2015-03-31&lang=en";
const requests = async (page) => number(await page.locator(".tiles .value").nth(4).innerText());
const rows = (page) => page.locator("section[aria-labelledby=groups] tbody tr");

export async function scorecard(city) {
  await city.journeys("a minister reads how the city keeps its promises, and what each figure means", async (page, go) => {
    await go("/scorecard?lang=en");
    assert.match(await page.locator(".rot-lead").innerText(), /^[\d,]+ of [\d,]+ promises were kept: [\d.]+ %/);
    assert.match(await page.locator(".rot-lead + .rot-quiet").innerText(), /Requests from .* 2015 to .* 2015/);
    assert.equal(await page.locator(".tiles > li").count(), 6);
    assert.ok((await rows(page).count()) > 5);
    const [terms, texts] = await Promise.all(["dt", "dd"].map((tag) => page.locator(tag).allInnerTexts()));
    // Six of cases, and three of the waits at the offices.
    assert.equal(terms.length, 9);
    assert.equal(texts.length, 9);
    assert.ok(texts.every((text) => text.length > 40), "a definition says too little");
    for (const label of await page.locator(".tiles h2").allInnerTexts()) assert.ok(terms.includes(label), `${label} is not explained`);
  });

  await city.journeys("a reader narrows by links from the city to an agency to a service, and widens by going back", async (page, go) => {
    await go(`/scorecard?${MONTH}`);
    const whole = await requests(page);
    const agency = await rows(page).first().locator("th").innerText();
    await follow(page, () => rows(page).first().locator("a").click());
    assert.match(page.url(), /agency=[a-z-]+/);
    const own = await requests(page);
    assert.ok(own > 0 && own < whole, `${agency}: ${own} of ${whole}`);
    assert.match(await page.locator("section[aria-labelledby=groups] thead th").first().innerText(), /Service/);
    await follow(page, () => rows(page).first().locator("a").click());
    assert.match(page.url(), /service=[a-z-]+/);
    assert.ok((await requests(page)) < own);
    await follow(page, () => page.goBack());
    await follow(page, () => page.goBack());
    assert.ok((await requests(page)) >= whole);
  });

  for (const name of ["agency", "service", "district", "channel"]) {
    await city.journeys(`a reader chooses ${name} with the form, and all again`, async (page, go) => {
      await go(`/scorecard?${MONTH}`);
      const whole = await requests(page);
      await choose(page, name, 1);
      const chosen = await page.locator(`#${name}`).inputValue();
      assert.equal(new URL(page.url()).searchParams.get(name), chosen);
      assert.notEqual(chosen, "");
      assert.ok((await requests(page)) < whole);
      await choose(page, name, 0);
      assert.ok((await requests(page)) >= whole - 1);
    });
    await city.journeys(`a reader compares by ${name}, and the rows add up to the whole`, async (page, go) => {
      await go(`/scorecard?${MONTH}&by=${name}`);
      const cells = await rows(page).locator("td:nth-child(2)").allInnerTexts();
      const names = await rows(page).locator("th").allInnerTexts();
      assert.ok(names.every((text) => text.trim() !== ""), "a row has no name");
      const sum = cells.map(number).reduce((a, b) => a + b, 0);
      const whole = await requests(page);
      // A page shows at most sixty rows.
      assert.ok(names.length === 60 ? sum <= whole : sum === whole, `${sum} in rows, ${whole} in all`);
    });
  }

  await city.journeys("a reader chooses a period", async (page, go) => {
    await go("/scorecard?lang=en");
    const whole = await requests(page);
    await page.locator(".filter summary").click();
    await page.locator("#from").fill("2015-03-02");
    await page.locator("#to").fill("2015-03-08");
    await follow(page, () => page.locator(".filter button").click());
    assert.match(await page.locator(".rot-lead + .rot-quiet").innerText(), /Mon 2 March 2015 to Sun 8 March 2015/);
    assert.ok((await requests(page)) < whole);
    assert.equal(await page.locator("#from").inputValue(), "2015-03-02");
  });

  await city.journeys("the files say what the table on the screen says", async (page, go) => {
    await until("the screen and the files at the same moment", 60_000, async () => {
      await go(`/scorecard?${MONTH}&by=agency`);
      const screen = await table(page, "groups");
      const [csv, json] = await files(city, page);
      await go(`/scorecard?${MONTH}&by=agency`);
      // The simulated day went on in between; look again.
      if (JSON.stringify(screen) !== JSON.stringify(await table(page, "groups"))) return false;
      agree(screen, csv.filter((row) => row.part === "group"), json.groups);
      assert.equal(Number(csv[0].requests), json.total.requests);
      assert.equal(await requests(page), json.total.requests);
      return true;
    });
  });

  await city.journeys("the drawing has a table with the same columns behind it", async (page, go) => {
    await until("the drawing and the file at the same moment", 60_000, async () => {
      await go(`/scorecard?${MONTH}`);
      const columns = await page.locator("svg.chart rect.kept").count();
      assert.ok(await page.locator("svg.chart").evaluate((svg) => svg.getAttribute("role") === "img" && svg.hasAttribute("aria-labelledby")));
      await page.locator("section[aria-labelledby=trend] summary").click();
      const screen = await table(page, "trend");
      const [csv, json] = await files(city, page);
      const trend = csv.filter((row) => row.part === "trend");
      if (json.trend.some((point, index) => point.figures.requests !== screen[index].requests)) return false;
      assert.equal(columns, screen.length);
      assert.equal(columns, trend.length);
      const sum = trend.reduce((all, row) => all + Number(row.requests), 0);
      assert.equal(sum, json.total.requests);
      return true;
    });
  });
}

/** Chooses an option of the form by its place, and shows. */
async function choose(page, name, index) {
  await page.locator(".filter summary").click();
  // The first that has something to show may be any; try the busiest ones, which a link in the table would lead to.
  const values = await page.locator(`#${name} option`).evaluateAll((options) => options.map((option) => option.value));
  const busy = { agency: "public-works", channel: "phone" }[name];
  await page.locator(`#${name}`).selectOption(index === 0 ? "" : (values.includes(busy) ? busy : values[index]));
  await follow(page, () => page.locator(".filter button").click());
}

/** A table as the screen shows it. */
async function table(page, section) {
  const read = (trs) => trs.map((tr) => ({ href: tr.querySelector("a")?.href ?? "", cells: [...tr.querySelectorAll("td")].map((td) => td.textContent.trim()) }));
  const lines = await page.locator(`section[aria-labelledby=${section}] tbody tr`).evaluateAll(read);
  return lines.map(({ href, cells: [all, kept, late, median, open] }) => ({
    code: href ? new URL(href).searchParams.get("agency") : "",
    requests: number(all),
    kept: kept === "–" ? null : number(kept),
    late: number(late),
    median,
    open: open === undefined ? null : number(open),
  }));
}

/** The files that the page offers. */
async function files(city, page) {
  const links = await page.locator("a[href^='/scorecard.']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const [csv, json] = await Promise.all(links.map((link) => city.fetch(link)));
  assert.match(csv.headers.get("content-type"), /^text\/csv/);
  assert.match(csv.headers.get("content-disposition"), /^attachment; filename="scorecard-2015-03-01-2015-03-31.csv"/);
  assert.match(json.headers.get("content-type"), /^application\/json/);
  const [head, ...lines] = (await csv.text()).trim().split("\r\n").map((line) => line.split(","));
  const row = (cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]]));
  return [lines.map(row), await json.json()];
}

/** Whether three tellings of one table are the same. */
function agree(screen, csv, json) {
  assert.equal(screen.length, csv.length);
  assert.equal(screen.length, json.length);
  const close = (a, b, by) => (a === null || b === null ? a === b : Math.abs(a - b) <= by);
  screen.forEach((shown, index) => {
    const [line, { code, figures }] = [csv[index], json[index]];
    assert.deepEqual([shown.code, shown.code], [line.name, code]);
    assert.deepEqual([Number(line.requests), figures.requests], [shown.requests, shown.requests], code);
    assert.deepEqual([Number(line.open), figures.open], [shown.open, shown.open], code);
    assert.deepEqual([Number(line.late) + Number(line.overdue), figures.late + figures.overdue], [shown.late, shown.late], code);
    assert.ok(close(shown.kept, figures.kept === null ? null : figures.kept * 100, 0.06), `${code}: ${shown.kept} is not ${figures.kept}`);
    assert.ok(close(line.kept === "" ? null : Number(line.kept), figures.kept, 0.0001), `${code}: kept`);
    assert.equal(shown.median === "–", figures.completion.median_seconds === null, code);
  });
}
