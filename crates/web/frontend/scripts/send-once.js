// A second tap on a button that was just pressed sends nothing. After a moment, or on coming back, it may.
const CALM_MS = 2_000;

export function sendOnce(form) {
  let calm = 0;
  const free = () => {
    calm = 0;
    for (const button of form.querySelectorAll("[aria-disabled][data-sending]")) {
      button.removeAttribute("aria-disabled");
      delete button.dataset.sending;
    }
  };
  form.addEventListener("submit", (event) => {
    if (event.timeStamp < calm) return event.preventDefault();
    calm = event.timeStamp + CALM_MS;
    // Not `disabled`: that would take the focus away, and the button's own value with it.
    if (event.submitter) {
      event.submitter.dataset.sending = "";
      event.submitter.setAttribute("aria-disabled", "true");
    }
    setTimeout(free, CALM_MS);
  });
  addEventListener("pageshow", free);
}
