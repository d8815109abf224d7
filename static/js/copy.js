// Buttons that copy a field's text; hidden until this is there, since without script they could do nothing.
const show = () => document.querySelectorAll("[data-copy][hidden]").forEach((button) => (button.hidden = false));

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  const detail = copied ? "Copied." : "The address is selected: copy it with your keyboard.";
  document.dispatchEvent(new CustomEvent("say", { detail }));
});
document.addEventListener("htmx:afterRequest", show);
show();
