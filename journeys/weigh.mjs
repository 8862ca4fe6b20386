// What the portal's main pages weigh, and when they can be read on a slow phone: node weigh.mjs ORIGIN [TIMES]
// Each is opened by a browser that keeps nothing yet. A table goes to the standard output.
import { open } from "./browser.mjs";
import { main, median, table } from "./pages.mjs";

const languages = ["en", "ar", "ta"];
/** A middling phone, and what Lighthouse calls slow 4G when it slows each request down itself: 150 ms there and back and
 *  1.6 Mbit/s, with the factors by which it makes up for the browser's simpler model. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const slow4g = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const slower = 4;
const limits = { look: 30_000, scripts: 15_000, requests: 10, lcp: 1_800, cls: 0.05, foreign: 0 };

/** When the largest piece stood there, and how much of the page moved; runs in the page. */
function watch() {
  window.paints = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.paints.lcp = it.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.paints.cls += it.hadRecentInput ? 0 : it.value))).observe({ type: "layout-shift", buffered: true });
}

/** Opens a page once and says what came over the wire and when it stood there. */
async function weigh(browser, origin, path, { locale, state }) {
  const page = await browser.visit({ ...phone, locale, storageState: state, serviceWorkers: "block" });
  const network = await page.context().newCDPSession(page);
  const [kinds, wire, foreign] = [new Map(), {}, new Set()];
  let requests = 0;
  await network.send("Network.enable");
  network.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (request.url.startsWith("data:")) return;
    requests += 1;
    kinds.set(requestId, type);
    if (!request.url.startsWith(`${origin}/`)) foreign.add(request.url);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    wire[kind] = (wire[kind] ?? 0) + encodedDataLength;
  });
  await network.send("Network.setCacheDisabled", { cacheDisabled: false });
  await network.send("Network.emulateNetworkConditions", slow4g);
  await network.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(watch);
  const response = await page.goto(origin + path, { waitUntil: "load", timeout: 60_000 });
  if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const { lcp, cls } = await page.evaluate(() => window.paints);
  await page.context().close();
  const sum = Object.values(wire).reduce((sum, bytes) => sum + bytes, 0);
  const { Document: html = 0, Stylesheet: styles = 0, Script: scripts = 0, Font: fonts = 0 } = wire;
  return { requests, html, styles, scripts, fonts, rest: sum - html - styles - scripts - fonts, lcp, cls, foreign: foreign.size };
}

const [origin, times = "3"] = process.argv.slice(2);
if (!origin) {
  console.error("say where: node weigh.mjs ORIGIN [TIMES]");
  process.exit(2);
}
const browser = await open();
const rows = [];
let worst = { look: 0, scripts: 0, requests: 0, lcp: 0, cls: 0, foreign: 0 };
for (const locale of languages) {
  const { paths, state } = await main(browser, origin, locale);
  for (const [name, path] of Object.entries(paths)) {
    const runs = [];
    for (let run = 0; run < Number(times); run += 1) runs.push(await weigh(browser, origin, path, { locale, state }));
    const middle = (key) => median(runs.map((run) => run[key]));
    const seen = { look: middle("html") + middle("styles"), lcp: middle("lcp"), cls: middle("cls"), requests: middle("requests"), scripts: middle("scripts"), foreign: middle("foreign") };
    worst = Object.fromEntries(Object.entries(worst).map(([key, value]) => [key, Math.max(value, seen[key])]));
    const missed = Object.keys(limits).filter((key) => seen[key] > limits[key]);
    const bytes = ["html", "styles", "scripts", "fonts", "rest"].map((key) => kilobytes(middle(key)));
    rows.push([name, locale, seen.requests, ...bytes, `${Math.round(seen.lcp)} ms`, seen.cls.toFixed(3), seen.foreign, missed.length ? `**${missed.join(", ")}**` : "none"]);
  }
}
await browser.close();

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
const shown = [
  ["HTML and CSS", "≤ 30 kB", kilobytes(worst.look), "look"],
  ["scripts", "≤ 15 kB", kilobytes(worst.scripts), "scripts"],
  ["requests", "≤ 10", worst.requests, "requests"],
  ["LCP", "≤ 1.8 s", `${Math.round(worst.lcp)} ms`, "lcp"],
  ["CLS", "≤ 0.05", worst.cls.toFixed(3), "cls"],
  ["requests to others", "0", worst.foreign, "foreign"],
];
console.log(`Chromium, a phone of 412 × 823 px, nothing kept yet, slow 4G with Lighthouse's numbers and a processor ${slower} times slower, ${times} times each, the middle of each figure. Bytes are those over the wire, with their headers.\n`);
console.log(table(["what", "limit", "worst page", "kept"], shown.map(([what, limit, is, key]) => [what, limit, is, worst[key] <= limits[key] ? "yes" : "**no**"])));
console.log();
console.log(table(["page", "language", "requests", "HTML", "CSS", "scripts", "fonts", "other", "LCP", "CLS", "to others", "missed"], rows));
