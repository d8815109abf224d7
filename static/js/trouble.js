// Says so when something could not be saved; the old state stays on screen.
const say = (detail) => document.dispatchEvent(new CustomEvent("say", { detail }));

document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (status === 403) say("Not saved: this page is out of date. Reload it and try again.");
  else if (status === 404) say("Not saved: this is no longer here. Reload the page.");
  else if (status === 413) say("Not saved: this is too long. Shorten it and save again.");
  else if (status === 429) say("Not saved: that was quick. Wait a minute and try again.");
  else if (status === 507) say("Not saved: the server's disk is full. What was saved before is safe.");
  else say("Not saved: the server had trouble. What was saved before is safe. Try again in a moment.");
});

document.addEventListener("htmx:sendError", () => say("Not saved: no connection. What was saved before is safe. Try again."));
document.addEventListener("htmx:timeout", () => say("Perhaps not saved: no answer in time. Try again; a repeat does no harm."));
