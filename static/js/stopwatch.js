// A stopwatch for telling a story aloud; hidden until this is there.
const watch = document.querySelector("[data-stopwatch]");
const [button, clock] = [watch.querySelector("[data-toggle]"), watch.querySelector("[data-clock]")];
let [began, timer] = [0, 0];

function show() {
  const seconds = Math.floor((performance.now() - began) / 1000);
  clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

button.addEventListener("click", () => {
  if (timer) {
    clearInterval(timer);
    timer = 0;
    document.dispatchEvent(new CustomEvent("say", { detail: `Stopped at ${clock.textContent}.` }));
  } else {
    began = performance.now();
    show();
    timer = setInterval(show, 250);
  }
  button.querySelector("span").textContent = timer ? "Stop" : "Start again";
});
watch.hidden = false;
