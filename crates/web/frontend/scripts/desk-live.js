// What is new at the desk, as it happens. A page says what it does with it; nothing here moves anything.
const AGAIN_MS = 30_000;

/** Listens for as long as the page is seen: `hear` has a function for `case`, `presence` and `look`. */
export function listen(hear) {
  let source;
  let away = false;
  const open = () => {
    source?.close();
    source = new EventSource("/desk/live");
    for (const [name, told] of Object.entries(hear)) {
      source.addEventListener(name, (event) => told(event.data ? JSON.parse(event.data) : {}));
    }
    source.addEventListener("over", () => source.close());
    // A house that is too busy is asked again; one that only went away is asked by the browser itself.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS);
    });
  };
  open();
  addEventListener("pagehide", () => {
    away = true;
    source.close();
  });
  addEventListener("pageshow", () => {
    if (!away) return;
    away = false;
    open();
    hear.look?.({});
  });
}
