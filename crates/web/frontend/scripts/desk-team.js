// The team: counts are kept up to date where they stand; whatever would move a row is only told.
import { listen } from "./desk-live.js";

const PAUSE_MS = 5_000;

export function team(page) {
  const news = page.querySelector("[data-news]");
  const counts = [...page.querySelectorAll("[data-count]")];
  const listed = [...page.querySelectorAll("tr[data-reference]")].map((row) => row.dataset.reference).join();
  let timer;
  const look = () => {
    timer ??= setTimeout(async () => {
      timer = undefined;
      const response = await fetch(page.dataset.team).catch(() => null);
      if (!response?.ok || response.redirected) return;
      const now = await response.json();
      for (const count of counts) {
        const shown = count.firstElementChild;
        shown.textContent = now.counts[count.dataset.count] ?? shown.textContent;
      }
      news.hidden = now.cases.join() === listed;
    }, PAUSE_MS);
  };
  listen({ case: look, look });
}
