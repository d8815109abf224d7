"""The log of an offer: dated lines, added, and taken out with Undo."""

import datetime
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.models import Offer, OfferLine
from career.offers.sheet_forms import LineForm
from career.views.deletions import go
from career.views.offer_sheet import own_offer, show
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "offer-line"
FULL = f"There are {OfferLine.MOST} lines, which is as many as fit. Delete one first."


@require_POST
@never_cache
def offer_line(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a line; the same one on the same day is there once."""
    row = own_offer(request, pk)
    form = LineForm(request.POST, today=request.user.today())
    if form.is_valid() and row.lines.count() >= OfferLine.MOST:
        form.add_error(None, FULL)
    if not form.is_valid():
        return show(request, row, line_form=form)
    added = OfferLine.add_once(row, **form.cleaned_data)
    messages.success(request, "Added to the log." if added else "This line is there already.")
    return go(request, reverse("career:offer", args=[pk]))


@require_POST
def offer_line_delete(request: LearnerRequest, pk: uuid.UUID, line: int) -> HttpResponse:
    row = get_object_or_404(OfferLine, offer=own_offer(request, pk), pk=line)
    was = {"on": row.on.isoformat(), "text": row.text}
    row.delete()
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, None)])
    messages.success(request, "The line is out of the log.", extra_tags=undo)
    return go(request, reverse("career:offer", args=[pk]))


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo: put the line back into its offer's log, if the offer is still there."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        messages.success(request, "This can no longer be undone.")
        return go(request, reverse("career:offers"))
    offer = Offer.objects.filter(user=request.user, pk=change.id).first()
    if offer is None:
        messages.success(request, "Its offer is deleted. Bring that back first.")
        return go(request, reverse("career:offers"))
    was = change.was or {}
    OfferLine.add_once(offer, datetime.date.fromisoformat(was["on"]), was["text"])
    messages.success(request, "Undone: the line is back.")
    return go(request, reverse("career:offer", args=[offer.pk]))
