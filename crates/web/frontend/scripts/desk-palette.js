// The command palette: Ctrl or Cmd and K opens a dialog with a combobox (WAI-ARIA) over what a page can reach: cases that
// were opened lately, pages, what can be done on this page (its links with `data-command`), and cases that are found.
// Its opener is a link to a page that says the same.
import { fill, say } from "./say.js";

const PAUSE_MS = 120;
const FEWEST_LETTERS = 2;
const MOST = 20;

export function palette(opener) {
  const { label, hint, results, none, close } = opener.dataset;
  const dialog = document.createElement("dialog");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const leave = document.createElement("button");
  let known = [];
  let chosen = -1;
  let timer;
  let asking;

  dialog.className = "desk-palette";
  dialog.setAttribute("aria-label", label);
  leave.className = "desk-palette__close";
  leave.type = "button";
  leave.textContent = close;
  list.className = "desk-palette__list";
  list.id = "desk-palette-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  input.className = "desk-palette__input";
  input.type = "text";
  input.dir = "auto";
  input.maxLength = 200;
  input.placeholder = hint;
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-label": hint,
    "aria-autocomplete": "list",
    "aria-expanded": "true",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }
  dialog.append(input, leave, list);
  document.body.append(dialog);

  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((it, at) => it.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };
  const show = (entries) => {
    list.replaceChildren(...entries.slice(0, MOST).map(line));
    choose(entries.length > 0 ? 0 : -1);
    say(entries.length > 0 ? fill(results, { n: list.children.length }) : none);
  };
  const fitting = (typed) => {
    const words = plain(typed).split(/\s+/);
    return known.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  };
  const look = async () => {
    asking?.abort();
    const typed = input.value.trim();
    const here = fitting(typed);
    show(here);
    if ([...typed].length < FEWEST_LETTERS) return;
    asking = new AbortController();
    const { signal } = asking;
    const found = await ask(typed, signal);
    if (signal.aborted || !dialog.open) return;
    const there = new Set(here.map(({ href }) => href));
    show([...here, ...found.filter(({ href }) => !there.has(href))]);
  };
  const open = async () => {
    if (dialog.open) return;
    input.value = "";
    known = [];
    dialog.showModal();
    input.focus();
    known = acts();
    show(known);
    const offered = await ask("");
    const recent = offered.filter(({ kind }) => kind);
    const pages = offered.filter(({ kind }) => !kind);
    known = [...recent, ...pages, ...acts()];
    if (dialog.open) await look();
  };
  const go = (index) => list.children[index]?.querySelector("a").click();

  opener.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || count === 0) return;
    if (step) choose((chosen + step + count) % count);
    else if (event.key === "Enter") go(chosen);
    else return;
    event.preventDefault();
  });
  leave.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    asking?.abort();
  });
}

/** What can be done on this page: its own links, which stay where they are. */
const acts = () =>
  [...document.querySelectorAll("a[data-command]")].map((link) => ({
    name: link.textContent.trim(),
    href: link.href,
    kind: "",
  }));

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What the house offers, with addresses of its own. Without an answer there is what the page knows. */
async function ask(words, signal) {
  const url = new URL("/desk/suggest", location.origin);
  url.searchParams.set("q", words);
  url.searchParams.set("lang", document.documentElement.lang);
  try {
    const response = await fetch(url, { signal, headers: { accept: "application/json" } });
    const found = response.ok ? await response.json() : [];
    return found.filter(({ href }) => new URL(href, location.origin).origin === location.origin);
  } catch {
    return [];
  }
}

function line({ name, href, kind }, index) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  item.id = `desk-palette-${index}`;
  item.className = "desk-palette__entry";
  item.setAttribute("role", "option");
  link.href = href;
  link.tabIndex = -1;
  link.textContent = name;
  item.append(link);
  if (kind) {
    const quiet = document.createElement("span");
    quiet.className = "desk-palette__kind";
    quiet.dir = "auto";
    quiet.textContent = kind;
    item.append(" ", quiet);
  }
  item.addEventListener("click", (event) => event.target === link || link.click());
  return item;
}
