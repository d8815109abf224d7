// Words and reading time while a story is typed; career/reading_time.py counts the same when it is saved.
const WORDS_A_MINUTE = 150;
const form = document.querySelector("[data-reading-time]");

function count() {
  const texts = [...form.querySelectorAll("[data-part]")].map((part) => part.value).join(" ");
  const words = texts.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const seconds = Math.round((words * 60) / WORDS_A_MINUTE);
  form.querySelector("[data-words]").textContent = words;
  form.querySelector("[data-clock]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

form.addEventListener("input", count);
count(); // a page that was loaded again keeps what was typed
