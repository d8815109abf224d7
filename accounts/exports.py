"""The life of an export: asked for, made at once or in the background, fetched, gone after a day."""

import datetime
import logging
import os

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from accounts.models import DataExport, User
from accounts.models.transfers import digest_of
from accounts.portability import archive, rows
from accounts.security_log import tell

logger = logging.getLogger(__name__)

LARGE = 10_000  # rows; more take longer than a page may
# After that nobody seems to work the queue off, and the next who asks makes it at once.
UNHURRIED = datetime.timedelta(seconds=30)


def current(user: User, session_key: str | None, now: datetime.datetime) -> DataExport | None:
    """Return the latest export that this session asked for; one whose file is gone counts as none."""
    found = DataExport.objects.of(user, session_key, now).first()
    if found and (found.is_stuck(now) or (found.is_ready and not found.path.exists())):
        return None
    return found


def ask(user: User, session_key: str | None, now: datetime.datetime, *, again: bool) -> DataExport:
    """Return the session's export: the one there is, or a new one, made by now or on its way.

    `again` replaces one that is ready. Of several that ask at once one makes it. Raises OSError.
    """
    with transaction.atomic():
        User.objects.lock(user.pk)
        found = current(user, session_key, now)
        if found and found.state == DataExport.State.WAITING:
            if now - found.asked_at < UNHURRIED:
                return found
        elif found and found.is_ready and not again:
            return found
        DataExport.objects.of(user, session_key, now).drop()
        made = DataExport.objects.create(
            user=user,
            session=digest_of(session_key),
            file=DataExport.new_name(),
            asked_at=now,
            expires_at=now + DataExport.KEPT,
        )
    if found is None and rows.count(user) > LARGE:
        make_later.enqueue(str(made.pk))
    else:
        make(made)
    return made


def make(export: DataExport) -> bool:
    """Write the file; False when nobody waits for it any more. Raises OSError, with the file gone."""
    now = timezone.now()
    try:
        with export.open_new() as file:
            archive.write(export.user, file, now)
            file.seek(0, os.SEEK_END)
            size = file.tell()
    except BaseException:
        export.path.unlink(missing_ok=True)
        DataExport.objects.filter(pk=export.pk).update(state=DataExport.State.FAILED)
        raise
    if not export.become_ready(now, size):
        export.path.unlink(missing_ok=True)
        return False
    tell("export_made", export.user_id)
    return True


@task()
def make_later(pk: str) -> None:
    """Make an export in the background; one that was dropped or made meanwhile is passed over."""
    waiting = DataExport.objects.filter(pk=pk, state=DataExport.State.WAITING)
    if export := waiting.select_related("user").first():
        make(export)
