// Words while a letter is typed; career/letter_draft.py counts the same when it is saved.
const form = document.querySelector("[data-letter]");

function count() {
  const text = [...form.querySelectorAll("[data-part]")].map((part) => part.value).join(" ");
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;
  form.querySelector("[data-words]").textContent = words;
  form.querySelector("progress").value = words;
}

form.addEventListener("input", count);
count(); // a page that was loaded again keeps what was typed
