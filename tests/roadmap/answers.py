"""Answers to the first questions, and what they lead to."""

from typing import Any

from tests.person import Person
from tests.plans import filled

START, RESULT = "/plan/start/", "/plan/start/result/"
ANSWERS: dict[str, Any] = {
    "background": ["software", "other"],
    "background_other": "Marine biology",
    "programming": "1",
    "maths": "2",
    "known": ["matrices", "bayes"],
    "hours": "12",
    "hours_other": "",
    "study_days": ["6", "7"],
    "specialization": ["nlp"],
    "goal": "tier-3",
    "role": "ML engineer",
    "target_date": "2028-10-01",
    "rhythm": "sprint",
}
BEHIND = {"prob-rules", "bayes-theorem", "la-vectors", "la-matrices", "la-matmul"}


def answer(person: Person, **changed: Any) -> Any:
    """Send the answers; None leaves one out."""
    fields = {name: value for name, value in (ANSWERS | changed).items() if value is not None}
    return person.send(START, fields, page=START)


def done(person: Person) -> set[str]:
    return set(person.user.skill_progress.filter(state="done").values_list("skill__slug", flat=True))


def form_of(person: Person) -> dict[str, list[str]]:
    return filled(next(form for form in person.see(START).all("form") if form.get("action") == START))
