"""“Log time” where the learner is: at the next skill, on the page of a skill and of a project."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from accounts.models import User
from roadmap.catalogue import Catalogue
from roadmap.days import duration
from roadmap.fragments import kept
from roadmap.log_screen import KINDS, QUICK, recently_done, short_of
from roadmap.models.study import Study, study_of
from roadmap.outline import Outline
from roadmap.snapshot import ProjectItem, SkillItem
from roadmap.subjects import Subject, of_project, of_skill
from roadmap.timers import Timers, timers_of


@dataclass(frozen=True)
class StudyNow:
    """A learner's hours and timers at the moment `now`."""

    user: User
    study: Study
    now: datetime.datetime

    @property
    def today(self) -> datetime.date:
        return self.user.today(self.now)

    @property
    def fingerprint(self) -> str:
        return self.study.moment(self.now)

    def timers(self, catalogue: Catalogue) -> Timers:
        return timers_of(self.user, catalogue, self.study, self.now)

    def logged(self, skill: SkillItem) -> str:
        """Return the time logged for `skill` in words, or nothing."""
        minutes = self.study.by_skill.get(skill.id, 0)
        return duration(minutes) if minutes else ""


def study_now(user: User) -> StudyNow:
    """Read a learner's hours and timers in one statement."""
    now = timezone.now()
    return StudyNow(user, study_of(user.pk, user.today(now)), now)


def log_menu_html(subject: Subject, today: datetime.date, token: str) -> SafeString:
    """Return the menu that logs time for `subject` in two clicks; `token` is for its form."""
    gaps = {"csrf_token": token, "latest": today.isoformat(), "entry": str(uuid.uuid4())}
    return kept("roadmap/_log_menu.html", gaps, fixed=subject, kinds=KINDS, quick=QUICK)


def timer_note_html(timers: Timers, token: str, *, oob: bool) -> SafeString:
    """Say which timer runs and what waits to be answered; nothing when there is neither."""
    if not timers.running and not timers.questions:
        return kept("roadmap/_timer_note.html", {}, timers=None, oob=oob)
    context = {"timers": timers, "csrf_token": token, "oob": oob}
    return render_to_string("roadmap/_timer_note.html", context)


def skill_log(outline: Outline, skill: SkillItem, mine: StudyNow) -> dict[str, Any]:
    """Return what a skill's page shows of its hours; lately finished, what is missing of the estimate."""
    line = outline.line(skill)
    return {
        **_fields(of_skill(skill), mine.today),
        "logged_time": mine.logged(skill),
        "missing": short_of(line, mine.study, mine.today) if recently_done(line, mine.today) else None,
        "timers": mine.timers(outline.catalogue),
    }


def project_log(project: ProjectItem, today: datetime.date) -> dict[str, Any]:
    """Return what the menu on a project's page shows."""
    return _fields(of_project(project), today)


def _fields(subject: Subject, today: datetime.date) -> dict[str, Any]:
    latest = today.isoformat()
    return {"fixed": subject, "kinds": KINDS, "quick": QUICK, "latest": latest, "entry": uuid.uuid4()}
