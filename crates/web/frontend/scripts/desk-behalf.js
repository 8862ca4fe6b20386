// What is known beside a form follows what an officer types, and what they type is kept. Without it, the button does the same.
const PAUSE_MS = 350;

export function behalf(form) {
  const beside = document.querySelector("[data-beside]");
  const isGet = form.method === "get";
  let timer;
  let asking;
  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
  };
  const look = () => {
    asking?.abort();
    const fields = new FormData(form);
    fields.set("do", "look");
    // Files go with a button, once.
    form.querySelectorAll("input[type=file]").forEach(({ name }) => fields.delete(name));
    const address = form.getAttribute("action");
    // It reads a page as a document, which `fetch` cannot and no text has to become one.
    asking = new XMLHttpRequest();
    asking.open(form.method, isGet ? `${address}?${new URLSearchParams(fields)}` : address);
    asking.responseType = "document";
    asking.addEventListener("load", ({ target }) => {
      const now = target.response?.querySelector("[data-beside]");
      if (now && !beside.contains(document.activeElement)) beside.replaceChildren(...now.childNodes);
    });
    asking.send(isGet ? null : fields);
  };
  form.addEventListener("input", ({ target }) => {
    if (beside.contains(target)) return;
    stop();
    timer = setTimeout(look, PAUSE_MS);
  });
  form.addEventListener("submit", stop);
}
