// A place in the line, as it changes. What changed is put in its place; the page's title says when to go.
import { say } from "./say.js";

/** As often where nothing tells of changes. */
const PAUSE_MS = 5_000;
/** And where something does: a wait gets shorter by itself. */
const LONG_MS = 30_000;
/** Not all who wait ask in the same moment. */
const SPREAD_MS = 500;

export function visit(place) {
  const state = () => place.querySelector("[data-state]")?.dataset.state;
  let shown = state();
  const source = new EventSource(place.dataset.hears);
  let timer;
  const after = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };
  const later = () => {
    if (place.querySelector("[data-over]")) return source.close();
    const streams = source.readyState === EventSource.OPEN;
    after(streams ? LONG_MS : document.hidden ? 2 * PAUSE_MS : PAUSE_MS);
  };
  const show = (now) => {
    // Whoever is about to press something is not disturbed, unless it is their turn.
    const turned = now.querySelector("[data-state]").dataset.state !== shown;
    if (!turned && place.contains(document.activeElement)) return;
    place.replaceChildren(...now.body.childNodes);
    shown = state();
    if (!turned) return;
    const { says } = place.querySelector("[data-says]").dataset;
    document.title = says;
    say(says);
    if (place.querySelector(".rot-visit--called")) navigator.vibrate?.([300, 150, 300]);
  };
  const look = () => {
    // It reads a page as a document, which `fetch` cannot and no text has to become one.
    const asking = new XMLHttpRequest();
    asking.open("GET", place.dataset.visit);
    asking.responseType = "document";
    asking.addEventListener("load", ({ target }) => {
      if (target.status === 200 && target.response?.querySelector("[data-state]")) show(target.response);
    });
    asking.addEventListener("loadend", later);
    asking.send();
  };
  source.addEventListener("lobby", () => after(Math.random() * SPREAD_MS));
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  later();
}
