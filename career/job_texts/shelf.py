"""The list of job texts, the row behind a page, and the skills that a word can mean."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import User
from career.models import Application, JobText
from roadmap.days import named_day
from roadmap.outline import Outline
from roadmap.snapshot import SkillItem


@dataclass(frozen=True)
class ShelfRow:
    """`application`: the id of the application that was saved from it, or nothing."""

    pk: uuid.UUID
    title: str
    company: str
    when: str
    application: uuid.UUID | None


def texts_of(user: User) -> QuerySet[Any]:
    """Return the learner's texts, each with `application`: the id of one saved from it, or None."""
    saved = Application.objects.filter(job_text=OuterRef("pk"), user=user).order_by("made_at")
    return JobText.objects.filter(user=user).annotate(application=Subquery(saved.values("pk")[:1]))


def shelf(user: User, today: datetime.date) -> list[ShelfRow]:
    """Return all of them, the latest first, without their texts, in one statement."""
    rows = (
        texts_of(user).order_by("-made_at", "pk").values("pk", "title", "company", "made_at", "application")
    )
    return [
        ShelfRow(
            row["pk"],
            row["title"],
            row["company"],
            named_day(user.local(row["made_at"]).date(), today),
            row["application"],
        )
        for row in rows
    ]


def skill_choices(outline: Outline) -> list[tuple[str, list[SkillItem]]]:
    """Return the skills of the roadmap by module."""
    return [
        (view.module.title, [line.skill for line in view.lines])
        for phase in outline.phases
        for view in phase.modules
    ]
