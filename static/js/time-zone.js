// The learner's time zone: guessed at sign-up, and with the time it has when another one is chosen.

function guessTimeZone(root = document) {
  const field = root.querySelector('input[type="hidden"][name="time_zone"]');
  if (field) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

function clock(timeZone) {
  const format = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-US", format).format(new Date());
  } catch {
    return ""; // a zone that this browser does not know
  }
}

function tellTime(root = document) {
  root.querySelector('select[name="time_zone"]')?.addEventListener("change", ({ target }) => {
    const time = clock(target.value);
    if (time) target.selectedOptions[0].text = `${target.value}, ${time} now`;
  });
}

guessTimeZone();
tellTime();
