// Sends ticks and forms marked data-quiet through htmx: nothing reloads, the answer says what moved.
// One listener for the page, because wiring two hundred forms costs a phone a tenth of a second.
const queue = []; // one after the other: htmx keeps one request waiting and drops those before it
let lastRow; // what Undo, which stands outside the rows, is about

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if ((form.id !== "ticks" && !form.matches("[data-quiet]")) || !window.htmx) return;
  event.preventDefault();
  lastRow = (button ?? form).closest(".stop, .reslist>li, tr[id]") ?? lastRow;
  const url = button?.getAttribute("formaction") ?? form.getAttribute("action");
  queue.push({ url, values: new FormData(form, button), button, rows: [lastRow, ...beside(lastRow)] });
  if (queue.length === 1) send();
});

async function send() {
  const { url, values, button, rows } = queue[0];
  document.body.toggleAttribute("data-sending", true);
  await htmx.ajax("POST", url, { swap: "none", values }).catch(() => {}); // trouble.js says why
  queue.shift();
  document.body.toggleAttribute("data-sending", queue.length > 0);
  document.dispatchEvent(new CustomEvent("answered", { detail: { button, rows } })); // see focus.js
  if (queue.length) send();
}

// Whoever leaves the page takes along what waits and what may be on its way: a repeat is harmless.
addEventListener("pagehide", () => {
  const last = new Map(queue.splice(0).map(({ url, values }) => [url, new URLSearchParams(values)]));
  for (const [url, body] of last) fetch(url, { method: "POST", body, keepalive: true });
});

// The rows after and before one: a row that is deleted leaves the focus to them.
function beside(row) {
  const all = [...document.querySelectorAll(".reslist>li[id], tr[id]")];
  const place = all.indexOf(row);
  return place < 0 ? [] : [all[place + 1], all[place - 1]];
}
