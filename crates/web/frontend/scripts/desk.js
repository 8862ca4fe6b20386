// What the desk can do better with a script. Nothing here is needed.
import "./desk-case.js";
import "./desk-knowledge.js";
import "./trusted.js";
import { behalf } from "./desk-behalf.js";
import { inbox } from "./desk-inbox.js";
import { palette } from "./desk-palette.js";
import { team } from "./desk-team.js";
import { suggest } from "./suggest.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const [selector, begin] of [
  ["[data-behalf]", behalf],
  ["[data-inbox]", inbox],
  ["input[data-suggest]", suggest],
  ["[data-palette]", palette],
  ["[data-team]", team],
]) {
  document.querySelectorAll(selector).forEach((element) => begin(element));
}
