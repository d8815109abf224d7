// Registers the worker, and speaks with it: asks what waits, and tells the other modules by the event "queue".
const { serviceWorker } = navigator;
const { account } = document.body.dataset;
let why = "";

function ask(words) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    port1.close();
    document.dispatchEvent(new CustomEvent("queue", { detail: { ...data, why } }));
  };
  serviceWorker.controller?.postMessage({ ...words, account }, [port2]);
}

serviceWorker.addEventListener("message", ({ data }) => {
  why = data.why ?? "";
  if (data.kept) document.dispatchEvent(new CustomEvent("kept"));
  if (data.sent) document.dispatchEvent(new CustomEvent("sent", { detail: data.sent }));
  ask({ do: "list" });
});
serviceWorker.addEventListener("controllerchange", () => ask({ do: "send" }));
addEventListener("online", () => ask({ do: "send" }));
document.addEventListener("queue:do", ({ detail }) => ask(detail)); // send, discard n, know name value
document.addEventListener("offline", async () => {
  await serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  ask({ do: "list" });
  ask({ do: "send" });
}, { once: true });
