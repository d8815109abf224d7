"""What a negotiation sheet shows."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from career.amounts import shown
from career.models import Offer
from career.money_fields import sign_of
from career.offer_script import draft
from career.offers import words
from career.offers.questions import QUESTIONS
from career.offers.screen import runway_words
from career.offers.sheet_forms import LineForm, QuestionRows, SheetForm
from roadmap.days import named_day, near_day

POINTS = (
    "Know total pay: base, equity, bonus.",
    "Name your projects, and how fast you learned.",
    "Show why this field.",
)


def draft_of(offer: Offer, today: datetime.date, fields: Mapping[str, Any] | None = None) -> str:
    """Return the script that the sheet's fields make: those of the row, or `fields` as they were sent."""
    source = fields or {"target": offer.target, "also_ask": offer.also_ask, "brings": offer.brings}
    target = source["target"]
    return draft(
        company=offer.company,
        brings=source["brings"],
        target=shown(target, offer.currency) if target is not None else "",
        also_ask=source["also_ask"],
        answer_by=named_day(offer.answer_by, today) if offer.answer_by else "",
    )


def sheet_screen(
    offer: Offer,
    today: datetime.date,
    *,
    form: SheetForm | None = None,
    questions: QuestionRows | None = None,
    line_form: LineForm | None = None,
) -> dict[str, Any]:
    """Return the sheet of an offer, in three statements."""
    kept = {row.key: row for row in offer.questions.all()} if questions is None else {}
    return {
        "section": "career",
        "offer": offer,
        "form": form or SheetForm(row=offer, script=draft_of(offer, today)),
        "questions": questions or QuestionRows(None, kept),
        "line_form": line_form or LineForm(today=today),
        "lines": [(near_day(line.on, today), line) for line in offer.lines.all()],
        "answer_by": words.by_when(offer.answer_by, today) if offer.answer_by else "",
        "points": POINTS,
        "currency_sign": sign_of(offer.currency),
        "runway": runway_words(offer.user, [offer], today),
    }


@dataclass(frozen=True)
class Paper:
    """Amounts in words, and the questions as (text, whether it was asked, answer)."""

    floor: str
    target: str
    questions: tuple[tuple[str, bool, str], ...]


def paper(offer: Offer, today: datetime.date) -> dict[str, Any]:
    """Return the sheet as it is printed, in two statements."""
    kept = {row.key: row for row in offer.questions.all()}
    asked = [
        (text, row.asked if row else False, row.answer if row else "")
        for key, text in QUESTIONS.items()
        for row in (kept.get(key),)
    ]
    own = [(row.text, row.asked, row.answer) for row in kept.values() if row.text]
    floor, target = (
        shown(amount, offer.currency) if amount is not None else "" for amount in (offer.floor, offer.target)
    )
    return {
        "section": "career",
        "offer": offer,
        "sheet": Paper(floor, target, (*asked, *own)),
        "script": offer.script or draft_of(offer, today),
        "lines": [(near_day(line.on, today), line) for line in offer.lines.all()],
        "answer_by": f"by {named_day(offer.answer_by, today)}" if offer.answer_by else "",
    }
