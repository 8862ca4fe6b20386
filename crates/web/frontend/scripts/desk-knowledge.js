// Articles beside what an officer writes: looked for again while they write. Without it, they fit the case alone.
const PAUSE_MS = 600;

/** A list, and what it is made again from. */
export function offer(panel, signal) {
  const words = document.querySelector("#compose #words");
  const template = panel.querySelector("template");
  if (!words || !template) return;
  const list = panel.querySelector("ul");
  const none = panel.querySelector("[data-none]");
  let timer;
  let asking;

  const look = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const { articles, caseOf, token } = panel.dataset;
    const body = new URLSearchParams({ case: caseOf, words: words.value.slice(-4000), token });
    const asked = `${articles}?lang=${document.documentElement.lang}`;
    try {
      const answer = await fetch(asked, { method: "POST", body, signal, redirect: "error" });
      if (!answer.ok) return;
      const found = await answer.json();
      // What somebody is about to press stays where it is.
      if (signal.aborted || panel.contains(document.activeElement) || panel.matches(":hover")) return;
      list.replaceChildren(...found.map((one) => line(template, one)));
      none.hidden = found.length > 0;
    } catch {
      // What is there stays.
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  };
  words.addEventListener("input", later, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    asking?.abort();
  });
}

function line(template, { id, href, title, lead, note, goes }) {
  const item = template.content.cloneNode(true);
  const link = item.querySelector("a");
  const say = (element, [text, lang, dir]) => {
    element.textContent = text;
    if (lang) Object.assign(element, { lang, dir });
  };
  link.href = href;
  say(link, title);
  say(item.querySelector(".know-offer__lead"), lead);
  const noted = item.querySelector(".know-offer__note");
  if (note) noted.textContent = note;
  else noted.remove();
  const button = item.querySelector("button");
  if (goes) button.value = id;
  else button.remove();
  return item;
}
