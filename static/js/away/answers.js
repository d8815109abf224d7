// What the browser asks for: files from the device, pages from the network first, and what stands in for them.
const HASHED = /\.[0-9a-f]{12}\.\w+$/; // such a name never means another content

async function file(request) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(`files-${SITE.release}`)).put(request, answer.clone());
  return answer;
}

async function page(event) {
  const { request } = event;
  const asked = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(request));
  // Before the answer is passed on, which takes its body.
  event.waitUntil(asked.then((answer) => remember(request, answer.clone())).catch(() => {}));
  try {
    return await Promise.race([asked, later(request)]);
  } catch {
    return (await copy(request)) ?? standIn(request);
  }
}

const copy = async ({ url }) => (url === location.origin + SITE.review && (await copyOf(location.origin + SITE.deck))) || copyOf(url);

// A network that is there but does not answer is no better than none.
async function later(request) {
  await new Promise((done) => setTimeout(done, PATIENCE));
  return (await copy(request)) ?? new Promise(() => {});
}

const standIn = (request) => (request.mode === "navigate" ? caches.match(SITE.offline) : new Response(null, { status: 204 }));

// Of the caches of earlier releases one stays, for pages that are open still and copies that name its files.
async function tidy() {
  const release = (name) => name.slice(name.lastIndexOf("-") + 1);
  const names = await caches.keys();
  const earlier = [...new Set(names.map(release))].filter((one) => one !== SITE.release).slice(0, -1);
  for (const name of names) if (earlier.includes(release(name))) await caches.delete(name);
}
