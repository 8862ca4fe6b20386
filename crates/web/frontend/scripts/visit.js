// A place in the line, every few seconds. What changed is put in its place; the page's title says when to go.
import { say } from "./say.js";

const PAUSE_MS = 5_000;

export function visit(place) {
  const state = () => place.querySelector("[data-state]")?.dataset.state;
  let shown = state();
  const later = () => {
    if (!place.querySelector("[data-over]")) setTimeout(look, document.hidden ? 2 * PAUSE_MS : PAUSE_MS);
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
  later();
}
