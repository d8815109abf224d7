"""A résumé to print, as PDF, as plain text and as JSON Resume; and JSON Resume read."""

import json
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import LearnerRequest
from career.models import Resume
from career.resumes import json_resume, plain_text
from career.resumes.desk import NoResume, resume_with_projects
from career.resumes.importing import MANY, ImportForm, read
from career.resumes.pdf import NoPdf, available, pdf
from career.views.resumes import add


@require_safe
@never_cache
def resume_print(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the sheet alone, as it prints, on its paper or on `?paper=`."""
    row = _found(request, pk)
    asked = request.GET.get("paper", "")
    context = {
        "section": "career",
        "resume": row,
        "sheet": row.sheet,
        "paper": asked if asked in Resume.Paper.values else row.paper,
        "has_pdf": available(),
    }
    return TemplateResponse(request, "career/resumes/print.html", context)


@require_safe
@never_cache
def resume_pdf(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Send the PDF; where there is none, say why on the page that prints."""
    row = _found(request, pk)
    title = f"{row.name}, résumé" if row.name else "Résumé"
    try:
        made = pdf(row.sheet, title=title, paper=row.paper)
    except NoPdf as error:
        messages.info(request, str(error))
        return HttpResponseRedirect(reverse("career:resume_print", args=[pk]))
    return _file(made, "application/pdf", f"resume-v{row.number}.pdf")


@require_safe
@never_cache
def resume_text(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = _found(request, pk)
    return _file(plain_text.written(row.sheet), "text/plain; charset=utf-8", f"resume-v{row.number}.txt")


@require_safe
@never_cache
def resume_json(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = _found(request, pk)
    data = json_resume.written(row.sheet, title=row.title, paper=row.paper)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _file(text, "application/json", f"resume-v{row.number}.json")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def resume_import(request: LearnerRequest) -> HttpResponse:
    """Read a JSON Resume file as a new version, all of it or nothing."""
    if request.method != "POST":
        return _import_page(request, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _import_page(request, form)
    found = read(form.cleaned_data["text"])
    if found.wrong:
        return _import_page(request, form, found.wrong)
    pk = form.cleaned_data["resume"]
    row = Resume(pk=pk, user=request.user, **found.form.columns)
    return add(request, row, found.form.projects({}), f"is read{_left_out(found.ignored)}")


def _found(request: LearnerRequest, pk: uuid.UUID) -> Resume:
    try:
        return resume_with_projects(request.user, pk)
    except NoResume as error:
        raise Http404("There is no such version.") from error


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _left_out(ignored: list[str]) -> str:
    if not ignored:
        return ""
    named = ", ".join(path[:60] for path in ignored[:MANY])
    more = f" and {len(ignored) - MANY} more" if len(ignored) > MANY else ""
    return f". A page has no place for {named}{more}, so that was left out"


def _import_page(
    request: LearnerRequest, form: ImportForm, wrong: list[tuple[str, str]] | None = None
) -> HttpResponse:
    typed = form.cleaned_data.get("text", "") if form.is_bound else ""
    context = {"section": "career", "form": form, "wrong": wrong, "typed": typed}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "career/resumes/import.html", context, status=status)
