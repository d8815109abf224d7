"""An answer to a card: written once, logged as practice, and taken back."""

import datetime
import uuid
from typing import Any

from django.db import transaction

from roadmap.models import Kind, ReviewAnswer, ReviewCard, StudySession
from roadmap.models.deck import CardRow, as_uuid
from roadmap.review.cards import Card
from roadmap.review.schedule import AGAIN, Next, answered

SHORTEST, LONGEST = 5, 120  # seconds of one card that count
NOTE = "Review"


def answer_id(user_id: int, card: Card) -> uuid.UUID:
    """Return the id of the next answer to `card`: the same however often its form is sent."""
    return _named(f"answer {user_id} {card.key} {card.answers}")


@transaction.atomic
def give(
    user_id: int,
    card: Card,
    rating: int,
    *,
    seconds: int,
    before: int,
    now: datetime.datetime,
    today: datetime.date,
) -> CardRow | None:
    """Write an answer and return the card's row as it is now; None when it was answered meanwhile.

    `seconds` went into it, `before` into the answers given earlier today.
    """
    after = answered(card.memory, rating, today)
    row = _row(user_id, card, rating, after, now)
    cards = ReviewCard.objects
    if not (cards.put(row, seen=card.answers) if card.row else cards.begin(row)):
        return None
    ReviewAnswer(
        id=answer_id(user_id, card),
        user_id=user_id,
        card_id=row.pk,
        rating=rating,
        seconds=seconds,
        day=today,
        answered_at=now,
        before=_fields(card.row),
    ).save(force_insert=True)
    if minutes := _minutes(before + seconds) - _minutes(before):
        StudySession.objects.grow(
            _session_id(user_id, today), user_id, today, minutes, kind=Kind.PRACTICE, note=NOTE
        )
    return CardRow(
        card.question.id if card.question else 0,
        card.own_id or None,
        after.due_on.isoformat(),
        today.isoformat(),
        int(row.suspended),
        row.stability,
        row.difficulty,
        row.answers,
        row.lapses,
        str(now),
        row.pk.hex,
    )


@transaction.atomic
def take_back(user_id: int, pk: uuid.UUID) -> bool:
    """Put a card back to what it was before an answer; False when there is nothing to take back any more."""
    answer = ReviewAnswer.objects.select_related("card").filter(user_id=user_id, pk=pk).first()
    if answer is None:
        return False
    card, seen = answer.card, answer.card.answers
    before: dict[str, Any] = answer.before or {}
    if seen != before.get("answers", 0) + 1:
        return False
    spent = sum(
        ReviewAnswer.objects.filter(user_id=user_id, day=answer.day).values_list("seconds", flat=True)
    )
    minutes = _minutes(spent) - _minutes(spent - answer.seconds)
    answer.delete()
    if not before and not card.suspended:
        card.delete()
    else:
        for name in ("due_on", "reviewed_on"):
            setattr(card, name, _date(before.get(name)))
        card.due_on = card.due_on or answer.day
        card.reviewed_at = _moment(before.get("reviewed_at"))
        card.stability, card.difficulty = before.get("stability"), before.get("difficulty")
        card.answers, card.lapses = before.get("answers", 0), before.get("lapses", 0)
        ReviewCard.objects.put(card, seen=seen)
    if minutes:
        StudySession.objects.shrink(_session_id(user_id, answer.day), user_id, minutes)
    return True


def card_id(user_id: int, card: Card) -> uuid.UUID:
    """Return the id of a card's row, or the one that it will have."""
    return as_uuid(card.row.id) if card.row and card.row.id else _named(f"card {user_id} {card.key}")


def _row(user_id: int, card: Card, rating: int, after: Next, now: datetime.datetime) -> ReviewCard:
    lapsed = rating == AGAIN and card.memory is not None
    return ReviewCard(
        id=card_id(user_id, card),
        user_id=user_id,
        question_id=card.question.id if card.question else None,
        own_id=as_uuid(card.own_id) if card.own_id else None,
        stability=after.memory.stability,
        difficulty=after.memory.difficulty,
        due_on=after.due_on,
        reviewed_on=after.memory.reviewed_on,
        reviewed_at=now,
        answers=card.answers + 1,
        lapses=(card.row.lapses if card.row else 0) + lapsed,
        suspended=card.suspended,
    )


def _fields(row: CardRow | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "stability": row.stability,
        "difficulty": row.difficulty,
        "due_on": row.due_on,
        "reviewed_on": row.reviewed_on,
        "reviewed_at": row.reviewed_at,
        "answers": row.answers,
        "lapses": row.lapses,
    }


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime.datetime | None:
    """Return a time as aware, whichever form the database gave it."""
    found = datetime.datetime.fromisoformat(text) if text else None
    return found.replace(tzinfo=datetime.UTC) if found and not found.tzinfo else found


def _minutes(seconds: int) -> int:
    """Return whole minutes, one begun counted as one."""
    return -(-seconds // 60)


def _session_id(user_id: int, day: datetime.date) -> uuid.UUID:
    """Return the id of the day's entry in the log, which grows with each answer."""
    return _named(f"review {user_id} {day}")


def _named(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"milepost {name}")
