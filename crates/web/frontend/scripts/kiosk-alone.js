// The kiosk without a network: the same few steps, on one page that was kept.
import { askNumbers, giveOut, tellAll } from "./kiosk-ready.js";

const LOOK_SECONDS = 10;
const SHOWN_SECONDS = 45;

export function alone(host, token) {
  const parts = [...host.querySelectorAll("[data-part]")];
  let language = "";
  let back;
  const show = (name) => {
    for (const part of parts) part.hidden = part.dataset.part !== name;
    clearTimeout(back);
    if (name !== "languages") back = setTimeout(() => show("languages"), SHOWN_SECONDS * 1000);
    else for (const number of host.querySelectorAll("[data-number]")) number.textContent = "";
    scrollTo(0, 0);
  };
  host.addEventListener("click", (event) => {
    const { speaks, line, letter, done } = event.target.closest("button")?.dataset ?? {};
    if (speaks) show(`lines-${(language = speaks)}`);
    if (done !== undefined) show("languages");
    if (!line) return;
    const ticket = giveOut({ line, letter, language });
    show(`${ticket ? "ticket" : "none"}-${language}`);
    if (ticket) host.querySelector(`[data-part="ticket-${language}"] [data-number]`).textContent = ticket;
  });
  // Back to the house as soon as it is there, but not while somebody reads.
  setInterval(async () => {
    if (parts.some((part) => !part.hidden && part.dataset.part !== "languages")) return;
    try {
      await tellAll(token);
      await askNumbers(token);
      location.replace("/kiosk");
    } catch {
      // There is still no network; this page goes on.
    }
  }, LOOK_SECONDS * 1000);
}
