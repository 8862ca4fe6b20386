// Saying where it is: the map moves below a cross that stays in the middle.
import { setPlace } from "./place.js";
import { fill, say } from "./say.js";

const PAUSE_MS = 400;

export function choose(map, host) {
  const { where, chosen, nowhere } = host.dataset;
  const cross = document.createElement("div");
  cross.className = "rot-map__cross";
  cross.setAttribute("aria-hidden", "true");
  map.getContainer().after(cross);
  const note = document.createElement("p");
  note.className = "rot-map__note";
  note.hidden = true;
  host.append(note);
  const form = host.closest("form");
  let asking;
  let timer;

  const ask = async ({ lat, lng }) => {
    if (!where) return;
    asking?.abort();
    asking = new AbortController();
    const url = new URL(where, location.origin);
    url.searchParams.set("lat", lat.toFixed(5));
    url.searchParams.set("long", lng.toFixed(5));
    url.searchParams.set("lang", document.documentElement.lang);
    try {
      const response = await fetch(url, { signal: asking.signal });
      const { name } = response.ok ? await response.json() : {};
      note.textContent = name ? fill(chosen, { name }) : (nowhere ?? "");
      note.hidden = note.textContent === "";
      say(note.textContent);
    } catch {
      // Moved on meanwhile, or no network: the server looks again when the form is sent.
    }
  };
  map.on("moveend", () => {
    const middle = map.getCenter();
    if (form) setPlace(form, middle.lat, middle.lng);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS, middle);
  });
  // A place that was found by other means moves the map, unless it is the map that wrote it.
  form?.addEventListener("change", () => {
    const [lat, long] = ["lat", "long"].map((name) => Number.parseFloat(form.elements.namedItem(name)?.value));
    const middle = map.getCenter();
    const far = Math.abs(middle.lat - lat) > 1e-4 || Math.abs(middle.lng - long) > 1e-4;
    if (far && Number.isFinite(lat + long)) map.setView([lat, long], Math.max(map.getZoom(), 16));
  });
}
