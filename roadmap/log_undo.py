"""Undo in the study log: entries and timers as they were, signed and handed to the page."""

import datetime
import hashlib
import uuid
from typing import Any

from django.db import transaction

from accounts.models import User
from roadmap.models import StudySession, StudyTimer
from roadmap.undo import check, sign

KIND = "log"

Fields = list[Any]


def token(
    user_id: int,
    *,
    was: StudySession | None = None,
    became: StudySession | None = None,
    timer: StudyTimer | None = None,
) -> str:
    """Sign what undoes a change: the entry before (None: none) and after it, and the timer it settled."""
    parts = [
        _session(was) if was else None,
        [became.pk.hex, _mark(became)] if became else None,
        _timer(timer) if timer else None,
    ]
    return sign(user_id, parts, KIND)


@transaction.atomic
def undo(user: User, text: str, now: datetime.datetime) -> bool:
    """Put back what a token holds; False when all is as it was already, or has changed since.

    Raises StaleUndo, and DayIsFull when an entry fits its day no more.
    """
    was, became, timer = check(user.pk, text, KIND)
    User.objects.lock(user.pk)
    done = False
    if became:
        there = user.study_sessions.filter(pk=became[0]).first()
        if there is None or _mark(there) != became[1]:
            return False
        if not was:
            there.delete()
            done = True
    if was:
        done = _put_back(user, was, changed=bool(became))
    if timer:
        done = StudyTimer.objects.put_back(_timer_of(user, timer), now) or done
    return done


def _put_back(user: User, fields: Fields, *, changed: bool) -> bool:
    session = _session_of(user, fields)
    if not changed and StudySession.objects.filter(pk=session.pk).exists():
        return False
    session._state.adding = not changed
    StudySession.objects.put(session)
    return True


def _mark(session: StudySession) -> str:
    return hashlib.blake2b(repr(session.content).encode(), digest_size=9).hexdigest()


def _session(row: StudySession) -> Fields:
    day, *rest = row.content
    return [row.pk.hex, day.isoformat(), *rest, row.logged_at.isoformat()]


def _session_of(user: User, fields: Fields) -> StudySession:
    pk, day, minutes, kind, skill_id, project_id, note, logged_at = fields
    return StudySession(
        pk=uuid.UUID(pk),
        user=user,
        day=datetime.date.fromisoformat(day),
        minutes=minutes,
        kind=kind,
        skill_id=skill_id,
        project_id=project_id,
        note=note,
        logged_at=datetime.datetime.fromisoformat(logged_at),
    )


def _timer(row: StudyTimer) -> Fields:
    stopped = row.stopped_at.isoformat() if row.stopped_at else None
    return [row.pk.hex, row.started_at.isoformat(), stopped, row.kind, row.skill_id, row.project_id]


def _timer_of(user: User, fields: Fields) -> StudyTimer:
    pk, started, stopped, kind, skill_id, project_id = fields
    to_moment = datetime.datetime.fromisoformat
    return StudyTimer(
        pk=uuid.UUID(pk),
        user=user,
        started_at=to_moment(started),
        stopped_at=to_moment(stopped) if stopped else None,
        kind=kind,
        skill_id=skill_id,
        project_id=project_id,
    )
