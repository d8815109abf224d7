"""This week: what is planned, what of it is done, and what lies around it."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from roadmap.days import hours, short_day
from roadmap.learner_weeks import LearnerWeeks
from roadmap.next_step import next_step
from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem
from roadmap.week_plan import Part, build_share
from roadmap.week_scale import Bar, bar
from roadmap.weeks import DAY, WEEK
from roadmap.words import counted, listed, span

BREAK_AHEAD = 8 * WEEK


@dataclass(frozen=True)
class Row:
    """A skill in the week's list. Hours are in words: of this week, and what is left of the skill."""

    line: Line
    hours: str
    left: str
    logged: str
    carried: str
    pinned: bool
    now: bool
    hint: str
    first: bool
    last: bool

    @property
    def partly(self) -> bool:
        return self.hours != self.left


@dataclass(frozen=True)
class Around:
    """A week in figures: its hours, those planned and logged, and building in percent of the plan."""

    hours: float
    planned: float
    logged: float
    build: int | None

    @property
    def said(self) -> str:
        """Return the words beside the bar: “12 h planned, 1.5 h done, nothing spare”."""
        over = self.planned - self.hours
        spare = (
            f"{hours(abs(over))} h {'over' if over > 0 else 'spare'}"
            if abs(over) >= 0.25
            else "nothing spare"
        )
        return f"{hours(self.planned)} h planned, {hours(self.logged)} h done, {spare}"

    @property
    def theory(self) -> int | None:
        return None if self.build is None else 100 - self.build


@dataclass(frozen=True)
class WeekView:
    """A learner's week as its page shows it; `elsewhere`: the next step, when this week has it not."""

    when: str
    title: str
    rows: tuple[Row, ...]
    bar: Bar
    around: Around
    dropped: tuple[Line, ...]
    gone: tuple[SkillItem, ...]
    choices: tuple[tuple[str, list[Line]], ...]
    elsewhere: Line | None


@lru_cache(maxsize=100)
def week_view(weeks: LearnerWeeks, today: datetime.date) -> WeekView:
    """Return the week of the rows, which is the one under way; kept, as the same page is asked for again."""
    rows, outline, week = weeks.rows, weeks.outline, weeks.rows.week
    parts, picks = weeks.plan(week), rows.picked(week)
    budget, logged, share = weeks.hours(week), rows.minutes(week) / 60, build_share(parts)
    build = None if share is None else round(share * 100)
    named = [(outline.lines[part.id].skill.title, part.hours, hours(part.hours)) for part in parts]
    off = {pk for pk, pick in picks.items() if pick.choice == "dropped"}
    return WeekView(
        when=f"{span(week, week + 6 * DAY)}, week {weeks.number(week)}",
        title=_title(weeks, parts),
        rows=_rows(weeks, parts, today),
        bar=bar(named, budget, logged),
        around=Around(budget, sum(part.hours for part in parts), logged, build),
        dropped=tuple(line for pk, line in outline.lines.items() if pk in off and not line.settled),
        gone=tuple(outline.catalogue.skills[pk] for pk in picks if _gone(outline, pk)),
        choices=_choices(outline, off | {part.id for part in parts}),
        elsewhere=_elsewhere(weeks, parts),
    )


def break_ahead(weeks: LearnerWeeks, today: datetime.date) -> str:
    """Return the days of a break that is on or begins within eight weeks."""
    coming = (planned.days for planned in sorted(weeks.rows.breaks) if planned.days[1] >= today)
    return next((span(since, to) for since, to in coming if since <= today + BREAK_AHEAD), "")


def _elsewhere(weeks: LearnerWeeks, parts: tuple[Part, ...]) -> Line | None:
    step = next_step(weeks.outline).now
    return step.line if step and parts and step.line.skill.id not in {part.id for part in parts} else None


def _title(weeks: LearnerWeeks, parts: tuple[Part, ...]) -> str:
    week = weeks.rows.week
    if parts:
        planned = f"{hours(weeks.hours(week))} hours, " if weeks.outline.hours_shown else ""
        return f"This week: {planned}{counted(len(parts), 'skill')}"
    if not weeks.outline.tally.left:
        return "This week: all of it is walked"
    return "This week: a break" if weeks.on_break(week) else "This week: nothing planned"


def _rows(weeks: LearnerWeeks, parts: tuple[Part, ...], today: datetime.date) -> tuple[Row, ...]:
    outline, rows, week = weeks.outline, weeks.rows, weeks.rows.week
    lines = [outline.lines[part.id] for part in parts]
    step = next_step(outline).now
    now = step.line.skill.id if step else 0
    earlier, before, after = (rows.spent(week + n * WEEK) for n in (-1, 0, 1))
    planned = {part.id: part.hours for part in weeks.last_plan(week)}
    shown = []
    for place, (part, line) in enumerate(zip(parts, lines, strict=True)):
        pk = part.id
        kept_up = (before.get(pk, 0) - earlier.get(pk, 0)) / 60 >= planned.get(pk, 0) - 0.25
        logged = after.get(pk, 0) - before.get(pk, 0)
        shown.append(
            Row(
                line=line,
                hours=hours(part.hours),
                left=hours(part.left),
                logged=hours(logged / 60) if logged else "",
                carried=("Goes on" if kept_up else "Carried over") if part.carried else "",
                pinned=part.pinned,
                now=pk == now,
                hint=_hint(outline, part, line, lines[:place], today),
                first=place == 0,
                last=place == len(parts) - 1,
            )
        )
    return tuple(shown)


def _hint(outline: Outline, part: Part, line: Line, above: list[Line], today: datetime.date) -> str:
    skill = line.skill
    if line.state == "done":
        return f"Done {short_day(line.done_on, today)}." if line.done_on else "Done."
    if waits := [one.skill.title for one in _before(outline, line) if one not in above]:
        return f"Best after {listed(waits)}."
    if not outline.hours_shown:
        return skill.done_when
    if part.left < skill.hours - 0.25:
        left = f"{hours(part.left)} of {hours(skill.hours)} hours are left."
        return left if part.hours >= part.left else f"{left} This week takes {hours(part.hours)} of them."
    if part.hours < part.left:
        return f"A first part: {hours(part.hours)} of its {hours(part.left)} hours."
    return skill.done_when


def _before(outline: Outline, line: Line) -> list[Line]:
    """Return what is open and best done before `line`."""
    found = (outline.lines[pk] for pk in line.skill.comes_after if pk in outline.lines)
    return [one for one in found if one.counts and not one.settled]


def _choices(outline: Outline, known: set[int]) -> tuple[tuple[str, list[Line]], ...]:
    """Return what can be added but for what is `known`: what is under way first, then phase by phase."""
    groups: dict[str, list[Line]] = {"Under way": []}
    for pk, line in outline.lines.items():
        if pk not in known and not line.settled and line.counts:
            label = "Under way" if line.state == "learning" else line.skill.phase_title
            groups.setdefault(label, []).append(line)
    return tuple((label, lines) for label, lines in groups.items() if lines)


def _gone(outline: Outline, pk: int) -> bool:
    """Return whether a picked skill has left the roadmap since."""
    return pk not in outline.lines and pk in outline.catalogue.skills
