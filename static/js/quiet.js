// Sends ticks and forms marked data-quiet through htmx: nothing reloads, the answer says what moved.
// One listener for the page, because wiring two hundred forms costs a phone a tenth of a second.
const queue = []; // one after the other: htmx keeps one request waiting and drops those before it
let lastRow;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if ((form.id !== "ticks" && !form.matches("[data-quiet]")) || !window.htmx) return;
  event.preventDefault();
  // Undo stands outside the rows: its focus goes back to the row it was about.
  lastRow = (button ?? form).closest(".stop, .reslist>li") ?? lastRow;
  const url = button?.getAttribute("formaction") ?? form.getAttribute("action");
  queue.push({ url, values: new FormData(form, button), button, row: lastRow });
  if (queue.length === 1) send();
});

async function send() {
  const { url, values, button, row } = queue[0];
  document.body.toggleAttribute("data-sending", true);
  await htmx.ajax("POST", url, { swap: "none", values }).catch(() => {}); // trouble.js says why
  queue.shift();
  document.body.toggleAttribute("data-sending", queue.length > 0);
  keepFocus(button, row);
  if (queue.length) send();
}

// Whoever leaves the page takes along what waits and what may be on its way: a repeat is harmless.
addEventListener("pagehide", () => {
  const last = new Map(queue.splice(0).map(({ url, values }) => [url, new URLSearchParams(values)]));
  for (const [url, body] of last) fetch(url, { method: "POST", body, keepalive: true });
});

// A control that was replaced takes its focus along; without it the page would start over at the top.
function keepFocus(button, row) {
  if (document.activeElement && document.activeElement !== document.body) return;
  const same = document.getElementById(button?.id);
  const near = (same?.closest("details") ?? document.getElementById(row?.id))?.querySelector(".post, summary");
  [same, near, document.getElementById("main")].find((one) => one?.checkVisibility())?.focus({ preventScroll: true });
}
