// A button that says where somebody is. It fills the fields `lat` and `long` of its form:
// `<button type="button" data-use-location data-waiting="…" data-found="…" data-failed="…" hidden>Use my location</button>`
import { say } from "./say.js";

const PATIENCE_MS = 15_000;
/** A metre is the fifth digit; nobody needs to be known more exactly. */
const DIGITS = 5;

export function place(button) {
  const form = button.closest("form");
  if (!form || !navigator.geolocation) return;
  const note = document.createElement("p");
  note.className = "govuk-hint";
  note.hidden = true;
  button.after(note);
  const tell = (words = "") => {
    note.hidden = words === "";
    note.textContent = words;
    say(words);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    tell(button.dataset.waiting);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPlace(form, coords.latitude, coords.longitude);
        tell(button.dataset.found);
      },
      () => tell(button.dataset.failed),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}

/** Writes a place into a form's fields and, when both stand there, says that they changed. */
export function setPlace(form, lat, long) {
  const fields = ["lat", "long"].map((name) => form.elements.namedItem(name));
  if (fields.includes(null)) return;
  [lat, long].forEach((value, index) => {
    fields[index].value = value.toFixed(DIGITS);
  });
  fields[1].dispatchEvent(new Event("change", { bubbles: true }));
}
