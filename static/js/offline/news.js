// Says that a change is kept or was sent, and brings the page up to date, unless somebody is writing on it.
const say = (detail) => document.dispatchEvent(new CustomEvent("say", { detail }));
const writes = () => document.activeElement?.matches("textarea, input:not([type=hidden])");

document.addEventListener("kept", () => {
  say("Kept on this device. It is sent when there is a connection.");
  // The next entry is another one: the same id would make it a repeat of this one.
  for (const entry of document.querySelectorAll("input[name=entry]")) entry.value = crypto.randomUUID();
  for (const menu of document.querySelectorAll("details.log[open]")) menu.open = false;
});

document.addEventListener("sent", async ({ detail }) => {
  say(detail === 1 ? "Back online: 1 change was sent." : `Back online: ${detail} changes were sent.`);
  if (writes() || !window.htmx) return;
  await htmx.ajax("GET", location.href, { target: "#main", select: "#main", swap: "outerHTML" }).catch(() => {});
  document.dispatchEvent(new CustomEvent("queue:do", { detail: { do: "list" } }));
});

// The copy of a page holds an id that may have been used since.
if (document.getElementById("copy")) {
  for (const entry of document.querySelectorAll("input[name=entry]")) entry.value = crypto.randomUUID();
}
