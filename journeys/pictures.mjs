// The pictures of the manual: node pictures.mjs http://127.0.0.1:3110 ../docs/manual/pictures
import { mkdirSync, writeFileSync } from "node:fs";
import { open, sizes } from "./browser.mjs";
import { signIn } from "./round.mjs";
import { tour } from "./tour.mjs";

const [origin, folder = "pictures"] = process.argv.slice(2);
/** What is taken on which tour: the page's name there, and the picture's. */
const tours = [
  { size: "tablet", locale: "en", taken: { home: "customers-home" } },
  { size: "desk", locale: "en", taken: { service: "customers-service", case: "customers-case", reports: "customers-reports" } },
  { size: "phone", locale: "en", taken: { done: "customers-done" } },
  { size: "phone", locale: "es", taken: { "asking: where": "customers-where" } },
  { size: "phone", locale: "ar", colorScheme: "dark", taken: { case: "customers-case-ar" } },
];
/** What is taken of the desk: where it is, or the first case of the list that stands there. */
const desks = [
  { size: "desk", locale: "en", at: "/desk?view=open", file: "officers-list" },
  { size: "desk", locale: "en", at: "/desk?view=open", first: true, file: "officers-case" },
  { size: "desk", locale: "ar", colorScheme: "dark", at: "/desk?view=open", first: true, file: "officers-case-ar" },
  { size: "wall", locale: "en", at: "/desk?view=open", beside: true, file: "officers-beside" },
  { size: "desk", locale: "en", officer: "ruth", at: "/desk/team", file: "officers-team" },
];
mkdirSync(folder, { recursive: true });
const browser = await open();
const press = await browser.visit();
async function keep(page, file, fullPage) {
  writeFileSync(`${folder}/${file}.webp`, await webp(await page.screenshot({ fullPage })));
  console.log(file);
}
for (const { size, taken, ...context } of tours) {
  const page = await browser.visit({ viewport: sizes[size], reducedMotion: "reduce", ...context });
  const take = async (name) => {
    if (taken[name]) await keep(page, taken[name], size === "phone");
  };
  await tour({ name: "boston" }, page, (path) => page.goto(origin + path), take);
  await page.context().close();
}
for (const { size, officer, at, first, beside, file, ...context } of desks) {
  const page = await browser.visit({ viewport: sizes[size], reducedMotion: "reduce", ...context });
  const go = (path) => page.goto(origin + path);
  await signIn(page, go, officer);
  await go(at);
  const link = await page.locator('main a[href*="/desk/cases/"]').first().getAttribute("href");
  if (first) await go(link);
  if (beside) await go(`${at}&case=${link.match(/cases\/([^?]+)/)[1]}`);
  await keep(page, file, false);
  await page.context().close();
}
await browser.close();

/** A picture as WebP, which the browser writes smaller than a PNG. */
async function webp(png) {
  const written = await press.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  return Buffer.from(written, "base64");
}
