// What every page can do better with a script. Nothing here is needed: each part finds its own elements, which work
// without it, and does nothing where there are none. Words come from the page, in its language.
/* global OFFLINE_SCRIPT */
import "./trusted.js";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { copying } from "./copy.js";
import { offerMap } from "./map-offer.js";
import { place } from "./place.js";
import { sendOnce } from "./send-once.js";
import { suggest } from "./suggest.js";
import { visit } from "./visit.js";

/** Begins one part on every element that asks for it; a part that fails leaves the others alone. */
function each(selector, begin) {
  for (const element of document.querySelectorAll(selector)) {
    try {
      begin(element);
    } catch (error) {
      console.warn(error);
    }
  }
}

async function keepShell() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    await serviceWorker.register("/sw.js");
    const { active } = await serviceWorker.ready;
    active.postMessage({ language: document.documentElement.lang });
  } catch {
    // A browser that keeps nothing, such as a private window, shows the pages all the same.
  }
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
each("[data-module='govuk-error-summary']", (it) => new ErrorSummary(it));
each("[data-module='govuk-character-count']", (it) => new CharacterCount(it));
each("form", sendOnce);
each("input[data-suggest]", suggest);
each("[data-copy]", copying);
each("[data-use-location]", place);
each("[data-map]", offerMap);
each("[data-visit]", visit);
each("[data-drafts]", (it) => import(OFFLINE_SCRIPT).then(({ drafts }) => drafts(it)));
addEventListener("load", keepShell);
