// What Lighthouse says of the portal's main pages: node lighthouse/scores.mjs ORIGIN [TIMES]
// A table goes to the standard output.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { open } from "../browser.mjs";
import { main, median, table } from "../pages.mjs";

const languages = ["en", "ar", "ta"];
const categories = ["performance", "accessibility", "best-practices", "seo"];

/** One run: a score from 0 to 100 for each category, and what it found wrong. */
async function score(port, url, headers) {
  const options = { port, output: "json", logLevel: "error", onlyCategories: categories, extraHeaders: headers };
  const { lhr } = await lighthouse(url, options);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = categories.map((name) => Math.round(lhr.categories[name].score * 100));
  const failed = categories.slice(1).flatMap((name) =>
    lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id),
  );
  return { scores, failed, lcp: lhr.audits["largest-contentful-paint"].numericValue };
}

const [origin, times = "3"] = process.argv.slice(2);
if (!origin) {
  console.error("say where: node lighthouse/scores.mjs ORIGIN [TIMES]");
  process.exit(2);
}
const browser = await open();
const visits = [];
for (const locale of languages) visits.push({ locale, ...(await main(browser, origin, locale)) });
await browser.close();

const rows = [];
for (const { locale, paths, state } of visits) {
  const cookies = state.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [name, path] of Object.entries(paths)) {
    const runs = [];
    for (let run = 0; run < Number(times); run += 1) {
      const chrome = await launch({ chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
      try {
        runs.push(await score(chrome.port, origin + path, { cookie: cookies, "accept-language": locale }));
      } finally {
        chrome.kill();
      }
    }
    const scores = categories.map((_, at) => median(runs.map(({ scores }) => scores[at])));
    const failed = [...new Set(runs.flatMap(({ failed }) => failed))];
    rows.push([name, locale, ...scores, `${Math.round(median(runs.map(({ lcp }) => lcp)))} ms`, failed.join(", ") || "none"]);
    console.error(rows.at(-1).join(" "));
  }
}
console.log(`Lighthouse with its phone and its simulated slow 4G, a new browser each time, ${times} times each, the middle of each figure.\n`);
console.log(table(["page", "language", "performance", "accessibility", "best practices", "SEO", "LCP, simulated", "checks not passed"], rows));
