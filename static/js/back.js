// A page that Back takes out of the browser's memory may be out of date, or private after a log-out: load it again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.documentElement.style.visibility = "hidden";
  location.reload();
});
