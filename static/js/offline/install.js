// The note in the margin of Today, where the browser offers to install and nobody said "not again".
let asked = false;

function offer() {
  const template = document.getElementById("install-offer");
  if (asked || !window.install || !template) return;
  asked = true;
  template.after(template.content.cloneNode(true));
  const note = document.getElementById("install");
  note.addEventListener("submit", async (event) => {
    event.preventDefault();
    note.remove();
    if (event.submitter.value === "never") document.dispatchEvent(new CustomEvent("queue:do", { detail: { do: "know", name: "install", value: "never" } }));
    else await window.install.prompt();
  });
}

document.addEventListener("queue", ({ detail }) => {
  if (detail.install === "never") asked = true;
  offer();
});
addEventListener("beforeinstallprompt", offer);
