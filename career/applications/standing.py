"""How the search stands in numbers, and what is due first."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import cast

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from career.applications.stages import ANSWERED, SENT, Stages
from career.models import Application, Tier
from career.next_action import headline, is_follow_up
from roadmap.days import near_day, short_day
from roadmap.words import counted

REFERRAL = Application.Source.REFERRAL
SOON = datetime.timedelta(days=7)


@dataclass(frozen=True)
class TierRow:
    """A tier with the preparation that the guide asks for; `yours`: applications of the learner."""

    number: int
    name: str
    preparation: str
    yours: int


@dataclass(frozen=True)
class Standing:
    """Counts of applications; `sent`, `answered` and `referred` take in the archived ones.

    `closed`: stages that are over, with how many are in them.
    """

    open: int
    sent: int
    answered: int
    referred: int
    archived: int
    tiers: tuple[TierRow, ...]
    closed: tuple[tuple[str, str, int], ...]

    @property
    def sentence(self) -> str:
        """Return “9 open. Of 14 sent, 5 were answered, 3 of those through a referral.”"""
        said = f"{self.open} open."
        if self.sent:
            verb = "was" if self.answered == 1 else "were"
            said += f" Of {self.sent} sent, {self.answered} {verb} answered"
            said += f", {self.referred} of those through a referral." if self.answered else " so far."
        return said


PREPARATION = {
    Tier.TOP: "6+ months",
    Tier.UNICORN: "4–6 months",
    Tier.GROWTH: "3–4 months",
    Tier.TRADITIONAL: "2–3 months",
}


def _by_history(rows: QuerySet[Application], sent: list[str], answered: list[str]) -> Counter[str]:
    """Count those among `rows` that have ever been in such a stage."""
    was = Q(changes__stage__in=answered)
    return Counter(
        rows.aggregate(
            sent=Count("pk", filter=Q(changes__stage__in=sent), distinct=True),
            answered=Count("pk", filter=was, distinct=True),
            referred=Count("pk", filter=was & Q(source=REFERRAL), distinct=True),
        )
    )


def standing(user: User, stages: Stages) -> Standing:
    """Count, in two statements."""
    answered = stages.keys(means=ANSWERED)
    rows = user.applications.order_by()
    groups = rows.values_list("stage", "tier", "source", "archived_at").annotate(Count("pk"))
    counts = _by_history(rows.exclude(stage__in=answered), stages.keys(means=SENT), answered)
    tiers: Counter[int | None] = Counter()
    over: Counter[str] = Counter()
    closed = stages.closed
    for stage, tier, source, archived_at, number in groups:
        if stage in answered:
            counts["sent"] += number
            counts["answered"] += number
            counts["referred"] += number * (source == REFERRAL)
        if archived_at is not None:
            counts["archived"] += number
            continue
        tiers[tier] += number
        if stage in closed:
            over[stage] += number
        else:
            counts["open"] += number
    return Standing(
        **{name: counts[name] for name in ("open", "sent", "answered", "referred", "archived")},
        tiers=tuple(TierRow(tier.value, tier.label, PREPARATION[tier], tiers[tier.value]) for tier in Tier),
        closed=tuple((key, stages.named(key).name, over[key]) for key in closed if over[key]),
    )


@dataclass(frozen=True)
class Due:
    """What is due: `when` is “Today”, “Since Jul 3”, “Tomorrow” or a day."""

    application: Application
    title: str
    when: str
    is_due: bool
    about: str


def due_view(row: Application, stages: Stages, today: datetime.date) -> Due:
    """Return what comes next for `row`, which has a day for it."""
    day, item = cast(datetime.date, row.next_on), stages.named(row.stage)
    days = (today - row.stage_on).days
    about = f"In {item.name} {'since today' if not days else 'for ' + counted(days, 'day')}"
    about += f", for {row.role}." if row.role else "."
    if is_follow_up(row.next_step):
        about += " The last of two follow-ups." if row.follow_ups else " The first of at most two follow-ups."
    return Due(row, headline(row.next_step, row.company), when(day, today), day <= today, about)


def when(day: datetime.date, today: datetime.date) -> str:
    """Return “Today”, “Tomorrow”, “Jul 19”, “Since yesterday” or “Since Jul 3”."""
    ahead = (day - today).days
    if ahead == 0:
        return "Today"
    if ahead == 1:
        return "Tomorrow"
    return near_day(day, today) if ahead > 0 else f"Since {short_day(day, today)}"


def due_rows(user: User, stages: Stages, until: datetime.date, most: int) -> list[Application]:
    """Return what is due by the day `until`, the oldest first, at most so many, in one statement."""
    rows = user.applications.filter(archived_at=None, next_on__lte=until).exclude(stage__in=stages.closed)
    return list(rows.exclude(next_step="").order_by("next_on", "made_at").defer("note")[:most])
