"""The companies a learner aims at, each with how far an application there has come."""

import uuid
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from accounts.models import User
from career.models import Application, Stage, Standard, TargetCompany

_NAMES = dict(Standard.choices)


@dataclass(frozen=True)
class Applied:
    """The application at a company that moved last; those in the archive come after the others."""

    pk: uuid.UUID
    stage: str


@dataclass(frozen=True)
class Target:
    company: TargetCompany
    applied: Applied | None


def targets(user: User) -> tuple[Target, ...]:
    """Return the learner's companies by tier, the nearest first, in two statements."""
    companies = list(TargetCompany.objects.filter(user=user).order_by("-tier", "name", "pk"))
    applied = _applied(user) if companies else {}
    return tuple(Target(company, applied.get(company.name.casefold())) for company in companies)


def _applied(user: User) -> dict[str, Applied]:
    """Return the learner's applications by the company's name, case-folded, with the stage's own name."""
    named = Stage.objects.filter(user=user, key=OuterRef("stage")).values("name")
    rows = (
        Application.objects.filter(user=user)
        .annotate(named=Subquery(named[:1]))
        .values_list("pk", "company", "stage", "named", "archived_at")
        .order_by("stage_on", "made_at", "pk")
    )
    found = sorted(rows, key=lambda row: row[4] is None)  # the last one of a name stays
    return {
        company.strip().casefold(): Applied(pk, own or _NAMES.get(stage, stage))
        for pk, company, stage, own, _ in found
    }
