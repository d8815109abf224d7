"""What a learner deletes in the job search, with Undo."""

from django.apps import apps
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from accounts.http import LearnerRequest
from career.models.kept import KeptQuerySet, KeptRow
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "career"


def delete(request: LearnerRequest, row: KeptRow, then: str) -> HttpResponse:
    """Take `row` out of sight, say so with Undo, and go to the path `then`."""
    now = timezone.now()
    KeptQuerySet(type(row)).delete_one(row, now)
    was = {"model": row._meta.model_name, "then": then}
    change = RowChange(str(row.pk), was, {"deleted_at": now.isoformat()})
    undo = row_token(request.user.pk, KIND, [change])
    messages.success(request, f"{row} is deleted.", extra_tags=undo)
    return go(request, then)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo a deletion, and go back to where the row was."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        messages.success(request, "This can no longer be undone.")
        return go(request, reverse("roadmap:today"))
    was, became = change.was or {}, change.became or {}
    rows = KeptQuerySet(apps.get_model("career", was["model"]))
    done = rows.restore(request.user, change.id, became["deleted_at"])
    row = rows.there(request.user, change.id)
    if row is None:
        said = "This is gone for good."
    else:
        said = f"Undone: {row} is back." if done else f"{row} is there already."
    messages.success(request, said)
    return go(request, was["then"])


def go(request: LearnerRequest, path: str) -> HttpResponse:
    """Answer a change by opening the page at `path` anew, with script or without."""
    return HttpResponseClientRedirect(path) if request.htmx else HttpResponseRedirect(path, status=303)
