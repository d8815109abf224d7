"""Progress from another tracker: bring the list in, look at every line, and save all at once.

Between the steps the list travels in the form, compressed and signed: the server keeps nothing of what may
never be saved, and a page that is left open or sent twice does no harm.
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from accounts.models import User
from roadmap.checklist.review import Review, changes_of, review_of
from roadmap.checklist.table import Unreadable
from roadmap.checklist.text import Checklist, checklist_of
from roadmap.checklist_forms import LARGEST, ChecklistForm, ColumnsForm, choices_in, packed, unpacked
from roadmap.models import SkillProgress
from roadmap.models.marks import SkillMark
from roadmap.outline import Outline, outline_for
from roadmap.undo import token

BULKY = "This is too much for the next step. Split it in two and bring the parts in."
FITS = 2_000  # characters of an Undo that a cookie carries beside the rest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def checklist(request: LearnerRequest) -> HttpResponse:
    """Take the list, and propose what each line means."""
    if request.method != "POST":
        return _ask(request, ChecklistForm())
    form = ChecklistForm(request.POST, request.FILES)
    if not form.is_valid() or form.found is None:
        return _ask(request, form)
    carried = packed(request.user.pk, form.raw)
    if len(carried) > LARGEST - 60_000:  # leaves room for the other fields
        form.add_error("file" if request.FILES else "text", BULKY)
        return _ask(request, form)
    outline = outline_for(request.user.pk)
    review = review_of(outline, form.found.entries, None, request.user.today())
    columns = _columns(form.found, None)
    return _show(request, outline, form.found, review, carried, columns)


@require_POST
@never_cache
def checklist_lines(request: LearnerRequest) -> HttpResponse:
    """Look again with these choices, or (`do=save`) save all of them."""
    carried = request.POST.get("list", "")
    try:
        text = unpacked(request.user.pk, carried)
        found = checklist_of(text)
    except Unreadable as error:
        form = ChecklistForm({})
        form.full_clean()
        form.errors.clear()
        form.add_error("text", str(error))
        return _ask(request, form)
    columns = _columns(found, request.POST)
    if columns and columns.is_valid():
        found = checklist_of(text, columns.columns)
    outline, today = outline_for(request.user.pk), request.user.today()
    # Other columns make other lines, for which nothing was chosen yet.
    fresh = request.POST.get("do") == "columns"
    choices = None if fresh else choices_in(request.POST)
    review = review_of(outline, found.entries, choices, today)
    broken = review.wrong or (columns is not None and not columns.is_valid())
    if request.POST.get("do") != "save" or broken:
        return _show(request, outline, found, review, carried, columns, status=422 if broken else 200)
    with transaction.atomic():
        User.objects.lock(request.user.pk)
        outline = outline_for(request.user.pk)
        marks = changes_of(outline, review, today, lower=request.POST.get("lower") == "on")
        SkillProgress.objects.put_all(request.user.pk, [(pk, *mark[:3]) for pk, mark in marks.items()])
    undo = token(request.user.pk, [(pk, outline.marks.skill(pk), mark.state) for pk, mark in marks.items()])
    kept = undo if marks and len(undo) <= FITS else ""
    messages.success(request, _said(marks), extra_tags=kept)
    return HttpResponseRedirect(reverse("roadmap:roadmap"), status=303)


def _columns(found: Checklist, data: Any) -> ColumnsForm | None:
    if found.table is None or found.columns is None:
        return None
    form = ColumnsForm(found.table, data, columns=found.columns)
    form.full_clean()
    return form


def _ask(request: LearnerRequest, form: ChecklistForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "roadmap/checklist/ask.html", {"form": form}, status=status)


def _show(
    request: LearnerRequest,
    outline: Outline,
    found: Checklist,
    review: Review,
    carried: str,
    columns: ColumnsForm | None,
    status: int = 200,
) -> HttpResponse:
    skills = sorted((s.title, s.module_title) for s in outline.catalogue.skills.values() if not s.retired)
    context = {
        "review": review,
        "found": found,
        "list": carried,
        "form": columns,
        "skills": skills,
        "lower": request.POST.get("lower") == "on",
    }
    return render(request, "roadmap/checklist/review.html", context, status=status)


def _said(marks: dict[int, SkillMark]) -> str:
    if not marks:
        return "Nothing to change: your roadmap says all of this already."
    counts = {"done": 0, "learning": 0, "skipped": 0}
    for mark in marks.values():
        counts[mark.state] += 1
    names = {"done": "done", "learning": "under way", "skipped": "skipped"}
    parts = [f"{number} {names[state]}" for state, number in counts.items() if number]
    return f"Brought in: {', '.join(parts)}."
