// The team: counts are kept up to date where they stand; whatever would move a row is only told.
import { listen } from "./desk-live.js";

const PAUSE_MS = 5_000;

export function team(page) {
  const news = page.querySelector("[data-news]");
  const cases = (from) => [...from.querySelectorAll("tr[data-reference]")].map((row) => row.dataset.reference).join();
  let timer;
  const look = () => {
    timer ??= setTimeout(async () => {
      timer = undefined;
      const response = await fetch(news.href).catch(() => null);
      if (!response?.ok || response.redirected) return;
      const now = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const count of now.querySelectorAll("[data-count]")) {
        const shown = page.querySelector(`[data-count="${CSS.escape(count.dataset.count)}"] bdi`);
        if (shown) shown.textContent = count.textContent;
      }
      news.hidden &&= cases(now) === cases(page);
    }, PAUSE_MS);
  };
  listen({ case: look, look });
}
