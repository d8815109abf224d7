"""The job search as files, and on paper as proof of it."""

from collections.abc import Callable, Iterable

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.csv_text import written
from accounts.http import LearnerRequest
from career.search.range_forms import RangeForm
from career.search.record import Entry, application_rows, entries, move_rows


@require_safe
@never_cache
def export(request: LearnerRequest) -> HttpResponse:
    """Send a row for each application."""
    return _file(request, "applications", application_rows)


@require_safe
@never_cache
def export_moves(request: LearnerRequest) -> HttpResponse:
    """Send a row for each move."""
    return _file(request, "moves", move_rows)


@require_safe
@never_cache
def proof(request: LearnerRequest) -> HttpResponse:
    """Show what was sent and what moved in a stretch of time, for paper."""
    form = RangeForm(request.GET)
    if not form.is_valid():
        return _refused(request, form)
    today = request.user.today()
    first, last = form.days
    found = [entry for entry in entries(request.user, first, last) if entry.is_search]
    found.sort(key=lambda entry: entry.sent_on or entry.last.on)
    context = {
        "section": "career",
        "form": form,
        "entries": found,
        "first": first,
        "last": last or today,
        "printed_on": today,
        "query": request.GET.urlencode(),
    }
    return TemplateResponse(request, "career/search/proof.html", context)


def _file(
    request: LearnerRequest, name: str, rows: Callable[[list[Entry]], Iterable[tuple[object, ...]]]
) -> HttpResponse:
    form = RangeForm(request.GET)
    if not form.is_valid():
        return _refused(request, form)
    # With its mark at the front, without which Excel takes UTF-8 for something else.
    text = written(rows(entries(request.user, *form.days))).encode("utf-8-sig")
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    file = f"milepost-{name}-{request.user.today().isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer


def _refused(request: LearnerRequest, form: RangeForm) -> HttpResponse:
    return TemplateResponse(
        request, "career/search/proof.html", {"section": "career", "form": form}, status=422
    )
