"""The list of job texts, and the row behind a page."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from accounts.models import User
from career.models import Application, JobText
from roadmap.days import named_day


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


def text_of(user: User, pk: uuid.UUID) -> Any:
    """Return one of `texts_of`. Raises Http404 when there is no such text of this learner."""
    return get_object_or_404(texts_of(user), pk=pk)


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
