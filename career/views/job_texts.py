"""Job texts: all of them, and one with what it names."""

import uuid

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from career.job_texts.forms import OwnTermForm
from career.job_texts.screen import job_text_screen
from career.job_texts.shelf import shelf, text_of
from career.models import JobText
from roadmap.days import named_day
from roadmap.outline import Outline, outline_for


@require_safe
@never_cache
def job_texts(request: LearnerRequest) -> HttpResponse:
    rows = shelf(request.user, request.user.today())
    context = {"section": "career", "rows": rows, "is_full": len(rows) >= JobText.MOST}
    return TemplateResponse(request, "career/job_texts/list.html", context)


@require_safe
@never_cache
def job_text(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show what a text names; `?term=` begins to mark a word."""
    outline = outline_for(request.user.pk)
    form = OwnTermForm(initial={"term": request.GET.get("term", "")[:60]}, outline=outline)
    return job_text_page(request, pk, outline, form)


def job_text_page(
    request: LearnerRequest, pk: uuid.UUID, outline: Outline, form: OwnTermForm
) -> HttpResponse:
    """Show one text with this form for a word; refused, it is there as it was sent."""
    row = text_of(request.user, pk)
    context = {
        **job_text_screen(request.user, row, outline),
        "section": "career",
        "when": named_day(request.user.local(row.made_at).date(), request.user.today()),
        "form": form,
        "catalogue": outline.catalogue,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "career/job_texts/page.html", context, status=status)
