// Changes that waited, sent in their order when there is a connection: one sender at a time, each once.
const sendNow = () => navigator.locks.request("sending", sendAll).then(tell); // fails without a connection
const send = () => sendNow().catch(() => tell({ why: "offline" }));
const SETTLED = [200, 400, 404, 413, 422]; // everything else may be better in a moment

async function sendAll() {
  const { account, token } = await (await fetch(SITE.token, { cache: "no-store" })).json();
  if (!account) return { why: "session" };
  let sent = 0;
  for (const change of await queueOf(account)) {
    if (change.said) continue;
    const answer = await fetch(change.url, {
      method: "POST",
      body: new URLSearchParams(change.body),
      redirect: "manual",
      headers: { "X-CSRFToken": token, "X-Account": account, "X-Change-Id": change.id, "X-Change-At": change.at },
      signal: AbortSignal.timeout(LONGEST),
    });
    if (answer.type === "opaqueredirect") return { why: "session", sent };
    if (!SETTLED.includes(answer.status)) return { why: answer.status === 409 ? "session" : "trouble", sent };
    await settle(change, answer.status, await answer.json().catch(() => ({})));
    sent += 1;
  }
  return { sent };
}

// What was done as wanted is gone from here; everything else stays in sight until its learner has read it.
async function settle(change, status, { result, said }) {
  if (status === 200 && result === "applied") await drop(change.n);
  else await put({ ...change, refused: status !== 200, said: said ?? `The server did not take this (${status}).` });
}

async function tell(news) {
  for (const page of await clients.matchAll({ type: "window" })) page.postMessage(news);
}
