// What people do, done in a real browser: node run.mjs http://127.0.0.1:3110 boston|qamar [OPEN311_KEY]
import { open } from "./browser.mjs";
import { axe } from "./journeys/axe.mjs";
import { empty } from "./journeys/empty.mjs";
import { assets, headers } from "./journeys/headers.mjs";
import { intake } from "./journeys/intake.mjs";
import { keyboard } from "./journeys/keyboard.mjs";
import { asking } from "./journeys/asking.mjs";
import { languages } from "./journeys/languages.mjs";
import { missing } from "./journeys/missing.mjs";
import { offline } from "./journeys/offline.mjs";
import { room } from "./journeys/room.mjs";
import { scorecard } from "./journeys/scorecard.mjs";
import { scripts } from "./journeys/scripts.mjs";
import { liveStart, start } from "./journeys/start.mjs";
import { targets } from "./journeys/targets.mjs";
import { sum } from "./tally.mjs";
import { City } from "./visitor.mjs";

const cities = {
  boston: { languages: ["en", "es", "ar", "ta", "hi", "fr"], only: [liveStart, scorecard, intake, asking] },
  qamar: { languages: ["ar", "en"], only: [empty] },
};

const [origin, name, key] = process.argv.slice(2);
if (!origin || !cities[name]) {
  console.error("say where and which: node run.mjs ORIGIN boston|qamar [OPEN311_KEY]");
  process.exit(2);
}
const browser = await open();
const city = new City(browser, origin, { name, key, languages: cities[name].languages });
for (const walk of [start, languages, missing, headers, assets, keyboard, room, targets, scripts, offline, ...cities[name].only, axe]) await walk(city);
await browser.close();
sum();
