// What people do, done in a real browser: node run.mjs http://127.0.0.1:3110 boston|qamar [OPEN311_KEY OFFICER_KEY [KIOSK [BOARD]]]
import { open } from "./browser.mjs";
import { asking, errors, joining, leaving, names, once, stops } from "./journeys/asking.mjs";
import { board } from "./journeys/board.mjs";
import { booking } from "./journeys/booking.mjs";
import { counter } from "./journeys/counter.mjs";
import { desk } from "./journeys/desk.mjs";
import { empty } from "./journeys/empty.mjs";
import { finding, reports } from "./journeys/finding.mjs";
import { following } from "./journeys/following.mjs";
import { assets, headers } from "./journeys/headers.mjs";
import { home } from "./journeys/home.mjs";
import { intake } from "./journeys/intake.mjs";
import { kiosk } from "./journeys/kiosk.mjs";
import { keyboard, keyboardAlone } from "./journeys/keyboard.mjs";
import { languages } from "./journeys/languages.mjs";
import { lobby } from "./journeys/lobby.mjs";
import { missing } from "./journeys/missing.mjs";
import { drafts, offline } from "./journeys/offline.mjs";
import { deskPages, officePages, pages } from "./journeys/pages.mjs";
import { reception } from "./journeys/reception.mjs";
import { scorecard } from "./journeys/scorecard.mjs";
import { scripts } from "./journeys/scripts.mjs";
import { liveStart, start } from "./journeys/start.mjs";
import { sum, timed } from "./tally.mjs";
import { City } from "./visitor.mjs";

const everywhere = [start, languages, missing, headers, assets, keyboard, offline, scripts, pages];
const customers = [asking, keyboardAlone, once, stops, names, errors, leaving, joining, finding, reports, following, drafts];
const officers = [desk, deskPages];
// Early, as an office of the demonstration is open for eight minutes.
const offices = [kiosk, home, booking, reception, counter, lobby, board, officePages];
const cities = {
  boston: { languages: ["en", "es", "ar", "ta", "hi", "fr"], walks: [liveStart, ...offices, scorecard, intake, ...customers, ...officers, ...everywhere] },
  qamar: { languages: ["ar", "en"], walks: [empty, ...everywhere] },
};

const [origin, name, key, officer, way, wall] = process.argv.slice(2);
if (!origin || !cities[name]) {
  console.error("say where and which: node run.mjs ORIGIN boston|qamar [OPEN311_KEY OFFICER_KEY [KIOSK [BOARD]]]");
  process.exit(2);
}
const browser = await open();
const { languages: spoken, walks } = cities[name];
const [kioskAt, boardAt] = [way, wall].map((at) => at && new URL(at).pathname);
const city = new City(browser, origin, { name, key, officer, kiosk: kioskAt, board: boardAt, languages: spoken });
for (const walk of walks) await timed(walk.name, () => walk(city));
await browser.close();
sum();
