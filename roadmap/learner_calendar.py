"""A learner's calendar, put together from what they planned."""

import datetime
from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse

from accounts.models import User
from roadmap.calendar_entries import (
    Due,
    Entry,
    Off,
    SprintTitles,
    WeekPlan,
    break_entries,
    ship_entries,
    sprint_entries,
    week_entries,
)
from roadmap.catalogue import Catalogue
from roadmap.learner_weeks import weeks_for
from roadmap.models.learner_builds import LearnerBuilds, builds_of
from roadmap.models.own_sprint import OwnSprint, own_sprint
from roadmap.outline import Outline, outline_for
from roadmap.sprint_run import run_view
from roadmap.weeks import WEEK

# What is longer ago has left the calendar.
MEMORY = datetime.timedelta(366)
# Takes the learner, the text that is theirs alone (see `calendar_entries.uid`) and the first day to tell of.
Source = Callable[[User, str, datetime.date], Iterable[Entry]]
# What apps built on this one put into the calendar, by register(). Each takes one statement at most.
SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Let `source` add entries to every learner's calendar."""
    if source not in SOURCES:
        SOURCES.append(source)


def learner_calendar(user: User, today: datetime.date) -> list[Entry]:
    """Return what stands in the calendar of `user`, `today` being their date.

    In four statements, and one for each source.
    """
    outline, own = outline_for(user.pk), own_sprint(user.pk)
    builds = builds_of(user)
    learner = f"{user.pk}-{user.date_joined.isoformat()}"
    entries = [
        *week_entries(learner, week_plans(user, outline, today), "/week/"),
        *_sprint(learner, outline.catalogue, own, today),
        *ship_entries(learner, _dues(outline.catalogue, builds)),
        *break_entries(learner, (Off(str(b.id), *b[1:]) for b in own.breaks), reverse("roadmap:breaks")),
    ]
    for source in SOURCES:
        entries += source(user, learner, today - MEMORY)
    return [entry for entry in entries if _day(entry.ends) >= today - MEMORY]


def week_plans(user: User, outline: Outline, today: datetime.date) -> tuple[WeekPlan, ...]:
    """Return the plans of this week and the next."""
    weeks, lines = weeks_for(user, outline, today=today), outline.lines
    this, shown = weeks.rows.week, outline.hours_shown
    return tuple(
        WeekPlan(
            week,
            weeks.hours(week) if shown else None,
            tuple(lines[part.id].skill.title for part in weeks.plan(week)),
        )
        for week in (this, this + WEEK)
    )


def _sprint(learner: str, catalogue: Catalogue, own: OwnSprint, today: datetime.date) -> Iterator[Entry]:
    run = run_view(own, today)
    if run is None:
        return
    titles = SprintTitles(
        {week.number: (week.title, tuple(skill.title for skill in week.skills)) for week in catalogue.weeks},
        {m.sprint_day: m.title for m in catalogue.milestones if m.sprint_day},
    )
    yield from sprint_entries(learner, str(run.run.id), run.days, titles, reverse("roadmap:sprint"))


def _dues(catalogue: Catalogue, builds: LearnerBuilds) -> Iterator[Due]:
    """Yield the days by which something is to be shipped that has not been, nor been dropped."""
    for project in catalogue.projects:
        mark = builds.projects.get(project.id)
        if mark and mark.build and mark.ship_by and mark.build.is_open:
            yield Due(
                project.slug, project.title, mark.ship_by, reverse("roadmap:project", args=[project.slug])
            )
    for build in (own.build for own in builds.own):
        if build.ship_by and build.is_open:
            path = reverse("roadmap:build", args=[build.key])
            yield Due(f"build-{build.key.hex}", build.title, build.ship_by, path)


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
