// A screen in a waiting room: it stays true by itself, rings for new calls, and says when it knows nothing any more.
import { announcer } from "./board-sound.js";

/** The page comes anew this often, in the language whose turn it is. */
const TURN_MS = 15_000;
/** As often where nothing tells of changes. */
const POLL_MS = 5_000;
/** A house that was not heard of for so long is lost; it is heard of every five seconds. */
const LOST_MS = 12_000;
const SECOND_MS = 1_000;

const wall = document.querySelector("[data-board]");
const script = document.querySelector("script[src]").src;
const announce = announcer(document.querySelector("[data-sound]"));
let heard = performance.now();
let asked = heard;
let asking;
let source;
let known = new Set(calls().map(key));

function calls() {
  return [...wall.querySelectorAll("[data-call]")];
}

function key(call) {
  return call.dataset.call;
}

/** Reads the page as it is now. */
function load() {
  asking?.abort();
  asked = performance.now();
  // It reads a page as a document, which `fetch` cannot and no text has to become one.
  asking = new XMLHttpRequest();
  asking.open("GET", location.href);
  asking.responseType = "document";
  asking.timeout = POLL_MS;
  asking.addEventListener("load", ({ target }) => show(target));
  asking.send();
}

function show({ status, response }) {
  // Switched off: the page says so.
  if (status === 403) return location.reload();
  const found = response?.querySelector("[data-board]");
  if (status !== 200 || !found) return;
  // Another release of the house has another script.
  if (response.querySelector("script[src]").src !== script) return location.reload();
  const { lang, dir } = response.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.title = response.title;
  const sound = wall.querySelector("[data-sound]");
  wall.replaceChildren(...found.childNodes);
  wall.querySelector("[data-sound]").replaceWith(sound);
  ring();
  hear();
}

/** Rings for calls that were not there before, the earliest first. */
function ring() {
  const all = calls();
  const fresh = all.filter((call) => !known.has(key(call)) && "spoken" in call.dataset);
  known = new Set(all.map(key));
  for (const call of fresh.reverse()) announce(call.dataset.spoken.split(" ").filter(Boolean));
}

function hear() {
  heard = performance.now();
  tell(false);
}

function tell(lost) {
  wall.classList.toggle("board__wall--lost", lost);
}

function listen() {
  source = new EventSource("/board/live");
  let first = true;
  source.addEventListener("lobby", () => {
    // What was there when the page was made is on it already.
    if (first && performance.now() - asked < POLL_MS) hear();
    else load();
    first = false;
  });
  source.addEventListener("beat", hear);
  source.addEventListener("over", () => location.reload());
}

listen();
setInterval(() => {
  const now = performance.now();
  const streams = source.readyState === EventSource.OPEN;
  if (now - asked > (streams ? TURN_MS : POLL_MS)) load();
  if (now - heard > LOST_MS) tell(true);
  if (source.readyState === EventSource.CLOSED && now - asked > POLL_MS / 2) listen();
}, SECOND_MS);
