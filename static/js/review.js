// Keys of a review: Space shows the answer, and then says Good; 1 to 4 rate it. Undo (u) is in keys.js.
function answer() {
  return document.getElementById("answer");
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (document.body.dataset.shortcuts === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!answer() || event.repeat || target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
  // On any other control, Space does what it does everywhere.
  if (key === " " && target.closest("a, button, summary:not(#show-answer)")) return;
  if (key === " " && !answer().open) show();
  else if (answer().open && (key === " " || "1234".includes(key))) rate(key === " " ? 3 : key);
  else return;
  event.preventDefault();
});

function show() {
  answer().open = true;
  document.getElementById("show-answer").focus({ preventScroll: true });
  document.getElementById("rate-3").scrollIntoView({ block: "nearest" });
}

function rate(rating) {
  if (!document.body.hasAttribute("data-sending")) document.getElementById(`rate-${rating}`).click();
}
