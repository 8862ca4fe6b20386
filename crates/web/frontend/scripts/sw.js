// The worker that keeps the look of the house, so that who has no network is told so, and can keep a draft.
// It keeps no page about anybody: only the files of the shell and the page that says that there is no network.
/* global SHELL, VERSION */
const CACHE = `rotunda-${VERSION}`;
const LANGUAGE = "/offline-language";
const offline = (language) => `/offline?lang=${language}`;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(learn(event.data?.language)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (SHELL.includes(new URL(request.url).pathname)) event.respondWith(file(request));
});

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  // Pages that an earlier release kept name its files; they are asked for again.
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const pages = new Set(kept.flat().map(({ url }) => url).filter((url) => new URL(url).pathname === "/offline"));
  await Promise.allSettled([...pages].map((url) => cache.add(url)));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Keeps the offline page in the language that somebody reads. */
async function learn(language) {
  if (!/^[a-z]{2,8}$/.test(language ?? "")) return;
  const cache = await caches.open(CACHE);
  await cache.put(LANGUAGE, new Response(language));
  if (!(await cache.match(offline(language)))) await cache.add(offline(language)).catch(() => {});
}

/** A page from the network; without one, the page that says so. */
async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    const cache = await caches.open(CACHE);
    const last = await cache.match(LANGUAGE);
    const asked = new URL(event.request.url).searchParams.get("lang");
    const languages = [asked, await last?.text()].filter(Boolean);
    for (const language of languages) {
      const kept = await cache.match(offline(language));
      if (kept) return kept;
    }
    return Response.error();
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
