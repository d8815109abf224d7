// Copies of pages, per account and release: the newest answer is kept, and shown when there is no other.
const KEPT = /^\/(today|review|review\/away|roadmap|roadmap\/[\w-]+|skills\/[\w-]+|career\/today-card)\/$/;
const PATIENCE = 6_000; // milliseconds that a page may take when there is a copy of it

async function remember(request, answer) {
  if (!answer.ok || !answer.headers.get("Content-Type")?.includes("html")) return;
  const text = await answer.text();
  const reader = /<body data-account="(\w*)"/.exec(text);
  if (reader) await become(reader[1]);
  const account = await fact("account");
  if (!account || !KEPT.test(new URL(request.url).pathname)) return;
  const copy = new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8", "X-Kept": new Date().toISOString() } });
  await (await caches.open(`pages-${account}-${SITE.release}`)).put(request.url, copy);
  // One card is shown at a time, but all of today's are needed where no next one comes.
  if (request.url === location.origin + SITE.review) await remember({ url: location.origin + SITE.deck }, await fetch(SITE.deck));
}

// Whose pages these are now: those of everyone else leave the device.
async function become(account) {
  if ((await fact("account")) !== account) await know("account", account);
  for (const name of await caches.keys()) {
    if (name.startsWith("pages-") && name.split("-")[1] !== account) await caches.delete(name);
  }
}

async function copyOf(url) {
  const account = await fact("account");
  const names = (await caches.keys()).filter((name) => account && name.startsWith(`pages-${account}-`));
  for (const cacheName of names.reverse()) {
    const copy = await caches.match(url, { cacheName });
    if (copy) return dated(await copy.text(), new Date(copy.headers.get("X-Kept")));
  }
}

function dated(text, at) {
  const day = at.toDateString() === new Date().toDateString() ? "" : at.toLocaleDateString("en-US", { month: "short", day: "numeric" }) + ", ";
  const icons = /href="([^"]*icons[^"#]*)#/.exec(text)?.[1];
  const line = `<section class="strip" id="copy" aria-label="No connection"><div class="wrap row"><p><svg class="i" aria-hidden="true"><use href="${icons}#cloud-off"/></svg> No connection. This page is as of <time datetime="${at.toISOString()}">${day}${at.toTimeString().slice(0, 5)}</time>.</p></div></section>`;
  return new Response(text.replace(/<main[^>]*>/, (main) => main + line), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
