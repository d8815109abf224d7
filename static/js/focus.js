// A control that was replaced takes its focus along; without it the page would start over at the top.
document.addEventListener("answered", ({ detail: { button, rows } }) => {
  if (document.activeElement && document.activeElement !== document.body) return;
  const there = (element) => element && document.getElementById(element.id);
  const same = there(button);
  const place = same?.closest("details") ?? rows.map(there).find(Boolean);
  const near = place?.querySelector(".post, summary") ?? place?.querySelector("a, button");
  const undo = document.getElementById("undo"); // of the last row there was
  [same, near, undo, document.getElementById("main")].find((one) => one?.checkVisibility())?.focus({ preventScroll: true });
});
