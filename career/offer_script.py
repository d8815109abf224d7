"""What to say when an offer is talked about, drafted from what stands on the sheet. Pure, no Django."""


def draft(company: str, brings: str, target: str, also_ask: str, answer_by: str) -> str:
    """Return the words; what is empty is left out. `target` and `answer_by` are in words already."""
    said = [f"Thank you, I would like to join {company}."]
    if brings.strip():
        said.append(f"Let me say what I bring. {_sentence(brings)}")
    if target:
        seen = "With that, and from" if brings.strip() else "From"
        said.append(f"{seen} what I have seen for this kind of role, I had {target} in mind.")
    said.append("Is there room in the base?")
    if also_ask.strip():
        wish = also_ask.strip().rstrip(".")
        said.append(f"If not, {wish[0].lower()}{wish[1:]} would make up for much of it.")
    if answer_by:
        said.append(f"Could I give you my answer by {answer_by}?")
    return " ".join(said)


def _sentence(text: str) -> str:
    told = " ".join(text.split())
    return told if told[-1] in ".!?…" else f"{told}."
