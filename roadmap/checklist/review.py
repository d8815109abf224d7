"""What would become of a check-list here: for each line a skill, perhaps, and what changes with it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.dateformat import format as formatted

from roadmap.catalogue import Catalogue
from roadmap.checklist.entries import RANK, Entry
from roadmap.checklist.matching import Matcher, plain
from roadmap.models.marks import SkillMark
from roadmap.outline import Outline
from roadmap.recent import Recent
from roadmap.snapshot import SkillItem

SHOWN = 400  # lines with a choice of their own; what fits no skill comes last
LOOKED_UP = 1_000  # lines without a skill of that title for which similar ones are looked up


class Choice(NamedTuple):
    """What a learner says a line means: a title typed or picked from the list, or one of those offered."""

    typed: str
    near: str


@dataclass(frozen=True)
class Row:
    """A line, the skill of that very title or the one chosen, those offered, and what becomes of it.

    `typed` stands in the field; `wrong`: it is no skill's title. `becomes` is empty while nothing is chosen.
    """

    entry: Entry
    skill: SkillItem | None
    near: tuple[SkillItem, ...]
    typed: str
    picked: str = ""
    wrong: bool = False
    becomes: str = ""
    changes: bool = False

    @property
    def sure(self) -> bool:
        return self.skill is not None and not self.near


@dataclass(frozen=True)
class Review:
    """`open` lines say nothing to bring in; `left_out` have no skill and no room for a choice."""

    rows: tuple[Row, ...]
    open: int
    left_out: int

    @property
    def sure(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.sure)

    @property
    def near(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.near)

    @property
    def unknown(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.near and not row.sure)

    @property
    def changing(self) -> int:
        return len({row.skill.id for row in self.rows if row.changes and row.skill})

    @property
    def wrong(self) -> bool:
        return any(row.wrong for row in self.rows)


_matchers: Recent[Matcher] = Recent(1)


def _matcher(catalogue: Catalogue) -> Matcher:
    return _matchers.get(0, catalogue.version, lambda: Matcher((s.slug, s.title) for s in _live(catalogue)))


def _live(catalogue: Catalogue) -> list[SkillItem]:
    return [skill for skill in catalogue.skills.values() if not skill.retired]


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Return each title once, with the state furthest along and its first day; open ones are left out."""
    best: dict[str, Entry] = {}
    for entry in entries:
        if entry.state == "open":
            continue
        name = plain(entry.title) or entry.title
        was = best.get(name)
        if was is None or RANK[entry.state] > RANK[was.state]:
            best[name] = entry._replace(number=was.number) if was else entry
        elif was.state == entry.state and entry.day and (was.day is None or entry.day < was.day):
            best[name] = was._replace(day=entry.day)
    return list(best.values())


def review_of(
    outline: Outline, entries: Iterable[Entry], choices: Mapping[int, Choice] | None, today: datetime.date
) -> Review:
    """Match every line. `choices`, by number of the line, replace what is proposed."""
    entries = list(entries)
    matcher, looked = _matcher(outline.catalogue), 0
    by_slug = outline.catalogue.skill_by_slug
    found: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    for entry in merged(entries):
        match = matcher.match(entry.title, look=looked < LOOKED_UP)
        looked += not match.slug
        skill = by_slug.get(match.slug)
        near = tuple(by_slug[slug] for slug in match.near)
        row = Row(entry, skill, near, skill.title if skill else "")
        found[0 if skill else 1 if near else 2].append(row)
    rows = [*found[0], *found[1], *found[2]]
    shown = rows[:SHOWN]
    if choices is not None:
        shown = [
            _chosen(row, choices.get(row.entry.number, Choice("", "")), matcher, outline) for row in shown
        ]
    named = tuple(_said(row, outline, today) for row in shown)
    return Review(named, sum(entry.state == "open" for entry in entries), len(rows) - len(shown))


def _chosen(row: Row, choice: Choice, matcher: Matcher, outline: Outline) -> Row:
    by_slug = outline.catalogue.skill_by_slug
    if typed := " ".join(choice.typed.split()):
        skill = by_slug.get(matcher.match(typed, look=False).slug)
        return replace(row, skill=skill, typed=choice.typed[:200], picked="", wrong=skill is None)
    offered = {skill.slug: skill for skill in row.near}
    return replace(row, skill=offered.get(choice.near), typed="", picked=choice.near)


def _said(row: Row, outline: Outline, today: datetime.date) -> Row:
    if row.skill is None:
        return row
    mark = wanted(outline, row.skill, row.entry, today, lower=False)
    line = outline.line(row.skill)
    if mark:
        day = f" on {formatted(mark.done_on, 'F j, Y')}" if mark.done_on else ""
        words = {"done": "done", "learning": "under way", "skipped": "skipped", "open": "open"}
        return replace(row, becomes=f"{words[mark.state]}{day}", changes=True)
    return replace(row, becomes=f"stays {'under way' if line.state == 'learning' else line.state}")


def wanted(
    outline: Outline, skill: SkillItem, entry: Entry, today: datetime.date, *, lower: bool
) -> SkillMark | None:
    """Return the mark that a line gives a skill, None when it stays as it is.

    Nothing goes back unless `lower` says so: what is done stays done, what is under way is not skipped.
    """
    mark = outline.marks.skill(skill.id)
    was = "open" if mark.state == "open" else mark.state
    ahead = {"open": 0, "skipped": 1, "learning": 1, "done": 2}
    if entry.state == was or (not lower and ahead[entry.state] <= ahead[was]):
        return None
    if entry.state != "done":
        return SkillMark(entry.state, None, mark.count, None)
    day = entry.day if entry.day and entry.day <= today else today
    return SkillMark("done", day, max(mark.count, skill.target), None)


def changes_of(
    outline: Outline, review: Review, today: datetime.date, *, lower: bool
) -> dict[int, SkillMark]:
    """Return the marks to write, by skill; of several lines for one skill the one furthest along counts."""
    best: dict[int, tuple[SkillItem, Entry]] = {}
    for row in review.rows:
        if row.skill is None:
            continue
        there = best.get(row.skill.id)
        if there is None or RANK[row.entry.state] > RANK[there[1].state]:
            best[row.skill.id] = (row.skill, row.entry)
    marks = {pk: wanted(outline, skill, entry, today, lower=lower) for pk, (skill, entry) in best.items()}
    return {pk: mark for pk, mark in marks.items() if mark}
