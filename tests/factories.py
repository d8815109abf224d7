"""Rows for tests: keyword-only, everything defaulted."""

import datetime
import itertools
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from accounts.models import Delivery, Subscription, User
from roadmap.models import (
    Break,
    Build,
    Evidence,
    OwnQuestion,
    OwnRequirement,
    Project,
    Question,
    ReviewAnswer,
    ReviewCard,
    Skill,
    SprintRun,
    StudySession,
    StudyTimer,
)
from tests.accounts.factors import make_second_factor

PASSWORD = "correct horse battery"

numbers = itertools.count(1)


def make_user(
    *, email: str | None = None, password: str = PASSWORD, verified: bool = False, **fields: Any
) -> User:
    """Return a learner with an address of their own, as sign-up leaves them.

    Staff have a second factor, without which the administration stays shut.
    """
    user = User.objects.create_user(email or f"learner{next(numbers)}@example.org", password, **fields)
    user.emailaddress_set.create(email=user.email, primary=True, verified=verified)
    if user.is_staff:
        make_second_factor(user=user)
    return user


def make_session(*, user: User | None = None, minutes: int = 60, **fields: Any) -> StudySession:
    """Return an hour of learning on the learner's today, for no skill in particular."""
    user = user or make_user()
    fields = {"day": user.today(), "kind": "theory"} | fields
    return StudySession.objects.create(user=user, minutes=minutes, **fields)


def make_timer(
    *, user: User | None = None, minutes: int = 60, stopped: bool = False, **fields: Any
) -> StudyTimer:
    """Return a timer for no skill in particular, started an hour ago, that still runs."""
    user = user or make_user()
    now = timezone.now()
    fields = {"kind": "theory", "started_at": now - datetime.timedelta(minutes=minutes)} | fields
    return StudyTimer.objects.create(user=user, stopped_at=now if stopped else None, **fields)


def make_log(
    *,
    user: User | None = None,
    weeks: int = 4,
    hours: float | Sequence[float] = 10,
    days: int = 5,
    kind: str = "theory",
    until: datetime.date | None = None,
    **fields: Any,
) -> list[StudySession]:
    """Return the log of full weeks (from Monday on), the last one over before `until` (default: today).

    `hours` of each week, or one number for all, are spread evenly over its first `days`.
    """
    user = user or make_user()
    until = until or user.today()
    start = until - datetime.timedelta(until.weekday() + 7 * weeks)
    each = [hours] * weeks if isinstance(hours, int | float) else hours
    return StudySession.objects.bulk_create(
        StudySession(
            user=user,
            day=start + datetime.timedelta(7 * week + day),
            minutes=round(amount * 60 / days),
            kind=kind,
            **fields,
        )
        for week, amount in enumerate(each)
        for day in range(days)
        if amount
    )


def make_break(
    *, user: User | None = None, starts_on: datetime.date | None = None, days: int = 7, label: str = ""
) -> Break:
    """Return a week off."""
    user = user or make_user()
    starts_on = starts_on or user.today()
    ends_on = starts_on + datetime.timedelta(days - 1)
    return Break.objects.create(user=user, starts_on=starts_on, ends_on=ends_on, label=label)


def make_run(
    *, user: User | None = None, started_on: datetime.date | None = None, **fields: Any
) -> SprintRun:
    """Return a run of the sprint that begins on the learner's today."""
    user = user or make_user()
    return SprintRun.objects.create(user=user, started_on=started_on or user.today(), **fields)


def make_build(
    *,
    user: User | None = None,
    project: str = "",
    title: str = "Bike counter",
    requirements: Sequence[str] = (),
    skills: Sequence[str] = (),
    status: str = "building",
    **fields: Any,
) -> Build:
    """Return a build of the learner's own, or of a `project` (its slug); `skills` are those it shows."""
    user = user or make_user()
    today = user.today()
    if project:
        fields["project"] = Project.objects.get(slug=project)
    else:
        fields["title"] = title
    if status == "shipped":
        fields = {"shipped_on": today} | fields
    build = Build.objects.create(user=user, status=status, **{"started_on": today} | fields)
    OwnRequirement.objects.bulk_create(
        OwnRequirement(build=build, position=place, title=text) for place, text in enumerate(requirements, 1)
    )
    found = Skill.objects.filter(slug__in=skills).values_list("pk", flat=True)
    Evidence.objects.attach(build, found, today)
    return build


def make_own_question(*, user: User | None = None, skill: str = "py-syntax", **fields: Any) -> OwnQuestion:
    """Return a question that a learner wrote on the first skill of Python."""
    words = {"prompt": f"Question {next(numbers)}?", "answer": "An answer."} | fields
    return OwnQuestion.objects.create(user=user or make_user(), skill=Skill.objects.get(slug=skill), **words)


def make_card(
    *,
    user: User | None = None,
    question: Question | None = None,
    own: OwnQuestion | None = None,
    days_ago: int = 10,
    stability: float = 10.0,
    **fields: Any,
) -> ReviewCard:
    """Return the card of a question, answered once ten days ago and due on the learner's today."""
    user = user or make_user()
    day = user.today() - datetime.timedelta(days_ago)
    if question is None and own is None:
        question = Question.objects.filter(skill__slug="py-syntax", retired=False).first()
    fields = {
        "due_on": day + datetime.timedelta(round(stability)),
        "reviewed_on": day,
        "reviewed_at": timezone.now() - datetime.timedelta(days_ago),
        "difficulty": 5.0,
        "answers": 1,
    } | fields
    return ReviewCard.objects.create(user=user, question=question, own=own, stability=stability, **fields)


def make_answer(*, card: ReviewCard | None = None, rating: int = 3, **fields: Any) -> ReviewAnswer:
    """Return a good answer to a card, given on the day of its last review."""
    card = card or make_card()
    fields = {"day": card.reviewed_on or card.due_on, "seconds": 40} | fields
    return ReviewAnswer.objects.create(user=card.user, card=card, rating=rating, **fields)


def make_review(*, user: User | None = None, prompt: str = "What is it?") -> ReviewAnswer:
    """Return an answer to a question of the bank, of somebody who has a question of their own too."""
    user = user or make_user()
    make_card(user=user, own=make_own_question(user=user, prompt=prompt))
    return make_answer(card=make_card(user=user))


def make_subscription(
    *, user: User | None = None, kind: str = "digest", now: datetime.datetime | None = None, **fields: Any
) -> Subscription:
    """Return a kind of mail switched on at `now` (default: this moment), Sundays at 18:00 if it is weekly."""
    user = user or make_user(verified=True)
    row = Subscription.objects.of(user)[kind]
    row.set(on=True, now=now or timezone.now(), **fields)
    row.save()
    return row


def make_delivery(*, user: User | None = None, kind: str = "digest", **fields: Any) -> Delivery:
    """Return the claim of a mail for a week, made at this moment."""
    user = user or make_user(verified=True)
    fields = {"period": "2026-W47", "claimed_at": timezone.now(), "tries": 1} | fields
    return Delivery.objects.create(user=user, kind=kind, **fields)
