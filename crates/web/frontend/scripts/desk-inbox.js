// The inbox: rows say when they changed, a button says what is new, and single keys walk the list. No row moves by itself.
import { listen } from "./desk-live.js";
import { fill } from "./say.js";

const PAUSE_MS = 700;

export function inbox(list) {
  const rows = new Map();
  for (const row of list.querySelectorAll("[data-reference]")) rows.set(row.dataset.reference, row);
  const news = list.querySelector("[data-news]");
  const button = (count) => {
    news.hidden = count === 0;
    news.textContent = count === 1 ? list.dataset.newOne : fill(list.dataset.newSome, { n: count });
  };
  news.addEventListener("click", () => location.reload());
  const mark = (row, words) => (row.querySelector("[data-mark]").textContent = words);

  let timer;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const response = await fetch(list.dataset.references, { headers: { accept: "application/json" } }).catch(() => null);
      if (!response?.ok || response.redirected) return;
      const now = await response.json();
      button(Object.keys(now).filter((reference) => !rows.has(reference)).length);
      for (const [reference, row] of rows) {
        if (!(reference in now)) mark(row, list.dataset.gone);
        else if (now[reference] > Number(row.dataset.revision)) mark(row, list.dataset.changed);
      }
    }, PAUSE_MS);
  };
  const isFirst = !new URLSearchParams(location.search).has("after");
  listen({
    case: ({ reference, revision }) => {
      const row = rows.get(reference);
      if (row && revision > Number(row.dataset.revision)) mark(row, list.dataset.changed);
      if (isFirst) look();
    },
    presence: ({ reference, text }) => {
      const row = rows.get(reference);
      if (row) row.querySelector("[data-present]").textContent = text;
    },
    look: () => isFirst && look(),
  });
  if (list.dataset.shortcuts === "true") keys([...rows.values()]);
}

/** Goes to a row's link, and says so. */
export function walk(link) {
  if (!link) return;
  link.focus();
  link.dispatchEvent(new CustomEvent("desk:walk", { bubbles: true }));
}

/**
 * j and k go down and up from where somebody is, or else from the case that is shown beside the list; Enter follows the
 * row's link by itself, x chooses the row, n begins a new case.
 */
function keys(rows) {
  const links = rows.map((row) => row.querySelector(".desk-open"));
  const at = () => {
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    return here >= 0 ? here : links.findIndex((link) => link.hasAttribute("aria-current"));
  };
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const types = target.closest("select, textarea, [contenteditable], input:not([type=checkbox])");
    if (types || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const now = at();
    if (key === "j") walk(links[Math.min(now + 1, links.length - 1)]);
    else if (key === "k") walk(links[Math.max(now - 1, 0)]);
    else if (key === "x" && now >= 0) rows[now].querySelector("input[type=checkbox]").click();
    else if (key === "n") document.querySelector('.desk-sections a[href^="/desk/new"]')?.click();
    else return;
    event.preventDefault();
  });
}
