// Rows whose change waits look as it will be, with a dashed ring and a tag; sent, the page is fetched as it is now.
const icons = document.querySelector("use[href*=icons]").getAttribute("href").split("#")[0];

function tag(place, words) {
  if (!place) return;
  place.insertAdjacentHTML("beforeend", ` <span class="tag" data-waiting><svg class="i" aria-hidden="true"><use href="${icons}#cloud-off"/></svg> <span></span></span>`);
  place.lastElementChild.lastElementChild.textContent = words;
}

function mark({ url, body }) {
  const [noun, slug, field] = url.split("/").filter(Boolean);
  const sent = new URLSearchParams(body);
  const skill = noun === "log" ? sent.get("subject")?.split(":")[1] : slug;
  const row = document.getElementById(`skill-${skill}`);
  const place = row?.querySelector(".meta") ?? (noun !== "review" && document.querySelector("#skill-head .meta"));
  if (field === "note") tag(document.querySelector(`#note-status-${slug}`), "Waiting");
  else if (noun === "log") tag(place, `${sent.get("minutes") || sent.get("other")} min waiting`);
  else if (noun === "skills") tag(place, field === "count" ? `${sent.get("count")}, waiting` : "Waiting");
  if (field === "state") show(row, sent.get("state"));
  for (const button of field === "state" ? document.querySelectorAll(`form[action="${url}"] button[name=state]`) : []) button.setAttribute("aria-pressed", button.value === sent.get("state"));
}

function show(row, state) {
  if (!row) return;
  [row.dataset.state, row.dataset.queued] = [state, ""];
  const post = row.querySelector(".post");
  post.value = state === "done" ? "open" : "done";
  post.setAttribute("aria-pressed", state === "done");
}

document.addEventListener("queue", ({ detail: { changes } }) => {
  document.querySelectorAll("[data-waiting]").forEach((old) => old.remove());
  document.querySelectorAll("[data-queued]").forEach((row) => row.removeAttribute("data-queued"));
  changes.filter((change) => !change.said).forEach(mark);
});
