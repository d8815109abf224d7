"""What to do next about an application: rules of thumb, which learners may overrule. Pure, no Django.

Follow up a week after it was sent and a week after that, at most twice; reply within a day; thank within a
day after an interview. After thirty silent days an application may be called ghosted.
"""

import datetime
from typing import NamedTuple

WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
SILENT = datetime.timedelta(days=30)
FOLLOW_UPS = 2  # at most

APPLY, FOLLOW, REPLY, THANK = "Tailor the résumé and apply", "Follow up", "Reply", "Send a thank-you"
PREPOSITIONS = {FOLLOW: "with", REPLY: "to", THANK: "to"}

# Where the other side's answer is awaited.
WAITING = frozenset(("applied", "screen", "technical", "final"))
ANSWERED = frozenset(("screen", "technical", "final", "offer"))


class Action(NamedTuple):
    """`step` is nothing when there is nothing to do; `on` may be open."""

    step: str = ""
    on: datetime.date | None = None


def after_move(means: str, day: datetime.date) -> Action:
    """Return what follows on a move on `day` to a stage that counts as the standard one `means`."""
    if means == "saved":
        return Action(APPLY)
    if means == "applied":
        return Action(FOLLOW, day + WEEK)
    if means in ANSWERED:
        return Action(REPLY, day + DAY)
    return Action()


def after_interview(day: datetime.date) -> Action:
    """Return what follows on an interview on `day`."""
    return Action(THANK, day + DAY)


def after_done(step: str, means: str, follow_ups: int, today: datetime.date) -> tuple[Action, int]:
    """Return what follows on a `step` done today, and how many follow-ups that makes."""
    sent = follow_ups + is_follow_up(step)
    if means in WAITING and sent < FOLLOW_UPS:
        return Action(FOLLOW, today + WEEK), sent
    return Action(), sent


def is_follow_up(step: str) -> bool:
    """Say whether a step counts as a follow-up: it begins so, in whatever words it goes on."""
    return step.casefold().replace("-", " ").startswith("follow up")


def is_written(step: str) -> bool:
    """Say whether a step that is done means that the learner has written to them."""
    return is_follow_up(step) or step.casefold().startswith((REPLY.casefold(), THANK.casefold()))


def is_silent(
    means: str, last_sign: datetime.date, next_on: datetime.date | None, today: datetime.date
) -> bool:
    """Say whether nothing came for thirty days, and nothing is planned for later."""
    return means in WAITING and today - last_sign >= SILENT and not (next_on and next_on > today)


def headline(step: str, company: str) -> str:
    """Return “Follow up with Tessel Health” or “Tessel Health: Call, two project stories”."""
    preposition = PREPOSITIONS.get(step)
    return f"{step} {preposition} {company}" if preposition else f"{company}: {step}"
