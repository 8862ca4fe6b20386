// What the desk can do better with a script. Nothing here is needed.
import "./trusted.js";
import { behalf } from "./desk-behalf.js";
import { beside } from "./desk-beside.js";
import { work } from "./desk-case.js";
import { inbox } from "./desk-inbox.js";
import { offerMap } from "./map-offer.js";
import { palette } from "./desk-palette.js";
import { room } from "./desk-room.js";
import { team } from "./desk-team.js";
import { suggest } from "./suggest.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const [selector, begin] of [
  ["[data-behalf]", behalf],
  ["[data-inbox]", inbox],
  ["[data-map]", offerMap],
  ["input[data-suggest]", suggest],
  ["[data-palette]", palette],
  ["[data-room]", room],
  ["[data-team]", team],
]) {
  document.querySelectorAll(selector).forEach((element) => begin(element));
}

// A case beside its list comes and goes; one on a page of its own stays.
const pane = document.querySelector("[data-pane]");
if (pane) beside(pane, work);
else work(document.body, new AbortController().signal);
