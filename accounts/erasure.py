"""Deleting an account with everything that is its own, in the database and beside it."""

import datetime
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from accounts import tombstones
from accounts.models import Erasure, Session, User
from accounts.security_log import tell

logger = logging.getLogger(__name__)

# What a process may hold of a learner in memory. It is never shown: every page begins with their rows.
_forgets: list[Callable[[int], object]] = []


def register(forget: Callable[[int], object]) -> None:
    """Have `forget` called with the number of an account that is gone. Called in an app's ready()."""
    _forgets.append(forget)


def erase(user_id: int, now: datetime.datetime | None = None) -> bool:
    """Delete the account with all its rows and sessions in one transaction, then its files.

    False when it was gone already. A process that dies before the commit leaves everything, one that dies
    after it leaves files to `finish_all`. Not to be called within a transaction: see `erase_rows`.
    """
    if not erase_rows(user_id, now):
        return False
    settle(user_id)
    return True


@transaction.atomic
def erase_rows(user_id: int, now: datetime.datetime | None = None) -> bool:
    """Delete all rows and sessions; False when they were gone. `settle` follows once that is committed."""
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        return False
    Erasure.objects.create(
        user_number=user_id,
        mark=tombstones.mark_of(user_id, user.date_joined),
        made_at=now or timezone.now(),
    )
    # What staff changed of this row stands in their log under the address of then.
    people = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=people, object_id=str(user_id)).delete()
    Session.objects.filter(user=user).end()
    user.delete()
    return True


def settle(user_id: int) -> None:
    """Say in the log that the account is gone, and see to what is not in the database."""
    tell("account_deleted", user_id)
    try:
        finish(user_id)
    except OSError:
        logger.exception("Files of a deleted account are left; the next run of what is due tries again")


def finish(user_id: int) -> None:
    """Do what follows the commit: write the mark down, delete the files. Raises OSError."""
    for forget in _forgets:
        forget(user_id)
    note(user_id)
    if (folder := exports_of(user_id)).exists():
        shutil.rmtree(folder)
    Erasure.objects.filter(user_number=user_id).delete()


def note(user_id: int) -> None:
    """Write the mark of a deleted account down. Raises OSError."""
    for mark, at in Erasure.objects.filter(user_number=user_id).values_list("mark", "made_at"):
        tombstones.keep(mark, at.date())


def unfinished() -> list[int]:
    """Return the numbers of deleted accounts of which something may be left beside the database."""
    return list(Erasure.objects.values_list("user_number", flat=True))


def finish_all(now: datetime.datetime) -> int:
    """Finish what a process that died left; return how many that were. Raises OSError."""
    left = unfinished()
    for user_id in left:
        finish(user_id)
    return len(left)


def exports_of(user_id: int) -> Path:
    """Return the folder that holds what this account exported, which may be absent."""
    return Path(settings.VAR_DIR) / "exports" / str(user_id)


def brought_back() -> list[int]:
    """Return the numbers of accounts that were erased and are here nevertheless: a backup is older.

    Reads two columns that every version of the table has.
    """
    marks = tombstones.kept()
    if not marks:
        return []
    people = User.objects.order_by().values_list("pk", "date_joined").iterator()
    return [pk for pk, joined in people if tombstones.mark_of(pk, joined) in marks]
