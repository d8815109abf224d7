// Buttons that copy a field or a text; hidden until this is there, since without script they could do nothing.
const show = () => document.querySelectorAll("[data-copy][hidden]").forEach((button) => (button.hidden = false));

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  if (source.select) source.select();
  else getSelection().selectAllChildren(source);
  const text = source.value ?? source.textContent;
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  const detail = copied ? "Copied." : "It is selected: copy it with your keyboard.";
  document.dispatchEvent(new CustomEvent("say", { detail }));
});
document.addEventListener("htmx:afterRequest", show);
show();
