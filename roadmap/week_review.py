"""A week looked back on: what came of it, and what could come next."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from roadmap.balance import Balance
from roadmap.builds.page import title_of
from roadmap.builds.shipping import points_of
from roadmap.days import hours, short_day
from roadmap.learner_weeks import LearnerWeeks, done_in
from roadmap.models.learner_builds import LearnerBuilds
from roadmap.moved import Moved
from roadmap.outline import Line, Outline
from roadmap.pitfalls import Facts, OpenProject
from roadmap.portfolio import portfolio
from roadmap.week_plan import plan
from roadmap.weeks import DAY, WEEK, week_of, weeks
from roadmap.words import counted, span

OFFERED = 6
LISTED = 11  # past weeks: as far back as the rows of a week go
CORE, MATHS = "core-ml", ("linear-algebra", "statistics", "calculus")


class DoneLine(NamedTuple):
    """A skill worked on in the week; `when` in words, empty while it is under way."""

    line: Line
    when: str
    logged: str


class Offer(NamedTuple):
    """A skill for the week ahead, with what is left of it."""

    line: Line
    left: str
    carried: bool
    checked: bool


class PastWeek(NamedTuple):
    number: int
    starts_on: datetime.date
    when: str
    logged: str


@dataclass(frozen=True)
class Figures:
    """Hours in words; `build` in percent of what was logged, and the points by which it changed."""

    logged: str
    planned: str
    sessions: str
    done: int
    milestones: tuple[str, ...]
    build: int | None
    change: str


def review_screen(weeks: LearnerWeeks, today: datetime.date, moved: Moved | None = None) -> dict[str, Any]:
    """Return what the page about the week of the rows shows, but for its form and the pitfalls."""
    week, rows = weeks.rows.week, weeks.rows
    current = week_of(today, weeks.starts_on)
    own = rows.of(week)
    return {
        "week": week,
        "number": weeks.number(week),
        "when": span(week, week + 6 * DAY),
        "under_way": week == current,
        "figures": figures_of(weeks),
        "on_break": weeks.on_break(week),
        "hours_shown": weeks.outline.hours_shown,
        "lines": _lines(weeks, today),
        "own": own,
        "line_before": weeks.last_line(week),
        "ahead": week + WEEK if week + WEEK >= current else None,
        "next_day": f"{week + WEEK:%A}",
        "past": _past(weeks),
        "later_is_now": week + WEEK == current,
        "later": week + WEEK if week + WEEK <= current else None,
        "moved": moved,
    }


def offers(weeks: LearnerWeeks) -> tuple[Offer, ...]:
    """Return what the week after the one of the rows could hold; three are checked at first."""
    week, rows, lines = weeks.rows.week, weeks.rows, weeks.outline.lines
    ahead = week + WEEK
    pinned = [pk for pk, pick in rows.picked(ahead).items() if pick.choice == "pinned" and pk in lines]
    carried = {part.id for part in weeks.plan(week)}
    found = weeks.candidates(ahead)
    left = {one.id: one.left for one in found}
    room = max(weeks.hours(ahead), 10.0)
    # More hours than there are leave something to choose from.
    order = list(pinned)
    for times in (1, 2, 4, 8):
        names = (part.id for part in plan(found, times * room, {}, carried))
        order += [pk for pk in names if pk not in order and not lines[pk].settled]
        if len(order) >= OFFERED:
            break
    checked = pinned if pinned or rows.of(week).reviewed else order[:3]
    return tuple(
        Offer(lines[pk], hours(left.get(pk, lines[pk].skill.hours)), pk in carried, pk in checked)
        for pk in order[:OFFERED]
    )


def facts(weeks: LearnerWeeks, builds: LearnerBuilds, today: datetime.date) -> Facts:
    """Return the figures of the four weeks up to the one of the rows, in which pitfalls show."""
    rows, outline = weeks.rows, weeks.outline
    month = _balance(weeks, rows.week - 3 * WEEK, 28)
    core = outline.phase(CORE)
    maths = [module for slug in MATHS if (module := outline.module(slug))]
    return Facts(
        building=month.build_minutes,
        theory=month.theory_minutes,
        projects=[*_open_projects(weeks, builds, today), *_open_builds(builds)],
        bare=_bare(weeks.outline, builds),
        core_ticks=core.tally.done if core else 0,
        maths=[view.module.title for view in maths if view.tally.left],
    )


def figures_of(weeks: LearnerWeeks) -> Figures:
    """Return the figures of the week of the rows."""
    week, rows = weeks.rows.week, weeks.rows
    entries = list(rows.within(week))
    now, before = _balance(weeks, week), _balance(weeks, week - WEEK)
    reached = {pk for pk, mark in weeks.outline.marks.milestones.items() if _within(mark.done_on, week)}
    return Figures(
        logged=hours(sum(entry.minutes for entry in entries) / 60),
        planned=hours(weeks.hours(week)),
        sessions=counted(sum(entry.entries for entry in entries), "session"),
        done=len(done_in(weeks.outline, week)),
        milestones=tuple(m.title for m in weeks.outline.catalogue.milestones if m.id in reached),
        build=None if now.empty else now.build,
        change="" if now.empty or before.empty else _points(now.build - before.build),
    )


def _balance(weeks: LearnerWeeks, first: datetime.date, days: int = 7) -> Balance:
    minutes = Counter[str]()
    for entry in weeks.rows.within(first, days):
        minutes[entry.kind] += entry.minutes
    return Balance.of(minutes)


def _points(change: int) -> str:
    if not change:
        return "as the week before"
    return f"{counted(abs(change), 'point')} {'up' if change > 0 else 'down'}"


def _lines(weeks: LearnerWeeks, today: datetime.date) -> tuple[DoneLine, ...]:
    """Return the skills done in the week, then those that time went into."""
    week, spent = weeks.rows.week, dict[int, int]()
    for entry in weeks.rows.within(week):
        spent[entry.skill_id] = spent.get(entry.skill_id, 0) + entry.minutes
    logged = {pk: f"{hours(minutes / 60)} h" for pk, minutes in spent.items()}
    done = done_in(weeks.outline, week)
    known = {line.skill.id for line in done}
    found = [
        DoneLine(line, short_day(line.done_on, today) if line.done_on else "", logged.get(line.skill.id, ""))
        for line in done
    ]
    skills = weeks.outline.catalogue.skills
    for pk in sorted(spent.keys() - known - {0}, key=lambda pk: -spent[pk]):
        if pk in skills:
            found.append(DoneLine(weeks.outline.line(skills[pk]), "", logged[pk]))
    return tuple(found)


def _past(weeks: LearnerWeeks) -> tuple[PastWeek, ...]:
    """Return the weeks before the one of the rows, the latest first."""
    week = weeks.rows.week
    first = max(week_of(weeks.started, weeks.starts_on), week - LISTED * WEEK)
    found = []
    for past in _down(first, week):
        minutes = weeks.rows.minutes(past)
        logged = "break" if weeks.on_break(past) and not minutes else f"{hours(minutes / 60)} h"
        found.append(PastWeek(weeks.number(past), past, f"{past:%b} {past.day}", logged))
    return tuple(found)


def _down(first: datetime.date, before: datetime.date) -> list[datetime.date]:
    """Return the weeks from the one before `before` down to `first`."""
    return list(weeks(first, before - DAY))[::-1]


def _open_projects(weeks: LearnerWeeks, builds: LearnerBuilds, today: datetime.date) -> list[OpenProject]:
    found = []
    for view in portfolio(weeks.outline, builds.projects, today):
        project, mark, rows = view.project, builds.projects.get(view.project.id), weeks.rows
        days = [line.done_on for line in view.skills if line.done_on]
        days += mark.ticks.values() if mark else ()
        days += [view.build.started_on] if view.build and view.build.started_on else []
        days += [rows.begun[skill.id] for skill in project.module.skills if skill.id in rows.begun]
        days += [rows.projects_begun[project.id]] if project.id in rows.projects_begun else []
        if view.state in ("done", "skipped") or not (days or view.state == "learning"):
            continue
        found.append(OpenProject(view.project.title, view.ship_by, min(days, default=None)))
    return found


def _open_builds(builds: LearnerBuilds) -> list[OpenProject]:
    """Return the builds of one's own that are being built; an idea waits as long as it likes."""
    own = (one.build for one in builds.own)
    return [OpenProject(b.title, b.ship_by, b.started_on) for b in own if b.status == b.Status.BUILDING]


def _bare(outline: Outline, builds: LearnerBuilds) -> list[str]:
    """Return the titles of shipped builds without a repository, or whose README lacks a point."""
    marks = (mark.build for mark in builds.projects.values())
    made = (build for build in (*marks, *(one.build for one in builds.own)) if build)
    return [
        title_of(outline.catalogue, build)
        for build in made
        if build.status == build.Status.SHIPPED
        and not (build.repository and all(point.done for point in points_of(build)))
    ]


def _within(day: datetime.date | None, week: datetime.date) -> bool:
    return day is not None and week <= day < week + WEEK
