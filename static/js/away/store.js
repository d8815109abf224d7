// What stays on the device: "queue", the changes that wait, in their order, and "facts", single values by name.
function base() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open("milepost", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("queue", { keyPath: "n", autoIncrement: true });
      asked.result.createObjectStore("facts");
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function store(name, act, mode = "readonly") {
  const open = await base();
  try {
    return await new Promise((done, fail) => {
      // Strict: what is said to be kept outlives a power cut.
      const transaction = open.transaction(name, mode, { durability: "strict" });
      const asked = act(transaction.objectStore(name));
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
    });
  } finally {
    open.close();
  }
}

const fact = (name) => store("facts", (all) => all.get(name));
const know = (name, value) => store("facts", (all) => all.put(value, name), "readwrite");
const put = (change) => store("queue", (all) => all.put(change), "readwrite");
const drop = (n) => store("queue", (all) => all.delete(n), "readwrite");

// Nobody sees the changes of another account, and nobody sends them.
async function queueOf(account) {
  return (await store("queue", (all) => all.getAll())).filter((change) => account && change.account === account);
}
