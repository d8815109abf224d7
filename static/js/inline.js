// Opens a form that has its own page right where the link to it stands.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-inline]");
  if (!link || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const id = link.dataset.inline;
  await htmx.ajax("GET", link.href, { target: link, select: `#${id}`, swap: "outerHTML" });
  document.getElementById(id)?.querySelector("input:not([type=hidden])")?.focus();
});
