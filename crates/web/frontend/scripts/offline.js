// Drafts of requests, kept on this device only. Nothing is sent before somebody presses the button for it.
//
// <section data-drafts hidden data-kept="…" data-removed="…" data-no-network="…" data-sent="…" data-full="…">
//   <form data-drafts-form> fields `service`, `address`, `description`, a hidden field `id`, a button </form>
//   <p data-drafts-none>…</p> <ul class="rot-cards" data-drafts-list></ul>
//   <template data-drafts-entry><li class="rot-card"> elements with data-field="service|address|description|state",
//     buttons with data-act="edit|remove|send" </li></template>
//   <form data-drafts-send method="post" action="/offline-drafts" hidden> hidden fields of the same names </form>
// </section>
import { say } from "./say.js";

const FIELDS = ["service", "address", "description"];
const MOST = 50;
const MOST_LETTERS = 10_000;

export async function drafts(host) {
  const part = (name) => host.querySelector(`[data-drafts-${name}]`);
  const [form, list, none, entry, sending] = ["form", "list", "none", "entry", "send"].map(part);
  const store = await open();
  const field = (name) => form.elements.namedItem(name);

  const acts = {
    edit(draft) {
      for (const name of [...FIELDS, "id"]) field(name).value = draft[name];
      field("service").focus();
    },
    async remove(draft) {
      await store("readwrite", (drafts) => drafts.delete(draft.id));
      await tell(host.dataset.removed);
    },
    async send(draft) {
      if (!(await reached())) return say(host.dataset.noNetwork);
      // It stays until its writer deletes it: only they can see whether it arrived.
      await store("readwrite", (drafts) => drafts.put({ ...draft, sent: Date.now() }));
      for (const name of FIELDS) sending.elements.namedItem(name).value = draft[name];
      sending.submit();
    },
  };

  const show = async () => {
    const kept = await store("readonly", (drafts) => drafts.getAll());
    kept.sort((one, other) => other.changed - one.changed);
    list.replaceChildren(...kept.map((draft) => item(entry, { ...draft, title: named(field("service"), draft) }, host.dataset, acts)));
    none.hidden = kept.length > 0;
    return kept.length;
  };
  const tell = async (words) => {
    await show();
    say(words);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const id = field("id").value || Date.now().toString(36);
    const kept = await store("readonly", (drafts) => drafts.getAllKeys());
    if (kept.length >= MOST && !kept.includes(id)) return say(host.dataset.full);
    const words = FIELDS.map((name) => [name, field(name).value.slice(0, MOST_LETTERS)]);
    if (words.every(([, text]) => text.trim() === "")) return field("service").focus();
    await store("readwrite", (drafts) => drafts.put({ id, changed: Date.now(), ...Object.fromEntries(words) }));
    form.reset();
    field("id").value = "";
    await tell(host.dataset.kept);
  });
  for (const change of ["online", "offline"]) addEventListener(change, show);
  await show();
  host.hidden = false;
}

/** Whether the house can be reached; a browser that has some network does not know that. */
const reached = () => fetch("/offline", { method: "HEAD", cache: "no-store" }).then(({ ok }) => ok, () => false);

/** What a draft is about, by its name where it was chosen from a list. */
const named = (field, { service }) => [...(field.options ?? [])].find(({ value }) => value === service)?.text ?? service;

/** A draft as the page's own template shows it. */
function item(template, draft, words, acts) {
  const item = template.content.cloneNode(true);
  const state = navigator.onLine ? "" : words.noNetwork;
  const shown = { ...draft, service: draft.title, state: draft.sent ? words.sent : state };
  for (const place of item.querySelectorAll("[data-field]")) {
    place.textContent = shown[place.dataset.field] ?? "";
    place.hidden = place.textContent === "";
  }
  for (const button of item.querySelectorAll("[data-act]")) {
    const { act } = button.dataset;
    if (act === "send") button.setAttribute("aria-disabled", String(!navigator.onLine));
    button.addEventListener("click", () => acts[act]?.(draft));
  }
  return item;
}

/** The drafts of this device: gives a function that does one thing with them in one transaction. */
async function open() {
  const asked = indexedDB.open("rotunda", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("drafts", { keyPath: "id" });
  const database = await done(asked);
  return (mode, act) => done(act(database.transaction("drafts", mode).objectStore("drafts")));
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
