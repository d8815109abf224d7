// A button beside each password that shows it. It waits in a <template>, so that nobody sees it without script.

function offerToShow(template) {
  const input = template.previousElementSibling;
  const button = template.content.cloneNode(true).firstElementChild;
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.addEventListener("click", () => show(input.type === "password"));
  // Sent as a password, or browsers would offer it again as something typed before.
  input.form?.addEventListener("submit", () => show(false));
  template.replaceWith(button);
}

document.querySelectorAll("input[type=password] + template").forEach(offerToShow);
