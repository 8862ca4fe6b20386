// Pictures of every screen, for people to look at: node shots.mjs http://127.0.0.1:3110 FOLDER
import { mkdirSync } from "node:fs";
import { open, sizes } from "./browser.mjs";

const [origin, folder = "shots"] = process.argv.slice(2);
const pages = { start: "/", scorecard: "/scorecard", narrowed: "/scorecard?agency=public-works", missing: "/nowhere", style: "/style" };
mkdirSync(folder, { recursive: true });
const browser = await open();
for (const [name, path] of Object.entries(pages)) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const [look, context] of Object.entries({
      light: { colorScheme: "light", locale: "en" },
      dark: { colorScheme: "dark", locale: "en" },
      rtl: { colorScheme: "light", locale: "ar" },
    })) {
      const page = await browser.visit({ viewport, ...context });
      await page.goto(origin + path);
      await page.screenshot({ path: `${folder}/${name}-${size}-${look}.png`, fullPage: true });
      await page.context().close();
    }
  }
}
await browser.close();
