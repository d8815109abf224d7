// Says of each change whose it is, when it was made and what to call it, for the case that it has to wait.
const title = (slug) => {
  const row = document.querySelector(`#skill-${slug} h3 a, #skill-${slug} .meta a`) ?? document.querySelector("h1");
  return row.textContent.trim();
};
const lines = (text) => {
  const number = text.trim().split("\n").length;
  return number === 1 ? "one line" : `${number} lines`;
};

function name(path, sent) {
  const [noun, slug, field] = path.split("/").filter(Boolean);
  const subject = (sent.get("subject") ?? "").split(":")[1];
  if (noun === "log") return `${sent.get("minutes") || sent.get("other")} minutes${subject ? ` on ${title(subject)}` : ""}`;
  if (noun === "review") return `Answer: ${document.querySelector(`[data-card="${sent.get("card")}"] .question, #question`).textContent.trim().slice(0, 60)}`;
  if (field === "note") return `Note on ${title(slug)}, ${lines(sent.get("text"))}`;
  return field === "count" ? `${title(slug)}: ${sent.get("count")}` : `${title(slug)}: ${sent.get("state")}`;
}

document.addEventListener("htmx:configRequest", ({ detail, target }) => {
  if (detail.verb !== "post") return;
  const note = target.closest(".note-form")?.querySelector("textarea");
  // What it was written from, so that two devices lose neither text.
  if (note) detail.parameters.base = note.defaultValue;
  const about = { at: new Date().toISOString() };
  try { about.title = name(new URL(detail.path, location).pathname, detail.formData); } catch { /* it has no name of ours */ }
  detail.headers["X-Account"] = document.body.dataset.account;
  detail.headers["X-About"] = encodeURIComponent(JSON.stringify(about));
});

// What was saved, or waits in front of it, is what the next note is written from.
document.addEventListener("htmx:afterRequest", ({ detail, target }) => {
  const note = target.closest(".note-form")?.querySelector("textarea");
  if (note && detail.successful) note.defaultValue = detail.requestConfig.formData.get("text");
});
