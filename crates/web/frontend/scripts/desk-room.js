// A room where people wait, as it is now: what changed is put in its place as it happens. Where an officer is, or has
// written something, everything stays as they left it. Without a script, a link looks again.
import { isFilled } from "./desk-beside.js";
import { say } from "./say.js";

/** However much happens, the page looks no oftener. */
const PAUSE_MS = 1_000;
/** Waits get longer though nothing happens. */
const AGAIN_MS = 15_000;
/** As often where nothing tells of changes. */
const POLL_MS = 5_000;
/** A house that was not heard of for so long is lost; it is heard of every five seconds. */
const LOST_MS = 12_000;
const SECOND_MS = 1_000;
const STILL = "desk-room-still";

export function room(page) {
  const [hold, lost] = ["[data-hold]", "[data-lost]"].map((part) => page.querySelector(part));
  let heard = performance.now();
  let asked = heard;
  let tried = heard;
  let asking;
  let source;
  let timer;

  const isHeld = () => hold.getAttribute("aria-pressed") === "true";

  function look() {
    timer = undefined;
    asking?.abort();
    asked = performance.now();
    // It reads a page as a document, which `fetch` cannot and no text has to become one.
    asking = new XMLHttpRequest();
    asking.open("GET", page.dataset.from);
    asking.responseType = "document";
    asking.timeout = POLL_MS;
    asking.addEventListener("load", ({ target }) => target.status === 200 && show(target.response));
    asking.send();
  }

  function soon() {
    if (isHeld() || document.hidden) return;
    timer ??= setTimeout(look, Math.max(0, asked + PAUSE_MS - performance.now()));
  }

  function show(now) {
    if (isHeld()) return;
    const found = now?.querySelector("[data-room]");
    // Signed out, or no longer at this counter: the page says so, but to nobody who is writing.
    if (!found) return isFilled(page) ? undefined : location.assign(page.dataset.from);
    bring(page, found);
    hear();
  }

  function hear() {
    heard = performance.now();
    lost.hidden = true;
  }

  function lose() {
    if (!lost.hidden) return;
    lost.hidden = false;
    say(lost.textContent);
  }

  function listen() {
    tried = performance.now();
    source = new EventSource(page.dataset.room);
    source.addEventListener("lobby", soon);
    for (const kind of ["lobby", "beat"]) source.addEventListener(kind, hear);
  }

  function begin() {
    listen();
    hear();
    soon();
  }

  hold.hidden = false;
  hold.setAttribute("aria-pressed", sessionStorage.getItem(STILL) === "yes");
  hold.addEventListener("click", () => {
    hold.setAttribute("aria-pressed", !isHeld());
    sessionStorage.setItem(STILL, isHeld() ? "yes" : "no");
    soon();
  });
  document.addEventListener("visibilitychange", soon);
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", ({ persisted }) => persisted && begin());
  begin();
  setInterval(() => {
    const now = performance.now();
    const streams = source.readyState === EventSource.OPEN;
    if (now - asked > (streams ? AGAIN_MS : POLL_MS)) soon();
    if (now - heard > LOST_MS && !isHeld() && !document.hidden) lose();
    if (source.readyState === EventSource.CLOSED && now - tried > AGAIN_MS) listen();
  }, SECOND_MS);
}

/** Puts what changed in its place: a whole part, or of one that somebody uses the parts within it that nobody does. */
function bring(old, now) {
  const [mine, theirs] = [parts(old), parts(now)];
  for (const [name, part] of mine) if (!theirs.has(name) && !isUsed(part)) part.remove();
  const home = mine.values().next().value?.parentElement ?? old;
  let last;
  for (const [name, part] of theirs) {
    const before = mine.get(name);
    if (!before) (last ? last.after(part) : home.prepend(part));
    else if (!before.isEqualNode(part) && isUsed(before)) bring(before, part);
    else if (!before.isEqualNode(part)) before.replaceWith(part);
    last = before?.isConnected ? before : part;
  }
}

/** The parts of a part, by name, without those within them. */
function parts(whole) {
  const all = [...whole.querySelectorAll("[data-live]")];
  return new Map(all.filter((part) => part.parentElement.closest("[data-live], [data-room]") === whole).map((part) => [part.dataset.live, part]));
}

function isUsed(part) {
  return part.contains(document.activeElement) || part.querySelector("details[open]") !== null || isFilled(part);
}
