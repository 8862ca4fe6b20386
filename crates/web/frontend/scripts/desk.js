// What the desk can do better with a script. Nothing here is needed.
import "./desk-case.js";
import "./trusted.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
