// Suggestions below a search box, after the combobox pattern of WAI-ARIA (2023). The box belongs to a plain form, which
// stays what Enter sends when nothing is chosen:
// `<input data-suggest="/suggest" data-results="Suggestions: {n}" data-none="No suggestion">`
import { fill, say } from "./say.js";

const PAUSE_MS = 150;
const FEWEST_LETTERS = 2;
const MOST = 8;

export function suggest(input) {
  const list = document.createElement("ul");
  const options = () => [...list.children];
  let timer;
  let asking;
  let chosen = -1;

  list.className = "rot-suggest";
  list.id = `${input.id || "suggest"}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }
  input.after(list);

  const choose = (index) => {
    chosen = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options()[chosen].id);
    options()[chosen].scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const show = (found) => {
    list.replaceChildren(...found.map((entry, index) => option(entry, `${list.id}-${index}`)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
    const { results, none } = input.dataset;
    say(found.length > 0 ? fill(results, { n: found.length }) : (none ?? ""));
  };
  const ask = async () => {
    asking?.abort();
    const words = input.value.trim();
    if ([...words].length < FEWEST_LETTERS) return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await answers(input.dataset.suggest, words, signal);
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      // Without an answer the form is there as before.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const count = list.children.length;
    // Before the first and after the last stands the box itself.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    else if (event.key === "Enter" && chosen >= 0) options()[chosen].click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // The box keeps the focus while somebody presses an option.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const href = event.target.closest("[data-href]")?.dataset.href;
    if (href) location.assign(href);
  });
}

/** What the house suggests: at most eight names with addresses of its own. */
async function answers(address, words, signal) {
  const url = new URL(address || "/suggest", location.origin);
  url.searchParams.set("q", words);
  url.searchParams.set("lang", document.documentElement.lang);
  const response = await fetch(url, { signal, headers: { accept: "application/json" } });
  const found = response.ok ? await response.json() : [];
  const own = ({ href }) => new URL(href, location.origin).origin === location.origin;
  return found.filter(own).slice(0, MOST);
}

function option({ name, href, kind }, id) {
  const item = document.createElement("li");
  item.id = id;
  item.className = "rot-suggest__option";
  item.dataset.href = href;
  item.setAttribute("role", "option");
  const text = document.createElement("span");
  text.textContent = name;
  item.append(text);
  if (kind) {
    const quiet = document.createElement("span");
    quiet.className = "rot-quiet govuk-body-s govuk-!-margin-bottom-0";
    quiet.textContent = kind;
    item.append(" ", quiet);
  }
  return item;
}
