// The strip under the top bar: what waits for a connection, in its order, and what became of it.
const icons = document.querySelector("use[href*=icons]").getAttribute("href").split("#")[0];
const icon = (name) => `<svg class="i" aria-hidden="true"><use href="${icons}#${name}"/></svg>`;
const clock = (at) => new Date(at).toTimeString().slice(0, 5);
const SHELL = `<div class="wrap row"><p class="row"><b>${icon("cloud-off")} <span data-count></span></b> <span class="dim" data-hint></span></p>
<details class="more"><summary>Show them</summary><ul class="list"></ul><p class="dim">They are sent in this order, once each. If a note was changed elsewhere, both texts are kept.</p></details>
<form><button class="btn sm" id="try-now">${icon("rotate-ccw")}<span>Try now</span></button></form></div>`;
const strip = Object.assign(document.createElement("section"), { className: "strip", id: "queue", innerHTML: SHELL });
strip.setAttribute("aria-label", "Changes waiting");
const tell = (detail) => document.dispatchEvent(new CustomEvent("queue:do", { detail }));

function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn quiet sm", textContent: words });
  made.addEventListener("click", act);
  return made;
}

function line({ n, title, at, said, refused, body }) {
  const [row, what, when] = ["li", "span", "span"].map((name) => document.createElement(name));
  [what.textContent, when.textContent, when.className] = [said ? `${title}. ${said}` : title, clock(at), "dim"];
  row.append(what, " ", when, " ");
  if (refused) row.append(button("Copy", () => navigator.clipboard.writeText(new URLSearchParams(body).get("text") ?? title)));
  row.append(button(said && !refused ? "Read" : "Discard", () => tell({ do: "discard", n })));
  return row;
}

document.addEventListener("queue", ({ detail: { changes, why } }) => {
  const waiting = changes.filter((change) => !change.said).length;
  const words = waiting === 1 ? "1 change waits for a connection" : `${waiting} changes wait for a connection`;
  strip.querySelector("[data-count]").textContent = waiting ? words : "Read what became of your changes";
  strip.querySelector("[data-hint]").innerHTML = !waiting ? "" : why === "session" ? '<a href="/accounts/login/">Log in to send them</a>' : "You can go on ticking.";
  strip.querySelector("ul").replaceChildren(...changes.map(line));
  strip.querySelector("form").hidden = !waiting;
  if (changes.length) document.getElementById("main").prepend(strip);
  else strip.remove();
});
strip.querySelector("form").addEventListener("submit", (event) => (event.preventDefault(), tell({ do: "send" })));
