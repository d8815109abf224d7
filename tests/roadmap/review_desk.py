"""What people do when they review, for the tests."""

import datetime
from typing import Any

from roadmap.models import Question, ReviewCard, Skill
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.log_book import said

TODAY = NOON.date()
SKILL = "py-syntax"
AGAIN, HARD, GOOD, EASY = "1", "2", "3", "4"


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days)


def bank(skill: str = SKILL) -> list[Question]:
    """Return the questions of the bank on a skill."""
    return list(Question.objects.filter(skill__slug=skill, retired=False).order_by("position"))


def key(question: Question) -> str:
    return f"q-{question.slug}"


def form(page: Node) -> dict[str, str]:
    """Return what the form of the answer holds, nothing where no card is asked."""
    ids = [node for node in page.all("details") if node.id == "answer"]
    return {box.get("name"): box.get("value") for box in ids[0].all("input")} if ids else {}


def asked(person: Person, path: str = "/review/") -> str:
    """Return the card that is asked next."""
    return form(person.see(path)).get("card", "")


def answer(person: Person, rating: str = GOOD, *, quiet: bool = True, path: str = "/review/") -> Any:
    """Answer the card that is asked."""
    fields = form(person.see(path)) | {"rating": rating}
    return (person.quietly if quiet else person.send)("/review/answer/", fields, page=path)


def next_card(reply: Any) -> str:
    return form(parse(reply.content.decode())).get("card", "")


def undo(person: Person, reply: Any) -> str:
    token = parse(reply.content.decode()).by_id("live").all("input", name="token")[0].get("value")
    return said(person.quietly("/undo/", {"token": token}, page="/review/"))


def cards(person: Person) -> dict[str, ReviewCard]:
    found = person.user.review_cards.select_related("question", "own")
    return {card.question.slug if card.question else str(card.own): card for card in found}


def skill(slug: str = SKILL) -> Skill:
    return Skill.objects.get(slug=slug)
