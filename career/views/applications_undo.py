"""Undo of a move, and of what was done or put off."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from accounts.http import LearnerRequest
from accounts.models import User
from career.models import Application
from career.views.applications_answer import changed
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "application"
DAYS = ("stage_on", "next_on", "heard_on")


def undo_token(
    user: User, row: Application, was: Mapping[str, Any], became: Mapping[str, Any], change: int | None = None
) -> str:
    """Sign what a change replaced; `change` is the id of the move that it made."""
    return row_token(
        user.pk, KIND, [RowChange(str(row.pk), _written(was) | {"change": change}, _written(became))]
    )


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says, unless the application has changed again since."""
    try:
        (found,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return changed(request, None, "This can no longer be undone.")
    was, became = dict(found.was or {}), found.became or {}
    change = was.pop("change", None)
    done = Application.everything.put_back(request.user, found.id, _read(was), _read(became), change)
    row = request.user.applications.filter(pk=found.id).first()
    if row is None:
        return changed(request, None, "This application is gone.")
    said = (
        f"Undone: {row.company} is as it was."
        if done
        else f"{row.company} changed again since, so it stays as it is."
    )
    return changed(request, row, said)


def _written(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else value
        for name, value in columns.items()
    }


def _read(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.date.fromisoformat(value) if name in DAYS and value else value
        for name, value in columns.items()
    }
