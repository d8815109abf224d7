"""What Today says of reviews."""

from django.utils.safestring import SafeString

from roadmap.fragments import kept
from roadmap.review.cards import Cards
from roadmap.review.screen import queue_for

SECONDS = 75  # one question, read and answered in the head


def review_note(cards: Cards, *, oob: bool = False) -> SafeString:
    """Return how many questions today asks, about what, and how long that takes; hidden without any."""
    queue = queue_for(cards)
    coming = [*queue.cards, *queue.again]
    if not coming:
        return kept("roadmap/review/_today.html", {}, due=False, oob=oob)
    modules = {card.skill.module_title for card in coming}
    number = len(coming)
    return kept(
        "roadmap/review/_today.html",
        {
            "number": f"{number} question{'s' * (number != 1)}",
            "about": f" on {modules.pop()}" if len(modules) == 1 else f" on {len(modules)} topics",
            "minutes": minutes(number),
        },
        due=True,
        oob=oob,
    )


def minutes(questions: int) -> int:
    """Return about how long so many questions take, at least a minute."""
    return max(round(questions * SECONDS / 60), 1)
