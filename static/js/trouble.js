// Says so when something could not be saved, or a search not be answered; the old state stays on screen.
const reasons = {
  403: "this page is out of date. Reload it and try again.",
  404: "this is no longer here. Reload the page.",
  413: "this is too long. Shorten it and save again.",
  429: "that was quick. Wait a minute and try again.",
  507: "the server's disk is full. What was saved before is safe.",
};

function say(event, reason, start = "Not saved") {
  const asked = event.detail.requestConfig?.verb === "get";
  document.dispatchEvent(new CustomEvent("say", { detail: `${asked ? "No answer" : start}: ${reason}` }));
}

document.addEventListener("htmx:responseError", (event) => {
  const trouble = "the server had trouble. What was saved before is safe. Try again in a moment.";
  say(event, reasons[event.detail.xhr.status] ?? trouble);
});
document.addEventListener("htmx:sendError", (event) => {
  say(event, "no connection. What was saved before is safe. Try again.");
});
document.addEventListener("htmx:timeout", (event) => {
  say(event, "the server takes too long. Try again; a repeat does no harm.", "Perhaps not saved");
});
