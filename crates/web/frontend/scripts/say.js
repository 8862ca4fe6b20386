// Says something to those who listen to the page instead of looking at it.
let region;

/** Announces words when what is being said has been said. */
export function say(words) {
  if (!region) {
    region = document.createElement("div");
    region.className = "govuk-visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  // A change is announced, and the same words twice are no change.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}

/** Words with places such as `{n}` filled in. */
export const fill = (words = "", values = {}) =>
  words.replaceAll(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
