// What the desk can do better with a script. Nothing here is needed.
import "./desk-case.js";
import "./trusted.js";
import { inbox } from "./desk-inbox.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

const list = document.querySelector("[data-inbox]");
if (list) inbox(list);
