"""Mock interviews: listed, added in one short form, changed."""

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from career.interviews.debrief import bring_back
from career.interviews.mock_forms import MockForm
from career.interviews.mock_list import mock_list
from career.interviews.weak_skills import all_rounds, not_begun, skill_choices
from career.models import Interview
from career.views.deletions import go
from career.views.interviews import FULL
from roadmap.outline import Outline, outline_for


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mocks(request: LearnerRequest) -> HttpResponse:
    """List mock interviews, or add one that was held."""
    user, outline = request.user, outline_for(request.user.pk)
    make = _form(request, outline, user.time_zone)
    if request.method != "POST":
        return _page(request, outline, make())
    form = make(request.POST)
    if not form.is_valid():
        return _page(request, outline, form)
    row = Interview(
        pk=form.cleaned_data["entry"],
        user=user,
        is_mock=True,
        debriefed_at=timezone.now(),
        **form.values,
    )
    is_there = Interview.objects.filter(user=user, pk=row.pk).exists()
    if not is_there and user.interviews.count() >= Interview.MOST:
        form.add_error(None, FULL)
        return _page(request, outline, form)
    with transaction.atomic():
        added = Interview.objects.add(row)
        due = bring_back(row, _ids(form, outline), user.today()) if added else 0
    said = f"Listed: {row}.{_due(due)}{_waiting(form, outline)}"
    messages.success(request, said if added else f"{row} is listed already.")
    return go(request, reverse("career:mocks"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mock(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a mock interview to be changed, or save it."""
    row = get_object_or_404(Interview.objects.mocks(request.user), pk=pk)
    user, outline = request.user, outline_for(request.user.pk)
    make = _form(request, outline, row.zone)
    if request.method != "POST":
        skills = outline.catalogue.skills
        weak = [skills[pk].slug for pk in row.weak_skills.values_list("pk", flat=True) if pk in skills]
        initial = {name: getattr(row, name) for name in ("kind", "minutes", "people", "note")}
        day = row.local.date() if row.local else user.today()
        return _page(request, outline, make(initial={**initial, "day": day, "weak": weak}), row)
    form = make(request.POST)
    if not form.is_valid():
        return _page(request, outline, form, row)
    with transaction.atomic():
        for name, value in form.values.items():
            setattr(row, name, value)
        row.changed_at = timezone.now()
        row.save(update_fields=[*form.values, "changed_at"])
        due = bring_back(row, _ids(form, outline), user.today())
    messages.success(request, f"Saved: {row}.{_due(due)}{_waiting(form, outline)}")
    return go(request, reverse("career:mocks"))


def _form(request: LearnerRequest, outline: Outline, zone: str) -> Callable[..., MockForm]:
    """Return what makes the form, given what was sent or else `initial`."""
    slugs = outline.catalogue.skill_by_slug
    return partial(MockForm, slugs=slugs, today=request.user.today(), zone=zone)


def _page(
    request: LearnerRequest, outline: Outline, form: MockForm, row: Interview | None = None
) -> HttpResponse:
    context = {
        "section": "career",
        "form": form,
        "mock": row,
        "skills": skill_choices(outline, all_rounds(), form.chosen),
        "phases": outline.catalogue.phases,
    }
    if row is None:
        context["mocks"] = mock_list(request.user, outline, request.user.today())
    template = "career/interviews/mock.html" if row else "career/interviews/mocks.html"
    return TemplateResponse(request, template, context, status=422 if form.is_bound else 200)


def _ids(form: MockForm, outline: Outline) -> list[int]:
    return [outline.catalogue.skill_by_slug[slug].id for slug in form.cleaned_data["weak"]]


def _due(due: int) -> str:
    return f" {due} review question{'' if due == 1 else 's'} due today." if due else ""


def _waiting(form: MockForm, outline: Outline) -> str:
    said = not_begun(outline, form.cleaned_data["weak"])
    return f" {said}" if said else ""
