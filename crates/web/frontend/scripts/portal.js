// What every page can do better with a script. Nothing here is needed.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
