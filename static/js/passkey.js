// Forms that ask the browser for a passkey. Their buttons are hidden until this is there.
const WORDS = {
  InvalidStateError: "This device holds a passkey for this account already.",
  NotAllowedError: "Nothing happened: it was not confirmed, or it took too long. Try again.",
  SecurityError: "Passkeys work at an address with a name, by https or on localhost.",
};

async function credentialFor(form) {
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error("refused");
  const options = await answer.json();
  if (form.elements.for.value === "add") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const said = form.querySelector("[data-said]");
  said.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await credentialFor(form));
    form.submit();
  } catch (error) {
    said.textContent = WORDS[error.name] ?? "That did not work. Load the page again and try once more.";
    said.hidden = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.addEventListener("submit", send);
    form.querySelectorAll("button[hidden]").forEach((button) => (button.hidden = false));
    form.querySelector("[data-without]")?.remove();
  });
}
