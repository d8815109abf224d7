"""The negotiation sheet of an offer."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import Offer, OfferLine, OfferQuestion
from career.offers.sheet import draft_of, paper, sheet_screen
from career.offers.sheet_forms import NAMES, LineForm, QuestionRows, SheetForm
from career.views.deletions import go

FULL = f"There are {OfferLine.MOST} lines, which is as many as fit. Delete one first."


@require_safe
@never_cache
def offer(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    return _show(request, _offer(request, pk))


@require_safe
@never_cache
def offer_print(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row, today = _offer(request, pk), request.user.today()
    row.user = request.user
    return TemplateResponse(request, "career/offers/print.html", paper(row, today))


@require_POST
@never_cache
@sensitive_post_parameters()
def offer_sheet(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Save the sheet, or show a new draft of what to say and save nothing (`draft`).

    A script that is still the draft is not kept, so that it goes on following the fields.
    """
    row, today = _offer(request, pk), request.user.today()
    form = SheetForm(request.POST, row=row)
    if not form.is_valid():
        return _show(request, row, form=form)
    data = form.cleaned_data
    if "draft" in request.POST:
        data = data | {"script": draft_of(row, today, data)}
        anew = SheetForm({name: form[name].value() for name in NAMES} | {"script": data["script"]}, row=row)
        return _show(request, row, form=anew, drafted=bool(row.script))
    if data["script"].strip() == draft_of(row, today):
        data["script"] = ""
    for name in NAMES:
        setattr(row, name, data[name])
    row.changed_at = timezone.now()
    row.save(update_fields=[*NAMES, "changed_at"])
    messages.success(request, f"Saved: the sheet for {row}.")
    return go(request, reverse("career:offer", args=[pk]))


@require_POST
@never_cache
def offer_questions(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Save what was asked and answered, and a question of the learner's own."""
    row = _offer(request, pk)
    rows = QuestionRows(request.POST, {one.key: one for one in row.questions.all()})
    if not rows.is_valid():
        return _show(request, row, questions=rows)
    OfferQuestion.put(row, rows.keys, rows.rows)
    messages.success(request, "Saved: what you ask before you sign.")
    return go(request, reverse("career:offer", args=[pk]))


@require_POST
@never_cache
def offer_line(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a line to the log; the same line on the same day is there once."""
    row = _offer(request, pk)
    form = LineForm(request.POST, today=request.user.today())
    if form.is_valid() and row.lines.count() >= OfferLine.MOST:
        form.add_error(None, FULL)
    if not form.is_valid():
        return _show(request, row, line_form=form)
    added = OfferLine.add_once(row, **form.cleaned_data)
    messages.success(request, "Added to the log." if added else "This line is there already.")
    return go(request, reverse("career:offer", args=[pk]))


@require_POST
def offer_line_delete(request: LearnerRequest, pk: uuid.UUID, line: int) -> HttpResponse:
    row = _offer(request, pk)
    get_object_or_404(OfferLine, offer=row, pk=line).delete()
    messages.success(request, "The line is out of the log.")
    return go(request, reverse("career:offer", args=[pk]))


def _offer(request: LearnerRequest, pk: uuid.UUID) -> Offer:
    return get_object_or_404(Offer, user=request.user, pk=pk)


def _show(
    request: LearnerRequest,
    row: Offer,
    *,
    form: SheetForm | None = None,
    questions: QuestionRows | None = None,
    line_form: LineForm | None = None,
    drafted: bool = False,
) -> HttpResponse:
    """Show the sheet; with errors 422, and nothing typed is lost."""
    row.user = request.user
    screen = sheet_screen(row, request.user.today(), form=form, questions=questions, line_form=line_form)
    wrong = any(
        [
            form and form.errors,
            line_form and line_form.errors,
            questions and any(one.errors for one in questions.forms if one.is_bound),
        ]
    )
    context = screen | {"wrong": wrong, "drafted": drafted}
    return TemplateResponse(request, "career/offers/sheet.html", context, status=422 if wrong else 200)
