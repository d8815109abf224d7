// Sends ticks and forms marked data-quiet through htmx: nothing reloads, the answer says what moved.
// One listener for the page, because wiring two hundred forms costs a phone a tenth of a second.
const quiet = (form) => form.id === "ticks" || form.matches("[data-quiet]");
let sending = 0;
let lastRow;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!quiet(form) || !window.htmx) return;
  event.preventDefault();
  // Undo stands outside the rows: its focus goes back to the row it was about.
  const row = (button ?? form).closest(".stop, .reslist>li") ?? lastRow;
  lastRow = row;
  const url = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const values = Object.fromEntries(new FormData(form, button));
  sending += 1;
  document.body.toggleAttribute("data-sending", true);
  htmx.ajax("POST", url, { source: form, swap: "none", values }).finally(() => {
    sending -= 1;
    document.body.toggleAttribute("data-sending", sending > 0);
    keepFocus(button, row);
  });
});

// A control that was replaced takes its focus along; without it the page would start over at the top.
function keepFocus(button, row) {
  if (document.activeElement && document.activeElement !== document.body) return;
  const same = button?.id && document.getElementById(button.id);
  const post = row?.id && document.getElementById(row.id)?.querySelector(".post, .menu>summary");
  (same || post || document.getElementById("main"))?.focus({ preventScroll: true });
}
