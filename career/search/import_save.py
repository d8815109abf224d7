"""Applications from a spreadsheet, saved all or none, and each once however often the file is read."""

import datetime
import hashlib
import uuid
from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from accounts.models import User
from career.models import Application, StageChange
from career.search.import_rows import Draft


class TooMany(Exception):
    """More applications than a learner may have; `left` is how many still fit."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class Saved(NamedTuple):
    added: int
    there: int


def digest(text: str) -> str:
    """Return what names a file by its content."""
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def take(user: User, drafts: Sequence[Draft], file: str, now: datetime.datetime) -> Saved:
    """Save what is not there yet. `file` is the digest. Raises TooMany.

    A row keeps the id that it was exported with if that is one of this learner's; any other gets one that
    follows from learner, file and row, so that the same file read again finds it there.
    """
    User.objects.lock(user.pk)
    named = [draft.id for draft in drafts if draft.id]
    mine = set(Application.everything.filter(user=user, pk__in=named).values_list("pk", flat=True))
    rows: dict[uuid.UUID, Draft] = {}
    for draft in drafts:
        own = draft.id if draft.id in mine else None
        rows.setdefault(own or _key(user, str(draft.id or f"{file}:{draft.row}")), draft)
    known = Application.everything.filter(pk__in=rows)
    gone = known.filter(user=user, deleted_at__isnull=False)
    gone.delete()
    there = set(known.values_list("pk", flat=True))
    new = [(pk, draft) for pk, draft in rows.items() if pk not in there]
    left = Application.MOST - Application.objects.filter(user=user).count()
    if len(new) > left:
        raise TooMany(max(left, 0))
    made = []
    moves = []
    for pk, draft in new:
        stage, day = draft.moves[-1]
        row = Application(pk=pk, user=user, stage=stage, stage_on=day, made_at=now, changed_at=now)
        for name, value in draft.fields.items():
            setattr(row, name, value)
        made.append(row)
        moves += [StageChange(application=row, stage=key, on=on) for key, on in draft.moves]
    Application.objects.bulk_create(made, batch_size=500)
    StageChange.objects.bulk_create(moves, batch_size=1_000)
    return Saved(len(made), len(drafts) - len(made))


def _key(user: User, text: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"milepost:{user.pk}:{text}")
