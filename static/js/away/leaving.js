// Log-out: nothing personal stays. Without a connection the session lives on, but its pages go all the same.
async function leave(request) {
  try {
    const body = new URLSearchParams(await request.text());
    // It is cleared here: the browser's own way would take along what waits for another account.
    const answer = await fetch(request.url, { method: "POST", body, redirect: "manual", headers: { "X-Cleared": "yes" } });
    if (answer.type === "opaqueredirect") {
      for (const { n } of await queueOf(await fact("account"))) await drop(n);
      await become("");
    }
    return answer;
  } catch {
    await become("");
    return standIn(request);
  }
}
