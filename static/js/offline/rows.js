// Rows whose change waits look as it will be, with a dashed ring and a tag; discarded, they look as they did.
const icons = document.querySelector("use[href*=icons]").getAttribute("href").split("#")[0];
const before = new Map(); // a row, and what it was

function tag(place, words) {
  if (!place) return;
  place.insertAdjacentHTML("beforeend", ` <span data-waiting><span class="tag"><svg class="i" aria-hidden="true"><use href="${icons}#cloud-off"/></svg> <span></span></span></span>`);
  place.lastElementChild.querySelector("span > span > span").textContent = words;
}

function mark({ url, body }) {
  const [noun, slug, field] = url.split("/").filter(Boolean);
  const sent = new URLSearchParams(body);
  const row = document.getElementById(`skill-${noun === "log" ? sent.get("subject")?.split(":")[1] : slug}`);
  const place = row?.querySelector(".meta") ?? document.querySelector("#skill-head .meta");
  if (field === "note") tag(document.getElementById(`note-status-${slug}`), "Waiting");
  else if (noun === "log") tag(place, `${sent.get("minutes") || sent.get("other")} min waiting`);
  else if (noun === "skills") tag(place, field === "count" ? `${sent.get("count")}, waiting` : "Waiting");
  document.querySelector(`[data-card="${sent.get("card")}"]`)?.setAttribute("hidden", "");
  if (row && field === "state") show(row, sent.get("state"), { queued: "" });
  for (const button of field === "state" ? document.querySelectorAll(`form[action="${url}"] [name=state]`) : []) button.setAttribute("aria-pressed", button.value === sent.get("state"));
}

function show(row, state, { queued, now = state === "learning" && "now" in row.dataset }) {
  if (queued === "" && !before.has(row)) before.set(row, [row.dataset.state, { now: "now" in row.dataset }]);
  row.dataset.state = state;
  row.toggleAttribute("data-queued", queued === "");
  row.toggleAttribute("data-now", now);
  const post = row.querySelector(".post");
  post.value = state === "done" ? "open" : "done";
  post.setAttribute("aria-pressed", state === "done");
}

document.addEventListener("queue", ({ detail: { changes } }) => {
  document.querySelectorAll("[data-waiting]").forEach((old) => old.remove());
  document.querySelectorAll("[data-card]").forEach((card) => (card.hidden = false));
  before.forEach((was, row) => show(row, ...was));
  before.clear();
  changes.filter((change) => !change.said).forEach(mark);
});
