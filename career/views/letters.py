"""The cover letter of an application: written, printed, as plain text."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import LearnerRequest
from career.models import Application, CoverLetter, Resume
from career.resumes.letter import LetterForm, letter_of, screen
from roadmap.row_ids import row_id


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def letter(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the letter, with drafts (from `?build=`) where nothing is written; or save it."""
    row = _application(request, pk)
    if request.method != "POST":
        build = row_id(request.GET.get("build", ""))
        return TemplateResponse(
            request, "career/letters/letter.html", screen(request.user, row, form=None, build=build)
        )
    form = LetterForm(request.POST)
    if not form.is_valid():
        context = screen(request.user, row, form=form, build=None)
        return TemplateResponse(request, "career/letters/letter.html", context, status=422)
    CoverLetter.objects.update_or_create(
        application=row, defaults={**form.cleaned_data, "changed_at": timezone.now()}
    )
    messages.success(request, f"Saved: your letter to {row.company}.")
    return HttpResponseRedirect(reverse("career:letter", args=[pk]), status=303)


@require_safe
@never_cache
def letter_print(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = _application(request, pk)
    paper = request.GET.get("paper", "")
    context = {
        "section": "career",
        "application": row,
        "paragraphs": _paragraphs(row),
        "paper": paper if paper in Resume.Paper.values else "a4",
    }
    return TemplateResponse(request, "career/letters/print.html", context)


@require_safe
@never_cache
def letter_text(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    text = "\n\n".join(_paragraphs(_application(request, pk))) + "\n"
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="letter.txt"'
    return answer


def _application(request: LearnerRequest, pk: uuid.UUID) -> Application:
    rows = Application.objects.filter(user=request.user).select_related("letter")
    return get_object_or_404(rows, pk=pk)


def _paragraphs(application: Application) -> list[str]:
    saved = letter_of(application)
    return [text for name in CoverLetter.PARTS if saved and (text := getattr(saved, name).strip())]
