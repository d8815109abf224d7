// A phase of the roadmap is too large to be sent again with a tick: it takes its state from its title, which is.
document.addEventListener("htmx:afterRequest", () => {
  for (const title of document.querySelectorAll("[data-leg]")) {
    const phase = title.closest(".stop");
    phase.dataset.state = title.dataset.leg;
    phase.toggleAttribute("data-now", title.querySelector(".tag.go") !== null);
  }
});
