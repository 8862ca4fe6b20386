// The split view: the case that is chosen in the list is shown beside it. Only that part is exchanged; the list stays
// where it is, and what is written is kept first. Without it, or on a narrow screen, the links lead to pages.
import { walk } from "./desk-inbox.js";
import { fill, say } from "./say.js";

/** Whoever goes on down the list at once does not wait for each case. */
const PAUSE_MS = 120;
/** Cases whose forms were filled in and not sent, which are kept as they are. */
const MOST_HELD = 20;

export function beside(pane, work) {
  const list = pane.closest("[data-inbox]");
  const place = pane.querySelector("[data-part]");
  const links = [...list.querySelectorAll("[data-from]")];
  const wide = matchMedia("(min-width: 75em)");
  const held = new Map();
  const referenceOf = (link) => link.closest("[data-reference]").dataset.reference;
  const current = () => links.find((link) => link.hasAttribute("aria-current"));
  let over = new AbortController();
  let kept = work(place, over.signal);
  let timer;
  let asking;

  /** Shows the case of a link; `then` is what follows once it is there. */
  function open(link, { pushed = false, then = () => {} } = {}) {
    clearTimeout(timer);
    timer = undefined;
    asking?.abort();
    // It reads a page as a document, which `fetch` cannot and no text has to become one.
    asking = new XMLHttpRequest();
    asking.open("GET", link.dataset.from);
    asking.responseType = "document";
    asking.addEventListener("load", async ({ target }) => {
      const found = target.response?.querySelector("[data-case]");
      // Signed out, or the case is not there any more: its page says so.
      if (target.status !== 200 || !found) return location.assign(link.href);
      const all = await kept();
      if (target !== asking) return;
      if (!all) return stay();
      exchange(link, found);
      document.title = target.response.title;
      history[pushed ? "pushState" : "replaceState"](null, "", link.href);
      say(fill(pane.dataset.opened, { reference: referenceOf(link) }));
      then();
    });
    asking.addEventListener("error", () => location.assign(link.href));
    asking.send();
  }

  function stay() {
    const says = pane.querySelector("#saved");
    if (says.textContent === "") says.textContent = pane.dataset.unkept;
    current()?.focus();
    say(says.textContent);
  }

  function exchange(link, found) {
    over.abort();
    const before = place.querySelector("[data-case]");
    if (before && isFilled(before) && held.size < MOST_HELD) held.set(before.dataset.case, before);
    const same = held.get(found.dataset.case);
    held.delete(found.dataset.case);
    if (same && Number(found.dataset.revision) > Number(same.dataset.revision)) {
      same.querySelector("[data-changed]").hidden = false;
    }
    place.replaceChildren(same ?? document.adoptNode(found));
    pane.scrollTop = 0;
    over = new AbortController();
    kept = work(place, over.signal);
    current()?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    list.classList.add("desk-inbox--open");
    lower(list.querySelector(".desk-list-head h1"));
  }

  /** The case's own heading is the page's now. */
  function lower(heading) {
    if (!heading) return;
    const lower = Object.assign(document.createElement("h2"), { className: heading.className, dir: heading.dir });
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }

  const enter = () => pane.focus({ preventScroll: true });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-from]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || !wide.matches) return;
    event.preventDefault();
    // Enter is a click without a mouse: it leads into the case.
    const then = event.detail === 0 ? enter : undefined;
    if (link === current() && !timer) then?.();
    else open(link, { pushed: true, then });
  });
  list.addEventListener("desk:walk", ({ target }) => {
    if (!wide.matches || target === current()) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      open(target);
    }, PAUSE_MS);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = links.indexOf(event.target);
    if (!step || at < 0 || !wide.matches) return;
    event.preventDefault();
    walk(links[at + step]);
  });
  pane.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing && wide.matches) current()?.focus();
  });
  pane.addEventListener("desk:again", (event) => {
    if (!current()) return;
    event.preventDefault();
    open(current());
  });
  pane.addEventListener("click", (event) => {
    if (!event.target.closest("p[data-changed] a") || !current()) return;
    event.preventDefault();
    open(current());
  });
  addEventListener("popstate", () => {
    const link = links.find((one) => one.href === location.href);
    if (link && wide.matches) open(link);
    else location.reload();
  });
}

/** Whether somebody filled in what is not sent, but for the words of the composer, which are kept by themselves. */
export function isFilled(part) {
  const fields = [...part.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return fields.some((field) => {
    if (field.id === "words") return false;
    if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected && one.index > 0);
    if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  });
}
