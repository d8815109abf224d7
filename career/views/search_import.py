"""Applications from a spreadsheet: choose the file, say what its columns mean, look, and save.

Between the steps the file travels in the form, compressed and signed: the server keeps nothing of what
may never be saved, and a page that is left open or sent twice does no harm.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.csv_text import Table, Unreadable, read
from accounts.http import LearnerRequest
from career.models import Application, Stage
from career.search.import_forms import LARGEST, Chosen, ColumnsForm, FileForm, as_guessed, packed, unpacked
from career.search.import_preview import preview_of
from career.search.import_rows import Draft, Problem, Way, drafts_of
from career.search.import_save import TooMany, digest, take
from career.search.range_forms import RangeForm
from career.views.deletions import go

BULKY = "This file is too large for the next step. Split it in two and read the parts."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def import_file(request: LearnerRequest) -> HttpResponse:
    """Take the file, and ask what its columns mean."""
    if request.method != "POST":
        return _choose(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, form)
    file = packed(request.user.pk, form.chosen)
    if len(file) > LARGEST - 10_000:  # leaves room for the other fields
        form.add_error("file", BULKY)
        return _choose(request, form)
    columns = as_guessed(form.table.header)
    return _columns(request, columns, form.chosen, form.table, file=file)


@require_POST
@never_cache
def import_rows(request: LearnerRequest) -> HttpResponse:
    """Look at the rows with these columns, or (`do=save`) save them all."""
    file = request.POST.get("file", "")
    try:
        chosen = unpacked(request.user.pk, file)
        table = read(chosen.text)
    except Unreadable as error:
        form = FileForm({})
        form.errors["file"] = form.error_class([str(error)])
        return _choose(request, form)
    columns = ColumnsForm(request.POST, header=table.header)
    if not columns.is_valid() or request.POST.get("do") != "save":
        return _columns(request, columns, chosen, table, file=file)
    drafts, problems = drafts_of(table, _way(request, columns))
    if problems:
        return _columns(request, columns, chosen, table, file=file, read_already=(drafts, problems))
    try:
        saved = take(request.user, drafts, digest(chosen.text), timezone.now())
    except TooMany as error:
        columns.add_error(None, _too_many(len(drafts), error.left))
        return _columns(request, columns, chosen, table, file=file, read_already=(drafts, problems))
    messages.success(request, _said(saved.added, saved.there))
    return go(request, reverse("career:applications"))


def _way(request: LearnerRequest, columns: ColumnsForm) -> Way:
    data = columns.cleaned_data
    stages = Stage.objects.of(request.user)
    return Way(columns.places, data["order"], data["currency"], request.user.today(), stages)


def _choose(request: LearnerRequest, form: FileForm) -> HttpResponse:
    context = {"section": "career", "form": form, "range": RangeForm(), "most": Application.MOST}
    return TemplateResponse(request, "career/search/import.html", context, status=422 if form.errors else 200)


def _columns(
    request: LearnerRequest,
    columns: ColumnsForm,
    chosen: Chosen,
    table: Table,
    *,
    file: str,
    read_already: tuple[list[Draft], list[Problem]] | None = None,
) -> HttpResponse:
    """Ask what the columns mean, and show what would come of it; 200 when nothing is wrong."""
    status = 422
    context: dict[str, Any] = {"section": "career", "form": columns, "file": file, "said": chosen.said}
    context["sample"] = {"header": table.header, "rows": table.rows[:3]}
    if columns.is_valid() or read_already:
        way = _way(request, columns)
        drafts, problems = read_already or drafts_of(table, way)
        context["preview"] = preview_of(drafts, problems, way.stages)
        status = 422 if problems or read_already else 200
    return TemplateResponse(request, "career/search/columns.html", context, status=status)


def _too_many(rows: int, left: int) -> str:
    return (
        f"These {rows:,} rows do not fit: you can keep {Application.MOST:,} applications, "
        f"and there is room for {left:,} more. Leave rows out of the file, and read it again."
    )


def _said(added: int, there: int) -> str:
    new = f"{added:,} application{'' if added == 1 else 's'} added."
    if not there:
        return new
    return f"{new} {there:,} {'was' if there == 1 else 'were'} there already and stay as they are."
