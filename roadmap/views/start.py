"""The first questions, and what the answers make of the roadmap."""

import datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import LearnerRequest
from accounts.models import MailKind, Subscription
from roadmap import start as reader
from roadmap.models import Enrollment, SkillProgress, StartingPoint
from roadmap.models.marks import BEFORE_THE_TRAIL
from roadmap.models.study import study_of
from roadmap.outline import Outline, outline_for
from roadmap.questions import BACKGROUNDS, HOURS, KNOWN, MATHS, PROGRAMMING
from roadmap.start_forms import StartForm
from roadmap.undo import token

ANSWERS = ("background", "background_other", "programming", "maths", "known", "goal", "role", "rhythm")
CLAIMED = "start_claimed"  # in the session: what the answers ticked last, and its Undo


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def start(request: LearnerRequest) -> HttpResponse:
    """Ask, work out a line about the answers so far, save them, or leave the questions for later."""
    user, do = request.user, request.POST.get("do")
    if do == "skip":
        StartingPoint.objects.skip(user)
        messages.success(request, "Left for later. The questions wait in your settings.")
        return HttpResponseRedirect(reverse("roadmap:today"), status=303)
    outline, today = outline_for(user.pk), user.today()
    if request.method != "POST":
        point = StartingPoint.objects.of(user)
        form = _form(outline, today, initial=_initial(outline, point))
        form.initial["digest"] = Subscription.objects.of(user)[MailKind.DIGEST].is_on
        return _questions(request, outline, form, {**form.initial}, first=point is None)
    form = _form(outline, today, request.POST)
    valid = form.is_valid()
    if do == "preview":
        return _previewed(request, outline, form)
    if not valid:
        return _questions(request, outline, form, form.cleaned_data, status=422)
    _save(request, form.cleaned_data, today)
    return HttpResponseRedirect(reverse("roadmap:start_result"), status=303)


@require_safe
@never_cache
def start_result(request: LearnerRequest) -> HttpResponse:
    """Show the roadmap cut to the answers, and what each of them changed."""
    user, outline = request.user, outline_for(request.user.pk)
    point = StartingPoint.objects.of(user)
    if point is None or point.answered_at is None:
        return HttpResponseRedirect(reverse("roadmap:start"))
    today, marks = user.today(), outline.marks
    hours = Enrollment.begun(user).weekly_hours if marks.weekly_hours is None else marks.weekly_hours
    claimed = request.session.get(CLAIMED, {})
    context = {
        "section": "roadmap",
        "outline": outline,
        "point": point,
        "background": [label for slug, label in BACKGROUNDS if slug in point.background],
        "programming": _level(PROGRAMMING, point.programming),
        "maths": _level(MATHS, point.maths),
        "known": [thing.label for thing in KNOWN if thing.slug in point.known],
        "claimed": reader.known_lines(outline, claimed.get("skills", [])),
        "undo": claimed.get("undo", ""),
        "forks": reader.forks(outline),
        "hours": hours,
        "week": reader.first_week(outline, hours, marks.terms.study_days),
        "terms": marks.terms,
    }
    if marks.terms.forecast_shown:
        study, target = study_of(user.pk, today), marks.terms.target_date
        context["arrival"] = reader.arrival(outline, study, hours, today, seed=str(user.pk), target=target)
    return TemplateResponse(request, "roadmap/start_result.html", context)


@transaction.atomic
def _save(request: LearnerRequest, data: dict[str, Any], today: datetime.date) -> None:
    """Keep the answers, the terms and the specializations, and tick what can be explained."""
    user = request.user
    StartingPoint.objects.answer(user, **{name: data[name] for name in ANSWERS})
    Enrollment.objects.plan(
        user,
        weekly_hours=data["weekly_hours"],
        study_days=data["study_days"],
        target_date=data["target_date"],
    )
    Enrollment.objects.choose(user, data["specialization"])
    Subscription.objects.switch(user, MailKind.DIGEST, on=data["digest"], now=timezone.now())
    # Read here, after the first write: whoever sends twice at once waits there.
    outline = outline_for(user.pk)
    claims = reader.claims(outline, data["known"], today)
    if not claims:
        return
    SkillProgress.objects.put_all(
        user.pk,
        [(pk, mark.state, mark.done_on, mark.count) for pk, mark in claims.items()],
        BEFORE_THE_TRAIL,
    )
    undo = token(user.pk, [(pk, outline.marks.skill(pk), mark.state) for pk, mark in claims.items()])
    request.session[CLAIMED] = {"skills": list(claims), "undo": undo}


def _form(outline: Outline, today: datetime.date, *args: QueryDict, **kwargs: Any) -> StartForm:
    specializations, target = outline.catalogue.specializations, outline.marks.terms.target_date
    return StartForm(*args, today=today, specializations=specializations, target=target, **kwargs)


def _initial(outline: Outline, point: StartingPoint | None) -> dict[str, Any]:
    """Return the last answers as the form takes them."""
    marks = outline.marks
    initial: dict[str, Any] = {
        "specialization": [item.slug for item in outline.chosen],
        "target_date": marks.terms.target_date,
    }
    if marks.weekly_hours is not None:
        initial["hours" if marks.weekly_hours in HOURS else "hours_other"] = marks.weekly_hours
        initial["study_days"] = [str(day) for day in marks.terms.study_days]
    if point and point.answered_at:
        initial |= {name: getattr(point, name) for name in ANSWERS}
        initial["known"] = reader.still_known(outline, point.known)
    return initial


def _questions(
    request: LearnerRequest,
    outline: Outline,
    form: StartForm,
    answers: dict[str, Any],
    *,
    status: int = 200,
    first: bool | None = None,
) -> HttpResponse:
    """Show the questions; `first`: they were never answered nor left for later (None: look it up)."""
    if first is None:
        first = StartingPoint.objects.of(request.user) is None
    context = {"section": "", "form": form, "first": first, **_preview(request, outline, answers)}
    return TemplateResponse(request, "roadmap/start.html", context, status=status)


def _previewed(request: LearnerRequest, outline: Outline, form: StartForm) -> HttpResponse:
    """Answer with the line alone to htmx, else with the questions as they were sent."""
    if not request.htmx:
        return _questions(request, outline, form, form.cleaned_data)
    context = _preview(request, outline, form.cleaned_data)
    return TemplateResponse(request, "roadmap/_start_preview.html", context)


def _preview(request: LearnerRequest, outline: Outline, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what the answers so far make of the roadmap; nothing is written."""
    user, today = request.user, request.user.today()
    ids = {item.slug: item.id for item in outline.catalogue.specializations}
    chosen = [ids.get(item, item) for item in answers.get("specialization", ())]
    likely = reader.supposed(outline, chosen, reader.claims(outline, answers.get("known", ()), today))
    hours = next(
        (answers[name] for name in ("weekly_hours", "hours_other", "hours") if answers.get(name) is not None),
        None,
    )
    context: dict[str, Any] = {"tally": likely.tally, "hours": hours}
    if outline.marks.terms.forecast_shown:
        pace = Enrollment.begun(user).weekly_hours if hours is None else hours
        found = reader.arrival(likely, study_of(user.pk, today), pace, today, seed=str(user.pk))
        context |= {"arrival": found, "months": reader.months_by_pace(found.forecast, today)}
    return context


def _level(labels: tuple[str, ...], level: int | None) -> str:
    return labels[level] if level is not None and level < len(labels) else ""
