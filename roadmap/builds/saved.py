"""Writes a build with what hangs on it."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from roadmap.models import Build, Evidence, OwnRequirement


@transaction.atomic
def save(
    build: Build,
    columns: dict[str, Any],
    requirements: Sequence[tuple[uuid.UUID, str]] | None,
    skills: Iterable[int],
    today: datetime.date,
) -> None:
    """Write these columns, the requirements (None: it has none of its own) and the skills it shows."""
    for name, value in columns.items():
        setattr(build, name, value)
    build.save(update_fields=list(columns))
    if requirements is not None:
        OwnRequirement.objects.put(build, requirements)
    chosen = list(skills)
    Evidence.objects.filter(build=build).exclude(skill_id__in=chosen).delete()
    Evidence.objects.attach(build, chosen, today)
