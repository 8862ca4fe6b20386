// The worker of a kiosk: where no page comes from the house, it shows the one that it keeps.
/* global SHELL, VERSION */
const CACHE = `kiosk-${VERSION}`;
const PAGE = "/kiosk/alone";
/** How long somebody before a kiosk waits for a page. */
const PATIENCE_MS = 6_000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(keep()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (SHELL.includes(new URL(request.url).pathname)) event.respondWith(file(request));
});

async function install() {
  await (await caches.open(CACHE)).addAll([...SHELL, PAGE]);
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("kiosk-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page as it is now: the office's lines may have changed. */
async function keep() {
  await (await caches.open(CACHE)).add(PAGE).catch(() => {});
}

async function page(request) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE_MS));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (answer.status < 502) return answer;
  } catch {
    // The house cannot be reached.
  }
  return (await (await caches.open(CACHE)).match(PAGE)) ?? Response.error();
}

async function file(request) {
  return (await (await caches.open(CACHE)).match(request, { ignoreVary: true })) ?? fetch(request);
}
