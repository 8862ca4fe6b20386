// How long an officer waits from a key to what it paints: node painted.mjs ORIGIN HEADER OFFICER
// The officer is named in a header, as by a proxy. Each line of the standard output is a key: what it did, a tab, and
// milliseconds. The browser tells times in steps of 8 ms, and nothing below 16 ms: such a key counts as 16.
import { open, sizes } from "./browser.mjs";
import { follow } from "./visitor.mjs";

const LEAST = 16;
const letters = "The crew comes on Tuesday at nine and brings a new lamp. ";

/** Notes what the browser says of keys; runs in the page. */
function watch() {
  window.painted = [];
  const note = (list) => window.painted.push(...list.getEntries().filter((it) => it.name.startsWith("key")));
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: true });
}

/** Presses keys one by one, each when the one before was painted; a key's time is that of its slowest event. */
async function press(page, what, keys) {
  for (const key of keys) {
    await page.evaluate(() => (window.painted.length = 0));
    await page.keyboard.press(key);
    // What is painted is told a little later.
    await page.waitForTimeout(120);
    const took = await page.evaluate(() => window.painted.map((it) => it.duration));
    console.log(`${what}\t${Math.max(LEAST, ...took)}`);
  }
}

const [origin, header, officer] = process.argv.slice(2);
if (!officer) {
  console.error("say where and who: node painted.mjs ORIGIN HEADER OFFICER");
  process.exit(2);
}
const browser = await open();
const page = await browser.visit({ viewport: sizes.desk, locale: "en", extraHTTPHeaders: { [header]: officer } });
await page.addInitScript(watch);
await page.goto(`${origin}/desk/sign-in`);
await follow(page, () => page.locator('form[action="/desk/sign-in"] button').first().click());
await page.goto(`${origin}/desk?view=open`, { waitUntil: "load" });
await page.waitForTimeout(1_000);
await press(page, "down the list, up again", ["j", "j", "j", "j", "j", "k", "k", "k", "x", "x"].concat(Array(20).fill("j")));
await press(page, "open the palette", ["Control+k"]);
await press(page, "type in the palette", [..."street light"]);
await page.keyboard.press("Escape");
await page.goto(`${origin}/desk/search`, { waitUntil: "load" });
await page.locator('main input[name="q"]').focus();
await press(page, "type a search", [..."washington street"]);
await page.goto(`${origin}/desk?view=open`, { waitUntil: "load" });
await follow(page, () => page.locator('main a[href*="/desk/cases/"]').first().click());
await page.locator("#words").focus();
await press(page, "write an answer", [...letters]);
await browser.close();
