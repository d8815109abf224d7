// A new release takes over at once: files are known by their content, so that pages of the old one go on.
addEventListener("install", (event) => {
  event.waitUntil(caches.open(`files-${SITE.release}`).then((cache) => cache.addAll(SITE.files)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(begin()));

async function begin() {
  await registration.navigationPreload?.enable();
  await tidy();
  await clients.claim();
  // Pages that were there before this was have not been kept yet.
  for (const { url } of await clients.matchAll({ type: "window" })) {
    if (KEPT.test(new URL(url).pathname)) await fetch(url).then((answer) => remember({ url }, answer), () => {});
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "GET") {
    if (pathname.startsWith(SITE.static) && HASHED.test(pathname)) event.respondWith(file(request));
    else if (request.mode === "navigate" || KEPT.test(pathname)) event.respondWith(page(event));
  } else if (request.method === "POST") {
    if (pathname === SITE.leave) event.respondWith(leave(request));
    else if (CHANGES.test(pathname)) event.respondWith(change(request));
  }
});

// Pages ask what waits for their account, have it sent or discarded, and keep single facts here.
const DEEDS = { list: () => {}, send, discard: ({ n }) => drop(n), know: ({ name, value }) => know(name, value) };

async function answerPage({ data, ports }) {
  await DEEDS[data.do]?.(data);
  ports[0]?.postMessage({ changes: await queueOf(data.account), install: await fact("install") });
}

addEventListener("message", (event) => event.waitUntil(answerPage(event)));
addEventListener("sync", (event) => event.waitUntil(sendNow()));
