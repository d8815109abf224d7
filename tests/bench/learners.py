"""Learners with progress as people have it: some way along the trail, with gaps, pauses and notes."""

import datetime
import random
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from accounts.models import User
from roadmap.models import (
    Build,
    Enrollment,
    Milestone,
    MilestoneProgress,
    Note,
    Project,
    Resource,
    ResourceProgress,
    Skill,
    SkillProgress,
    Specialization,
    StudySession,
)
from tests.factories import PASSWORD, make_user


@dataclass(frozen=True)
class Learner:
    """How to log in, and three skills of the phase under way in the state `open`."""

    email: str
    skills: tuple[str, ...]
    password: str = PASSWORD


def make_learners(phase: str, *, shares: tuple[float, ...], seed: int = 2025) -> list[Learner]:
    """Make one learner for each share of the trail walked; 1 stands for a row of every skill."""
    return [_make(phase, share, random.Random(seed + number)) for number, share in enumerate(shares)]


def log_years(learners: Iterable[Learner], years: int = 5) -> None:
    """Give each an entry a day up to today, for what they walked through in turn."""
    today = timezone.now().date()
    for learner in learners:
        user = User.objects.get(email=learner.email)
        skills = list(Skill.objects.filter(progress__user=user).order_by("pk"))
        days = 365 * years
        StudySession.objects.bulk_create(
            StudySession(
                user=user,
                day=today - datetime.timedelta(ago),
                minutes=(30, 45, 60, 90)[ago % 4],
                kind=skill.kind,
                skill=skill,
                note="Exercise 4 again" if ago % 3 == 0 else "",
            )
            for ago in range(days)
            for skill in [skills[(days - ago) * len(skills) // (days + 1)]]
        )


def _make(phase: str, share: float, dice: random.Random) -> Learner:
    today = timezone.now().date()
    user = make_user(display_name="Ada", time_zone="Europe/Berlin")
    skills = list(
        Skill.objects.filter(retired=False).order_by(
            "module__phase__position", "module__position", "position"
        )
    )
    walked = skills[: round(len(skills) * share)]
    rows = [
        _progress(user, skill, today - datetime.timedelta(len(walked) - n), dice)
        for n, skill in enumerate(walked)
    ]
    ticked = [s for s in skills if s.module.phase.slug == phase and not s.target][:3]
    rows = [row for row in rows if row.skill not in ticked]
    rows += [SkillProgress(user=user, skill=skill, state="open") for skill in ticked]
    SkillProgress.objects.bulk_create(rows)
    enrollment = Enrollment.objects.create(user=user, started_on=today - datetime.timedelta(len(walked) + 3))
    enrollment.specializations.set(Specialization.objects.all()[:1])
    MilestoneProgress.objects.bulk_create(
        MilestoneProgress(user=user, milestone=milestone, done_on=today, note="Shown to a friend.")
        for milestone in Milestone.objects.all()[: round(4 * share)]
    )
    Note.objects.bulk_create(
        Note(user=user, skill=skill, text="Read **twice**.\n\n- chain rule\n- shapes")
        for skill in walked[::7]
    )
    ResourceProgress.objects.bulk_create(
        ResourceProgress(user=user, resource=resource, state=dice.choice(["saved", "using", "finished"]))
        for resource in Resource.objects.all()[: round(80 * share)]
    )
    Build.objects.bulk_create(Build(user=user, project=project) for project in Project.objects.all()[:1])
    return Learner(user.email, tuple(skill.slug for skill in ticked))


def _progress(user: User, skill: Skill, day: datetime.date, dice: random.Random) -> SkillProgress:
    state = dice.choices(["done", "skipped", "learning"], [85, 10, 5])[0]
    count = (skill.target if state == "done" else skill.target // 2) if skill.target else 0
    at = datetime.datetime.combine(day, datetime.time(18), datetime.UTC)
    done_on = day if state == "done" else None
    return SkillProgress(user=user, skill=skill, state=state, done_on=done_on, count=count, changed_at=at)
