"""A learner's week as their mail tells it: what was done, what moved the date, what comes next."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.urls import reverse

from accounts.mail.schedule import QUIET
from accounts.models import Subscription, User
from roadmap import digest_words as words
from roadmap.arrival import arrive, road_of
from roadmap.days import long_day
from roadmap.forecast import Forecast
from roadmap.learner_weeks import LearnerWeeks, done_in
from roadmap.models.history import History, history_of
from roadmap.models.study import Study
from roadmap.models.week_rows import WeekRows, week_rows
from roadmap.moved import Moved, moved_in
from roadmap.next_step import next_step
from roadmap.outline import Outline, outline_for
from roadmap.review.cards import Cards, cards_of
from roadmap.review.note import minutes
from roadmap.review.screen import queue_for
from roadmap.snapshot import SkillItem
from roadmap.week_review import Figures, figures_of
from roadmap.weeks import DAY, week_of

HALF_WEEK = datetime.timedelta(3)
LISTED = 8  # done skills


class Block(NamedTuple):
    """A part of the mail: a line, and where to go for it; `wide`: at the end, over both columns."""

    title: str
    text: str
    path: str = ""
    link: str = ""
    wide: bool = False


class Step(NamedTuple):
    skill: SkillItem
    about: str
    left: str
    path: str


@dataclass(frozen=True)
class Life:
    """What a mail is written from; the week of `weeks` is the one told of. In four statements."""

    user: User
    outline: Outline
    weeks: LearnerWeeks
    history: History
    cards: Cards
    today: datetime.date

    @property
    def quiet_since(self) -> datetime.date:
        """Return the last day with a tick, a session, an answer, a log-in or time off."""
        today, marks = self.today, self.outline.marks
        days = [self.user.today(self.user.date_joined), *self.history.by_day, *self.cards.deck.days]
        changed = [mark.changed_at for mark in marks.skills.values() if mark.changed_at]
        if changed:
            latest = datetime.datetime.fromisoformat(max(changed))
            days.append(latest.date())
        days += [mark.done_on for mark in marks.milestones.values() if mark.done_on]
        days += [min(last, today) for (first, last), _ in self.weeks.rows.breaks if first <= today]
        if self.user.last_login:
            days.append(self.user.today(self.user.last_login))
        return max(day for day in days if day <= today)

    def quiet_on(self, subscription: Subscription) -> datetime.date:
        """Return the day on which six weeks are full without a sign, counted from the wish for mail on."""
        asked = subscription.on_since
        return (max(self.quiet_since, self.user.today(asked)) if asked else self.quiet_since) + QUIET

    def was_told(self, subscription: Subscription) -> bool:
        """Return whether a mail said so since the last sign."""
        told = subscription.farewell_at
        return told is not None and self.user.today(told) > self.quiet_since

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return what comes next, up to three."""
        spent = self.weeks.rows.spent(self.today + DAY)
        found = []
        for step in next_step(self.outline).steps:
            skill = step.line.skill
            left = skill.hours - max(spent.get(skill.id, 0) / 60, min(step.line.filled, 1) * skill.hours)
            told = words.left(max(left, 0.5)) if self.outline.hours_shown else ""
            path = reverse("roadmap:skill", args=[skill.slug])
            found.append(Step(skill, words.about(skill.kind_label, told, step.completes), told, path))
        return tuple(found)


@dataclass(frozen=True)
class Digest:
    """What the mail shows. `share` in percent of the planned hours; 0: there is no bar."""

    day: str
    week: int
    title: str
    hours: str
    share: int
    done: tuple[str, ...]
    more: int
    date: words.DateWords
    steps: tuple[Step, ...]
    then: str
    columns: tuple[Block, ...]
    lines: tuple[Block, ...]

    @property
    def subject(self) -> str:
        return f"Week {self.week}: {words.small(self.title)}"

    @property
    def place(self) -> str:
        return f"{self.day}. Week {self.week} of your trail."

    @property
    def preheader(self) -> str:
        """Return what stands beside the subject in a list of mail."""
        return words.preheader(len(self.done) + self.more, [step.skill.title for step in self.steps])


