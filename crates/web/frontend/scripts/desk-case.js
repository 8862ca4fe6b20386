// What is done with a case that is shown, until the signal says that it is shown no more. What an officer writes is kept
// every second; without a script, the button Save does the same.
import { offer } from "./desk-knowledge.js";
import { listen } from "./desk-live.js";

const PAUSE_MS = 1000;
/** How often it is said who is here; the house forgets after 30 seconds. */
const BEAT_MS = 10_000;

/** Begins with what is shown of a case in a part of the page. It says when all that was written is kept, if it can be. */
export function work(root, signal) {
  const each = (selector, begin) => [...root.querySelectorAll(selector)].map((element) => begin(element, signal));
  each("[data-case]", attend);
  each("[data-leaves]", wait);
  each("[data-articles]", offer);
  const kept = each("[data-compose]", keep);
  return async () => (await Promise.all(kept.map((all) => all()))).every(Boolean);
}

/** What the form holds, but for its files. */
function fields(form) {
  const data = new FormData(form);
  data.delete("files");
  data.append("by", "script");
  return data;
}

function keep(form, signal) {
  const says = form.querySelector("#saved");
  const words = form.elements.words;
  let kept = words.value;
  let timer;
  let saving;
  let stopped = false;

  async function send() {
    if (stopped || words.value === kept) return;
    const now = words.value;
    try {
      const answer = await fetch(form.dataset.compose, { method: "POST", body: fields(form), redirect: "error", keepalive: now.length < 20000 });
      const revision = answer.headers.get("composition-revision");
      if (revision) {
        form.elements.revision.value = revision;
        kept = now;
      }
      stopped = answer.status === 409;
      if (answer.status === 204) says.textContent = says.dataset.saved;
      else if (stopped) says.textContent = says.dataset.conflict;
      else says.textContent = answer.status === 422 ? says.dataset.long : says.dataset.failed;
    } catch {
      says.textContent = says.dataset.failed;
    }
  }

  const save = () =>
    (saving ??= send().finally(() => {
      saving = undefined;
      if (words.value !== kept) later();
    }));

  function later() {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(save, PAUSE_MS);
  }

  words.addEventListener("input", later, { signal });
  const sent = (event) => {
    if (!saving) {
      stopped = true;
      return;
    }
    // What is on its way gets there first: otherwise the form would be taken for one from another window.
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  };
  form.addEventListener("submit", sent, { signal });
  // Whoever closes the page at once loses nothing.
  addEventListener("pagehide", save, { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save(), { signal });
  return async () => {
    // What was on its way may be older than what stands there now.
    await save();
    await save();
    return words.value === kept;
  };
}

/** Shows the case again once what was sent has left. */
function wait(form, signal) {
  const seconds = Number(form.dataset.leaves);
  if (seconds > 60) return;
  const again = () => {
    const asked = new CustomEvent("desk:again", { bubbles: true, cancelable: true });
    if (form.dispatchEvent(asked)) location.replace(location.pathname + location.search);
  };
  const timer = setTimeout(again, (seconds + 1) * 1000);
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** Says that its officer is here, hears who else is, and that the case has changed. Nothing moves by itself. */
function attend(it, signal) {
  const { case: reference, revision, path, token } = it.dataset;
  const words = it.querySelector("#words");
  let typed = false;
  const say = (doing) => fetch(path, { method: "POST", body: new URLSearchParams({ doing, token }), keepalive: true }).catch(() => {});
  const here = () => {
    if (document.visibilityState !== "visible") return;
    say(typed ? "typing" : "viewing");
    typed = false;
  };
  words?.addEventListener("input", () => (typed = true), { signal });
  here();
  const beat = setInterval(here, BEAT_MS);
  addEventListener("pagehide", () => say("gone"), { signal });
  signal.addEventListener("abort", () => {
    clearInterval(beat);
    say("gone");
  });
  const changed = () => (it.querySelector("[data-changed]").hidden = false);
  const hear = {
    case: (news) => news.reference === reference && news.revision > Number(revision) && changed(),
    presence: (news) => news.reference === reference && (it.querySelector("[data-present]").textContent = news.text),
  };
  listen(hear, signal);
}
