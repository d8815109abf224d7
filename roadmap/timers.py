"""A learner's timers in words: the one that runs, and those that wait to be answered."""

import datetime
import uuid
from dataclasses import dataclass
from typing import NamedTuple

from accounts.models import User
from roadmap.catalogue import Catalogue
from roadmap.days import duration, short_day
from roadmap.models import StudyTimer
from roadmap.models.study import Study
from roadmap.models.timers import CAP
from roadmap.subjects import Subject, subject_of

OFFERED = (45, 90, 120)
CAP_MINUTES = CAP // datetime.timedelta(minutes=1)


class Choice(NamedTuple):
    minutes: int
    words: str


@dataclass(frozen=True)
class TimerView:
    """`ran` in words, up to now; `since` on the learner's clock; `day` like “on Tuesday”."""

    id: uuid.UUID
    subject: Subject
    minutes: int
    ran: str
    since: str
    day: str

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return how much of it to offer as study; all of it only below the cap."""
        offered = [Choice(m, duration(m) if m == 120 else f"{m} min") for m in OFFERED if m < self.minutes]
        if 0 < self.minutes <= CAP_MINUTES:
            offered.append(Choice(self.minutes, f"All {self.ran}"))
        return tuple(offered)


@dataclass(frozen=True)
class Timers:
    running: TimerView | None
    questions: tuple[TimerView, ...]


def timers_of(user: User, catalogue: Catalogue, study: Study, now: datetime.datetime) -> Timers:
    """Return what a learner's timers say at `now`."""
    views = [(timer, _view(user, catalogue, timer, now)) for timer in study.timers]
    running = next((view for timer, view in views if not timer.forgotten(now)), None)
    return Timers(running, tuple(view for timer, view in views if timer.forgotten(now)))


def _view(user: User, catalogue: Catalogue, timer: StudyTimer, now: datetime.datetime) -> TimerView:
    minutes = timer.minutes(now)
    day = short_day(user.today(timer.started_at), user.today(now))
    return TimerView(
        timer.pk,
        subject_of(catalogue, timer),
        minutes,
        duration(minutes),
        f"{user.local(timer.started_at):%H:%M}",
        day if day in ("today", "yesterday") else f"on {day}",
    )
