// Ticks, counts, notes, log entries and review answers: sent as ever, and kept when that fails.
const CHANGES = /^\/((skills\/[\w-]+\/(state|count))|((skills|projects|resources)\/[\w-]+\/note)|log|review\/answer)\/$/;
const LONGEST = 15_000; // milliseconds; the page itself waits for 20 seconds

async function change(request) {
  const mine = request.clone();
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(LONGEST) });
    // An answer that breaks off midway is one that was lost, so that it is read here.
    return answer.type === "opaqueredirect" || answer.status === 204 ? answer : new Response(await answer.blob(), answer);
  } catch (error) {
    // A repeat is harmless: the server may have had it, and only its answer was lost.
    if (!(await keep(mine))) throw error;
    return new Response(null, { status: 204 });
  }
}

// What the page says of a change: whose it is, when it was made, and what to call it.
async function keep(request) {
  const account = request.headers.get("X-Account");
  if (!account) return false;
  const about = JSON.parse(decodeURIComponent(request.headers.get("X-About") ?? "{}"));
  const body = new URLSearchParams(await request.text());
  body.delete("csrfmiddlewaretoken");
  const url = new URL(request.url).pathname;
  const last = (await queueOf(account)).findLast((one) => one.url === url && !one.said);
  if (last && same(last.body) === same(body)) return true; // a note is saved on leaving it and by its button
  const at = about.at ?? new Date().toISOString();
  await put({ id: crypto.randomUUID(), account, url, at, title: about.title ?? url, body: body.toString() });
  await registration.sync?.register("changes").catch(() => {});
  await tell({ kept: true });
  return true;
}

function same(body) {
  const sent = new URLSearchParams(body);
  sent.delete("base");
  return sent.toString();
}
