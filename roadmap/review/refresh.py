"""Skills that turned out weak: their questions are asked now. What is remembered of them stays as it is."""

import datetime
from collections.abc import Collection

from roadmap.models import ReviewCard
from roadmap.models.deck import as_uuid
from roadmap.review.answering import card_id
from roadmap.review.cards import cards_of


def refresh(user_id: int, skill_ids: Collection[int], today: datetime.date) -> int:
    """Make the questions on these skills due today, those put aside not; return how many are due then.

    No mark changes: of a skill that is not begun only own questions are asked.
    """
    if not skill_ids:
        return 0
    asked = [
        card
        for card in cards_of(user_id, today, whole=True).all
        if card.skill.id in skill_ids and not card.suspended
    ]
    day = today.isoformat()
    later = [as_uuid(card.row.id) for card in asked if card.row and not card.due(day)]
    ReviewCard.objects.filter(user_id=user_id, pk__in=later, due_on__gt=today).update(due_on=today)
    ReviewCard.objects.bulk_create(
        [
            ReviewCard(
                id=card_id(user_id, card),
                user_id=user_id,
                question_id=card.question.id if card.question else None,
                own_id=as_uuid(card.own_id) if card.own_id else None,
                due_on=today,
            )
            for card in asked
            if not card.row
        ],
        ignore_conflicts=True,
    )
    return len(asked)
