"""Rows of the job search for tests: keyword-only, everything defaulted."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import User
from career.models import (
    Application,
    AskedQuestion,
    Budget,
    Contact,
    Interview,
    JobText,
    Offer,
    Resume,
    StageChange,
    TargetCompany,
)
from tests.factories import make_user


def make_application(
    *, user: User | None = None, moves: tuple[tuple[str, datetime.date], ...] = (), **fields: Any
) -> Application:
    """Return an application saved today, or one with these moves of (stage, day)."""
    user = user or make_user()
    way = moves or (("saved", user.today()),)
    fields = {"company": "Fathom Freight", "role": "ML Engineer, ETA"} | fields
    row = Application.objects.create(user=user, stage=way[-1][0], stage_on=way[-1][1], **fields)
    StageChange.objects.bulk_create([StageChange(application=row, stage=key, on=day) for key, day in way])
    return row


def make_contact(*, user: User | None = None, **fields: Any) -> Contact:
    return Contact.objects.create(user=user or make_user(), **{"name": "Amara Osei"} | fields)


def make_target(*, user: User | None = None, **fields: Any) -> TargetCompany:
    fields = {"name": "Kestrel Labs", "tier": 2} | fields
    return TargetCompany.objects.create(user=user or make_user(), **fields)


def make_job_text(*, user: User | None = None, **fields: Any) -> JobText:
    fields = {"title": "ML Engineer, ETA", "text": "You will write Python and PyTorch."} | fields
    return JobText.objects.create(user=user or make_user(), **fields)


def make_resume(*, user: User | None = None, **fields: Any) -> Resume:
    return Resume.objects.create(user=user or make_user(), **{"number": 1, "name": "Ines Moreau"} | fields)


def make_interview(*, user: User | None = None, **fields: Any) -> Interview:
    """Return a mock interview of today; with `application` a round of it."""
    user = user or make_user()
    fields = {"kind": "coding", "is_mock": "application" not in fields} | fields
    return Interview.objects.create(
        user=user, **{"starts_at": timezone.now(), "zone": user.time_zone or "UTC"} | fields
    )


def make_asked(*, user: User | None = None, **fields: Any) -> AskedQuestion:
    user = user or make_user()
    return AskedQuestion.objects.create(user=user, **{"on": user.today(), "text": "Why freight?"} | fields)


def make_offer(*, user: User | None = None, **fields: Any) -> Offer:
    fields = {"company": "Fathom Freight", "currency": "GBP", "base": Decimal(52_000)} | fields
    return Offer.objects.create(user=user or make_user(), **fields)


def make_budget(*, user: User | None = None, **fields: Any) -> Budget:
    user = user or make_user()
    money = {"savings": Decimal(9400), "expenses": Decimal(1650), "income": Decimal(1050)}
    return Budget.objects.create(user=user, **{"currency": "GBP", "as_of": user.today()} | money | fields)
