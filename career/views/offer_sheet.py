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
from career.models import Offer, OfferQuestion
from career.offers.sheet import draft_of, paper, sheet_screen
from career.offers.sheet_forms import NAMES, LineForm, QuestionRows, SheetForm
from career.views.deletions import go


@require_safe
@never_cache
def offer(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    return show(request, own_offer(request, pk))


@require_safe
@never_cache
def offer_print(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row, today = own_offer(request, pk), request.user.today()
    row.user = request.user
    return TemplateResponse(request, "career/offers/print.html", paper(row, today))


@require_POST
@never_cache
@sensitive_post_parameters()
def offer_sheet(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Save the sheet, or show a new draft of what to say and save nothing (`draft`).

    A script that is still the draft is not kept, so that it goes on following the fields.
    """
    row, today = own_offer(request, pk), request.user.today()
    form = SheetForm(request.POST, row=row)
    if not form.is_valid():
        return show(request, row, form=form)
    data = form.cleaned_data
    if "draft" in request.POST:
        data = data | {"script": draft_of(row, today, data)}
        anew = SheetForm({name: form[name].value() for name in NAMES} | {"script": data["script"]}, row=row)
        return show(request, row, form=anew, drafted=bool(row.script))
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
    row = own_offer(request, pk)
    rows = QuestionRows(request.POST, {one.key: one for one in row.questions.all()})
    if not rows.is_valid():
        return show(request, row, questions=rows)
    OfferQuestion.put(row, rows.keys, rows.rows)
    messages.success(request, "Saved: what you ask before you sign.")
    return go(request, reverse("career:offer", args=[pk]))


def own_offer(request: LearnerRequest, pk: uuid.UUID) -> Offer:
    return get_object_or_404(Offer, user=request.user, pk=pk)


def show(
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
