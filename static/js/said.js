// A message with Undo stays ten seconds, and as long as the pointer or the focus is on it.
const live = document.getElementById("live");
let timer;

const clear = () => {
  if (live.matches(":hover") || live.contains(document.activeElement)) return wait();
  live.replaceChildren();
};

function wait() {
  clearTimeout(timer);
  timer = setTimeout(clear, 10_000);
}

// Other modules say something by the event “say”.
document.addEventListener("say", (event) => {
  const line = document.createElement("div");
  line.textContent = event.detail;
  live.replaceChildren(line);
});

if (live) {
  new MutationObserver(() => live.childElementCount && wait()).observe(live, { childList: true });
  if (live.childElementCount) wait();
}
