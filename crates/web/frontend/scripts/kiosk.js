// What a kiosk does better with a script: it waits while somebody touches it, speaks when asked, leaves no way back to
// what somebody before did, and gives out tickets when there is no network. Without it, pages move on by themselves.
import "./trusted.js";
import { alone } from "./kiosk-alone.js";
import { keepReady } from "./kiosk-ready.js";

const { body } = document;
const go = (address) => location.replace(address);

/** Nobody is there: the next page comes, in place of this one. */
function waitForSomebody() {
  let left;
  const again = () => {
    clearTimeout(left);
    left = setTimeout(() => go(body.dataset.next), Number(body.dataset.seconds) * 1000);
  };
  // Whoever is asked whether they are there has to say so.
  const warned = document.querySelector("[data-warning]");
  if (!warned) for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, again);
  again();
  if (warned) warn(warned);
}

/** Counts down in sight, and sounds once, for whoever does not look. */
function warn() {
  const count = document.querySelector("[data-count]");
  const end = Date.now() + Number(body.dataset.seconds) * 1000;
  const show = () => (count.textContent = String(Math.max(0, Math.ceil((end - Date.now()) / 1000))));
  count.hidden = false;
  show();
  setInterval(show, 500);
  // Browsers make no sound before anybody has touched anything.
  if (!navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 660 });
  tone.connect(new GainNode(audio, { gain: 0.2 })).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
}

/** Links lead on in place of the page, so that nobody goes back to it. */
function leaveNothingBehind() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    go(link.href);
  });
  addEventListener("pageshow", ({ persisted }) => persisted && go("/kiosk"));
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
}

/** Reads the page aloud when it is asked to, and never by itself. */
function listen() {
  const button = document.querySelector("[data-listen]");
  if (!button || !("speechSynthesis" in window)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    speechSynthesis.cancel();
    for (const part of document.querySelectorAll("main h1, main p, main .kiosk-tile, main .kiosk-button")) {
      const words = new SpeechSynthesisUtterance(part.dataset.speak ?? part.textContent.trim());
      words.lang = part.closest("[lang]").lang;
      speechSynthesis.speak(words);
    }
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

leaveNothingBehind();
listen();
const host = document.querySelector("[data-alone]");
if (host) alone(host, body.dataset.token);
else waitForSomebody();
if (!host && "first" in body.dataset) keepReady(body.dataset.token);
