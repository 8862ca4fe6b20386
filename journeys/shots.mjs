// Pictures of every screen, for people to look at: node shots.mjs http://127.0.0.1:3110 FOLDER [SIZE…]
import { mkdirSync } from "node:fs";
import { open, sizes } from "./browser.mjs";
import { tour } from "./tour.mjs";

const [origin, folder = "shots", ...wanted] = process.argv.slice(2);
const looks = {
  light: { colorScheme: "light", locale: "en" },
  dark: { colorScheme: "dark", locale: "en" },
  rtl: { colorScheme: "light", locale: "ar" },
  tamil: { colorScheme: "light", locale: "ta" },
};
const browser = await open();
for (const [size, viewport] of Object.entries(sizes)) {
  if (wanted.length && !wanted.includes(size)) continue;
  for (const [look, context] of Object.entries(looks)) {
    mkdirSync(`${folder}/${size}-${look}`, { recursive: true });
    const page = await browser.visit({ viewport, reducedMotion: "reduce", ...context });
    let count = 0;
    const take = (name) => {
      const file = `${String((count += 1)).padStart(2, "0")}-${name.replaceAll(/\W+/g, "-")}.png`;
      return page.screenshot({ path: `${folder}/${size}-${look}/${file}`, fullPage: true });
    };
    await tour({ name: "boston" }, page, (path) => page.goto(origin + path), take);
    await page.goto(`${origin}/style`);
    await take("style");
    await page.context().close();
  }
}
await browser.close();
