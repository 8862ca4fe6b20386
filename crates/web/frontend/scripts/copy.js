// A button that copies what an element says: `<button data-copy="reference" data-copied="Copied" hidden>Copy</button>`.
import { say } from "./say.js";

const SHOWN_MS = 4_000;

export function copying(button) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) return;
  const { textContent: offer } = button;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = button.dataset.copied ?? offer;
    say(button.textContent);
    setTimeout(() => {
      button.textContent = offer;
    }, SHOWN_MS);
  });
}
