"""Rounds of interviews: all of them, one with its preparation, added, changed, aimed at and deleted."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import LearnerRequest
from career.interviews.desk import Desk, desk_of
from career.interviews.points import preparation
from career.interviews.preparation_forms import OwnPointForm
from career.interviews.round_forms import DebriefForm, RoundForm
from career.interviews.rounds import round_list, round_view
from career.interviews.weak_skills import skill_choices
from career.models import Application, Interview
from career.views.deletions import delete, go
from roadmap.models import ReviewPlan
from roadmap.outline import outline_for
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

AIM = "interview-aim"
FULL = f"You have {Interview.MOST:,} interviews, as many as there is room for. Delete some first."


@require_safe
@never_cache
def interviews(request: LearnerRequest) -> HttpResponse:
    """List those to look back on, those to come and those that are over; `?past=all` shows all of these."""
    rounds = round_list(request.user, timezone.now(), whole=request.GET.get("past") == "all")
    context = {"section": "career", "rounds": rounds}
    return TemplateResponse(request, "career/interviews/interviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def round_new(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the form for a round of an application, or add it."""
    application = get_object_or_404(Application, user=request.user, pk=pk)
    today = request.user.today()
    if request.method != "POST":
        form = RoundForm(initial={"zone": request.user.time_zone}, today=today)
        return _new(request, application, form)
    form = RoundForm(request.POST, today=today)
    if not form.is_valid():
        return _new(request, application, form)
    row = Interview(pk=form.cleaned_data["entry"], user=request.user, application=application, **form.values)
    is_there = Interview.objects.filter(user=request.user, pk=row.pk).exists()
    if not is_there and request.user.interviews.count() >= Interview.MOST:
        form.add_error(None, FULL)
        return _new(request, application, form)
    added = Interview.objects.add(row)
    said = _saved(request, row, form) if added else f"{row} is saved already."
    messages.success(request, said)
    return go(request, reverse("career:interview", args=[row.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def interview(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a round with its preparation and debrief, or change when and where it is."""
    if request.method != "POST":
        return round_page(request, pk)
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    form = RoundForm(request.POST, today=request.user.today())
    if not form.is_valid():
        return round_page(request, pk, round_form=form)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    row.save(update_fields=[*form.values, "changed_at"])
    messages.success(request, _saved(request, row, form))
    return go(request, reverse("career:interview", args=[pk]))


@require_POST
def interview_aim(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Let the review aim at the day of a round, unless its aim was changed since the page was shown."""
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    path, today = reverse("career:interview", args=[pk]), request.user.today()
    day = request.user.today(row.starts_at) if row.starts_at else None
    if day is None or day <= today:
        messages.success(request, "This round is not ahead of you, so the review cannot aim at it.")
        return go(request, path)
    known = _date(request.POST.get("known", ""))
    before = ReviewPlan.objects.aim(request.user, day, known=known, today=today)
    if before == day:
        messages.success(request, f"The review aims at {day:%B} {day.day}.")
    elif before == known:
        undo = row_token(request.user.pk, AIM, [RowChange("", _aim(before), _aim(day))])
        messages.success(request, f"The review aims at {day:%B} {day.day} now.", extra_tags=undo)
    else:
        messages.success(request, "The day that the review aims at was changed since. Nothing was changed.")
    return go(request, path)


def put_aim_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo that the review aims at a round."""
    path = reverse("roadmap:review_settings")
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        messages.success(request, "This can no longer be undone. Set the day by hand.")
        return go(request, path)
    was, became = ((fields or {}).get("day", "") for fields in (change.was, change.became))
    done = ReviewPlan.objects.filter(user=request.user, interview_on=_date(became)).update(
        interview_on=_date(was)
    )
    said = "Undone: the review aims as it did." if done else "The aim changed again since, so it stays."
    messages.success(request, said)
    return go(request, path)


@require_POST
def interview_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Interview, user=request.user, pk=pk)
    return delete(request, row, reverse("career:mocks" if row.is_mock else "career:interviews"))


def round_page(
    request: LearnerRequest,
    pk: uuid.UUID,
    *,
    round_form: RoundForm | None = None,
    debrief_form: DebriefForm | None = None,
    point_form: OwnPointForm | None = None,
) -> HttpResponse:
    """Show a round; with a form that was refused 422, and nothing typed is lost. Raises Http404."""
    outline = outline_for(request.user.pk)
    try:
        desk = desk_of(request.user, pk, outline, timezone.now())
    except Interview.DoesNotExist as error:
        raise Http404("There is no such interview.") from error
    status = 422 if round_form or debrief_form or point_form else 200
    row, slugs = desk.view.row, outline.catalogue.skill_by_slug
    debrief_form = debrief_form or DebriefForm(initial=_written(desk), slugs=slugs)
    context = {
        "section": "career",
        "desk": desk,
        "view": desk.view,
        "round_form": round_form or RoundForm.of(row, today=request.user.today()),
        "form": debrief_form,
        "skills": skill_choices(outline, preparation(row.kind).skills, debrief_form.chosen),
        "point_form": point_form or OwnPointForm(),
        "phases": outline.catalogue.phases,
        "failed": status == 422,
    }
    return TemplateResponse(request, "career/interviews/interview.html", context, status=status)


def _written(desk: Desk) -> dict[str, Any]:
    row = desk.view.row
    return {
        "went_well": row.went_well,
        "weak_spot": row.weak_spot,
        "outcome": row.outcome,
        "weak": sorted(desk.weak),
    }


def _new(request: LearnerRequest, application: Application, form: RoundForm) -> HttpResponse:
    context = {"section": "career", "application": application, "form": form}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "career/interviews/new.html", context, status=status)


def _saved(request: LearnerRequest, row: Interview, form: RoundForm) -> str:
    """Say that a round is saved, and for when."""
    when = round_view(row, 0, request.user, timezone.now()).when
    said = f"Saved: {row}{f' on {when.text}' if when else ''}."
    if form.cleaned_data["twice"]:
        said += " The clock is put back that day and shows this time twice: the first is taken."
    return said


def _aim(day: datetime.date | None) -> dict[str, str]:
    return {"day": day.isoformat() if day else ""}


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
