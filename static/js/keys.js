// Keys for the row in focus or under the pointer: l d s r set its state, j k move, u undoes, ? shows the keys.
const states = { l: "learning", d: "done", s: "skipped", r: "open" };
const rows = () => [...document.querySelectorAll(".stop[id^='skill-']")].filter((row) => row.checkVisibility());
let last;

function current() {
  const row = document.activeElement?.closest(".stop[id^='skill-']") ?? document.querySelector(".stop[id^='skill-']:hover");
  if (row) last = row.id;
  return row;
}

function move(step) {
  const all = rows();
  const from = all.findIndex((row) => row.id === (current()?.id ?? last));
  const next = all[from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1)];
  next?.querySelector(".post").focus();
  next?.scrollIntoView({ block: "nearest" });
}

function set(row, state) {
  const button = row.querySelector(`button[name=state][value=${state}]`) ?? row.querySelector("button.post");
  const form = document.getElementById("ticks");
  const sender = Object.assign(button.cloneNode(), { value: state, hidden: true, id: "" });
  row.append(sender);
  form.requestSubmit(sender);
  sender.remove();
}

document.addEventListener("keydown", (event) => {
  if (document.body.dataset.shortcuts === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
  if (event.key === "?") document.getElementById("keys")?.showModal();
  else if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
  else if (event.key === "u") document.getElementById("undo")?.click();
  else if (states[event.key] && document.getElementById("ticks") && current()) set(current(), states[event.key]);
  else return;
  event.preventDefault();
});
