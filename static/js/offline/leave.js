// Before a log-out that would take changes along which nobody has sent yet: a word, and a choice.
let waiting = 0;
document.addEventListener("queue", ({ detail }) => (waiting = detail.changes.filter((change) => !change.said).length));

const HTML = `<form method="dialog" class="stack"><h2 id="leave-h"></h2>
<p>Log-out clears everything of yours from this device, and them with it. Send them first, when you have a connection.</p>
<div class="row"><button class="btn ink" autofocus>Stay</button><button class="btn" value="send">Send them now</button><button class="btn quiet" value="leave">Log out without them</button></div></form>`;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!waiting || !form.getAttribute("action")?.endsWith("/logout/") || form.dataset.sure) return;
  event.preventDefault();
  const dialog = Object.assign(document.createElement("dialog"), { className: "keys", id: "leave", innerHTML: HTML });
  dialog.setAttribute("aria-labelledby", "leave-h");
  dialog.querySelector("h2").textContent = waiting === 1 ? "1 change waits for a connection" : `${waiting} changes wait for a connection`;
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "send") document.dispatchEvent(new CustomEvent("queue:do", { detail: { do: "send" } }));
    if (dialog.returnValue !== "leave") return;
    form.dataset.sure = "yes";
    form.requestSubmit();
  });
  document.body.append(dialog);
  dialog.showModal();
}, true);
