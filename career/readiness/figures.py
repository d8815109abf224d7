"""What a learner has to show, counted for the gates."""

import datetime
from typing import Any

from django.db.models import Count, DateField, F, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from accounts.models import User
from career import gates
from career.models import Interview, Story
from career.resumes.checks import best
from roadmap.models import Break, Build, Problem
from roadmap.outline import Outline
from roadmap.practice.counted import counted

# What can be counted in one statement, and the first builds that could be worked on (as key, title, project).
Counts = dict[str, Any]


def counts_of(user: User, begun: datetime.date, now: datetime.datetime) -> Counts:
    """Count a learner's rows in one statement.

    `now` tells mocks that were held from those to come; breaks count from the day `begun` until yesterday.
    """
    today = user.today(now)
    shipped = Build.objects.filter(user=user, status=Build.Status.SHIPPED)
    mocks = Interview.objects.filter(user=user, is_mock=True).exclude(outcome=Interview.Outcome.CANCELED)
    held = mocks.filter(Q(starts_at__lte=now) | Q(debriefed_at__isnull=False))
    stories = Story.objects.filter(user=user).exclude(
        Q(situation="") | Q(task="") | Q(action="") | Q(result="")
    )
    to_ship = Build.objects.filter(user=user, status=Build.Status.BUILDING, started_on__isnull=False)
    columns: dict[str, Any] = {
        gates.SHIPPED: _number(shipped),
        gates.METRIC: _number(shipped.filter(metric_mine__isnull=False)),
        gates.DEMO: _number(shipped.exclude(demo="")),
        gates.PROBLEMS: _number(Problem.objects.filter(user=user)),
        gates.MOCKS: _number(held),
        gates.DESIGN: _number(held.filter(kind=Interview.Kind.DESIGN)),
        gates.STORIES: _number(stories),
        "breaks": _number(_breaks(user, begun, today)),
        "off": _off(user, begun, today),
        "to_ship": _first(to_ship.order_by("started_on", "pk"), "key"),
        "to_ship_title": _first(to_ship.order_by("started_on", "pk"), "title"),
        "to_ship_project": _first(to_ship.order_by("started_on", "pk"), "project__title"),
        "to_measure": _first(shipped.filter(metric_mine=None).order_by("shipped_on", "pk"), "key"),
        "to_demo": _first(shipped.filter(demo="").order_by("shipped_on", "pk"), "key"),
    }
    found = User.objects.filter(pk=user.pk).values_list(*columns.values()).get()
    return dict(zip(columns, found, strict=True))


def figures_of(user: User, outline: Outline, counts: Counts, today: datetime.date) -> dict[str, int]:
    """Return all figures by gate: those counted, and those of the roadmap and the best résumé."""
    shown = {f"phase_{view.phase.number}": view.tally.shown for view in outline.phases}
    # A break from Monday to Tuesday spans one day and takes two.
    days_off = counts["breaks"] + (counts["off"] or datetime.timedelta()).days
    checks = best(user)
    problems = [
        one.line.skill.target if one.line.state == "done" else one.line.count for one in counted(outline, 0)
    ]
    return {
        **{key: counts[key] for key in gates.KEYS if key in counts},
        **{key: number for key, number in shown.items() if key in gates.KEYS},
        gates.PROBLEMS: max(counts[gates.PROBLEMS], *problems, 0),
        gates.RESUME: checks[0] if checks else 0,
        gates.WEEKS: gates.weeks_prepared(outline.begun(user, today), today, days_off),
    }


def _number(rows: QuerySet[Any]) -> Coalesce:
    numbers = rows.order_by().values("user").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers), 0)


def _first(rows: QuerySet[Any], column: str) -> Subquery:
    return Subquery(rows.values(column)[:1])


def _breaks(user: User, begun: datetime.date, today: datetime.date) -> QuerySet[Break]:
    return Break.objects.filter(user=user, starts_on__lt=today, ends_on__gte=begun)


def _off(user: User, begun: datetime.date, today: datetime.date) -> Subquery:
    """Add up the spans of breaks between `begun` and yesterday, from the first to the last day of each."""
    first, last = (Value(day, DateField()) for day in (begun, today - datetime.timedelta(1)))
    span = Least(F("ends_on"), last) - Greatest(F("starts_on"), first)
    rows = _breaks(user, begun, today).order_by().values("user")
    return Subquery(rows.annotate(off=Sum(span)).values("off"))
