// What is new at the desk, as it happens. A page says what it does with it; nothing here moves anything.
const AGAIN_MS = 30_000;
const KINDS = ["case", "presence", "look"];
const hearers = new Set();
let source;
let away = false;

/**
 * Listens for as long as the page is seen, or until the signal: `hear` has a function for `case`, `presence` and `look`.
 * All who listen share one connection.
 */
export function listen(hear, signal) {
  hearers.add(hear);
  signal?.addEventListener("abort", () => hearers.delete(hear));
  if (source) return;
  open();
  addEventListener("pagehide", () => {
    away = true;
    source.close();
  });
  addEventListener("pageshow", () => {
    if (!away) return;
    away = false;
    open();
    tell("look", {});
  });
}

const tell = (kind, news) => hearers.forEach((hear) => hear[kind]?.(news));

function open() {
  source?.close();
  source = new EventSource("/desk/live");
  for (const kind of KINDS) source.addEventListener(kind, ({ data }) => tell(kind, data ? JSON.parse(data) : {}));
  source.addEventListener("over", () => source.close());
  // A house that is too busy is asked again; one that only went away is asked by the browser itself.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS);
  });
}
