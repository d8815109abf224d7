// Brings the controls of a row in from the page that holds them: when the row is unfolded, and when they changed.
function bring(place) {
  if (!place || !window.htmx) return;
  const select = place.dataset.inline;
  delete place.dataset.inline;
  htmx.ajax("GET", place.querySelector("a").href, { target: place, select, swap: "innerHTML" }).catch(() => {}); // trouble.js says why
}

const unfolded = (row) => row.open && bring(row.querySelector(":scope > [data-inline]"));
document.addEventListener("toggle", (event) => unfolded(event.target), true);
document.addEventListener("htmx:afterRequest", () => document.querySelectorAll("details.more[open]").forEach(unfolded));
