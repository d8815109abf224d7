// Log-out: nothing personal stays. Without a connection the session lives on, but its pages go all the same.
async function leave(request) {
  try {
    const answer = await fetch(request);
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