Part = Callable[[User, datetime.date], Block | None]
# Takes the learners of several mails and the moment, reads for all of them in two statements at most, and
# returns what tells the block of one on their day.
Source = Callable[[Sequence[User], datetime.datetime], Part]
SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Let `source` add a block to every digest. Called in an app's ready()."""
    if source not in SOURCES:
        SOURCES.append(source)


def life_of(user: User, due_on: datetime.date, today: datetime.date) -> Life:
    """Read what a mail due on the day `due_on` tells of.

    That is the week under way once most of it has passed, else the one before.
    """
    outline = outline_for(user.pk)
    starts_on = outline.marks.terms.week_starts_on
    rows = week_rows(user.pk, week_of(today, starts_on))
    told = replace(rows, week=week_of(due_on - HALF_WEEK, starts_on))
    return Life(
        user=user,
        outline=outline,
        weeks=LearnerWeeks(user.pk, outline, told, outline.begun(user, today)),
        history=history_of(user.pk, starts_on, today),
        cards=cards_of(user.pk, today, marks=outline.marks),
        today=today,
    )


def digest_of(life: Life, blocks: Sequence[Block]) -> Digest:
    """Put the mail together; `blocks` are those of other apps."""
    weeks, outline = life.weeks, life.outline
    figures, week = figures_of(weeks), weeks.rows.week
    found, moved = _date(life) if outline.hours_shown else (None, None)
    done = [line.skill.title for line in done_in(outline, week)] + list(figures.milestones)
    logged, planned = weeks.rows.minutes(week) / 60, weeks.hours(week) if outline.hours_shown else 0.0
    steps = life.steps
    blocks = [*_review(life), *blocks]
    return Digest(
        day=long_day(life.today),
        week=weeks.number(week),
        title=words.title(logged, len(done), moved.days if moved else None),
        hours=_hours(figures, outline),
        share=min(round(100 * logged / planned), 100) if planned else 0,
        done=tuple(done[:LISTED]),
        more=max(len(done) - LISTED, 0),
        date=words.date(found, moved.days if moved else None, _reasons(moved), life.today),
        steps=steps,
        then=words.then([(step.skill.title, step.left) for step in steps[1:]]),
        columns=tuple(block for block in blocks if not block.wide),
        lines=tuple(block for block in blocks if block.wide),
    )


def _date(life: Life) -> tuple[Forecast, Moved | None]:
    """Return the forecast of today, and what moved it since the week began."""
    rows, user = life.weeks.rows, life.user
    study = _study(rows, life.history, life.today)
    # Somebody who began in this week has no date of its beginning.
    moved = (
        moved_in(life.weeks, study, life.history, life.today)
        if life.weeks.started <= life.weeks.rows.week
        else None
    )
    if moved:
        return moved.forecast, moved
    road = road_of(user.pk, life.outline, study, life.history, life.today)
    return arrive(road, fan=False).forecast, None


def _study(rows: WeekRows, history: History, today: datetime.date) -> Study:
    """Return what a forecast needs to know of the log, from rows that were read already."""
    return Study(
        by_skill=rows.spent(today + DAY),
        by_day=history.by_day,
        by_kind={},
        first_day=min(history.begun.values(), default=None),
        entries=len(rows.logged),
        breaks=tuple(sorted(planned.days for planned in rows.breaks)),
        labels=(),
        fingerprint=rows.fingerprint,
    )


def _reasons(moved: Moved | None) -> list[tuple[str, str]]:
    return [(reason.words, reason.days) for reason in moved.reasons] if moved else []


def _hours(figures: Figures, outline: Outline) -> str:
    return words.hours(figures.logged, figures.planned if outline.hours_shown else "", figures.build)


def _review(life: Life) -> list[Block]:
    due = queue_for(life.cards).left
    if not due:
        return [Block("Review", "Nothing is due.")]
    return [Block("Review", words.review(due, minutes(due)), reverse("roadmap:review"), "Review")]
