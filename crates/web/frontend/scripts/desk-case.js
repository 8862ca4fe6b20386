// Keeps what an officer writes every second, and says so. Without it, the button Save does the same.
import { listen } from "./desk-live.js";

const pause = 1000;
/** How often it is said who is here; the house forgets after 30 seconds. */
const BEAT_MS = 10_000;

/** What the form holds, but for its files. */
function fields(form) {
  const data = new FormData(form);
  data.delete("files");
  data.append("by", "script");
  return data;
}

function keep(form) {
  const says = form.querySelector("#saved");
  const words = form.elements.words;
  let kept = words.value;
  let timer;
  let sending = false;
  let stopped = false;

  async function save() {
    if (sending || stopped || words.value === kept) return;
    sending = true;
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
    sending = false;
    if (words.value !== kept) later();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  words.addEventListener("input", later);
  form.addEventListener("submit", () => {
    stopped = true;
  });
  // Whoever closes the page at once loses nothing.
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
}

/** Shows the page again once what was sent has left. */
function wait(form) {
  const seconds = Number(form.dataset.leaves);
  if (seconds <= 60) setTimeout(() => location.replace(location.pathname + location.search), (seconds + 1) * 1000);
}

/** Says that its officer is here, hears who else is, and that the case has changed. Nothing moves by itself. */
function attend(it) {
  const { case: reference, revision, path, token } = it.dataset;
  const words = it.querySelector("#words");
  let typed = false;
  const say = (doing) => fetch(path, { method: "POST", body: new URLSearchParams({ doing, token }), keepalive: true }).catch(() => {});
  const here = () => {
    if (document.visibilityState !== "visible") return;
    say(typed ? "typing" : "viewing");
    typed = false;
  };
  words?.addEventListener("input", () => (typed = true));
  here();
  setInterval(here, BEAT_MS);
  addEventListener("pagehide", () => say("gone"));
  const changed = () => (it.querySelector("[data-changed]").hidden = false);
  listen({
    case: (news) => news.reference === reference && news.revision > Number(revision) && changed(),
    presence: (news) => news.reference === reference && (it.querySelector("[data-present]").textContent = news.text),
  });
}

document.querySelectorAll("[data-case]").forEach(attend);
document.querySelectorAll("[data-compose]").forEach(keep);
document.querySelectorAll("[data-leaves]").forEach(wait);
