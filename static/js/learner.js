// The minutes of a running timer go on while its page stays open, whatever the device's clock is set to.
const since = new WeakMap();

function inWords(minutes) {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole ? `${whole} h` : "", rest || !whole ? `${rest} min` : ""].join(" ").trim();
}

function goOn() {
  const now = performance.now();
  for (const place of document.querySelectorAll("[data-minutes]")) {
    if (!since.has(place)) since.set(place, now);
    const passed = Math.floor((now - since.get(place)) / 60_000);
    if (passed) place.textContent = inWords(Number(place.dataset.minutes) + passed);
  }
}

setInterval(goOn, 5_000);
goOn();

// What works without a connection comes with a later view of the site: a first one asks for nothing more.
const known = () => document.referrer.startsWith(location.origin) || performance.getEntriesByType("resource").some(({ name, transferSize }) => name.endsWith(".css") && !transferSize);
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.install = event; // see offline/install.js
});
addEventListener("load", async () => {
  const { offline } = document.querySelector("[data-offline]").dataset;
  if (!offline || !navigator.serviceWorker || !(navigator.serviceWorker.controller || known())) return;
  await Promise.all(offline.split(" ").map((address) => import(address)));
  document.dispatchEvent(new Event("offline"));
});
