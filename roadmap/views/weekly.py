"""The weekly review: a week looked back on, picks for the next, and the pitfalls."""

import datetime

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from roadmap import pitfalls
from roadmap.arrival import history_for
from roadmap.fragments import Shell
from roadmap.learner_weeks import LearnerWeeks, weeks_for
from roadmap.models import PitfallDismissal, StudyWeek, WeekPick
from roadmap.models.learner_builds import builds_of
from roadmap.models.study import Study, study_of
from roadmap.moved import Moved, moved_in
from roadmap.outline import Outline, outline_for
from roadmap.views.page import kept_page, page
from roadmap.views.refused import refused
from roadmap.week_forms import PitfallForm, WeekReviewForm
from roadmap.week_review import Offer, facts, offers, review_screen
from roadmap.weeks import WEEK, week_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def weekly(request: LearnerRequest) -> HttpResponse:
    """Look back on last week, with the pitfalls."""
    outline = outline_for(request.user.pk)
    last = _current(request, outline) - WEEK
    weeks = weeks_for(request.user, outline, last, begun_too=True)
    if not weeks.has(last):
        if request.method == "POST":
            return HttpResponseRedirect(reverse("roadmap:weekly"), status=303)
        context = {"section": "today", "current": last + WEEK, "next_day": f"{last + 2 * WEEK:%A}"}
        return page(request, "roadmap/weekly_first.html", outline.marks.fingerprint, lambda: context)
    return _review(request, weeks, with_pitfalls=True)


@require_http_methods(METHODS)
def past_week(request: LearnerRequest, day: str) -> HttpResponse:
    """Look back on the week that holds `day`: the one under way at the latest."""
    outline = outline_for(request.user.pk)
    date = _date(day)
    current = _current(request, outline)
    if date >= current + WEEK or date < datetime.date.min + 2 * WEEK:
        raise Http404("This week has not come yet.")
    week = week_of(date, current.isoweekday())
    weeks = weeks_for(request.user, outline, week)
    if not weeks.has(week):
        raise Http404("This week lies before your first day.")
    if week != date:
        return HttpResponseRedirect(reverse("roadmap:past_week", args=[week]), status=303)
    return _review(request, weeks, with_pitfalls=False)


@require_POST
def pitfall(request: LearnerRequest, slug: str) -> HttpResponse:
    """Put a pitfall away for good."""
    if slug not in pitfalls.PITFALLS:
        raise Http404("The guide warns of no such thing.")
    form = PitfallForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    row = PitfallDismissal(user=request.user, pitfall=slug)
    PitfallDismissal.objects.bulk_create([row], ignore_conflicts=True)
    said = f"{pitfalls.PITFALLS[slug].title} will not be shown again."
    if not request.htmx:
        messages.success(request, said)
        return HttpResponseRedirect(reverse("roadmap:weekly"), status=303)
    outline = outline_for(request.user.pk)
    weeks = weeks_for(request.user, outline, _current(request, outline) - WEEK, begun_too=True)
    context = {"findings": _findings(request, weeks), "said": said, "oob": True}
    return TemplateResponse(request, "roadmap/updates/pitfalls.html", context)


def _review(request: LearnerRequest, weeks: LearnerWeeks, *, with_pitfalls: bool) -> HttpResponse:
    """Show the week of `weeks`, or save what was written about it."""
    findings = _findings(request, weeks) if with_pitfalls else []
    # What moved the date rests on all that was ever logged, not on the rows around this week alone.
    study = study_of(request.user.pk, request.user.today())
    if request.method != "POST":
        fingerprint = (
            f"{weeks.outline.marks.fingerprint} {weeks.rows.fingerprint} {study.fingerprint} {findings}"
        )
        return kept_page(
            request,
            "roadmap/weekly.html",
            fingerprint,
            "today",
            lambda token: _shell(request, weeks, study, findings, token),
        )
    week, current = weeks.rows.week, _current(request, weeks.outline)
    if "skip" in request.POST:
        StudyWeek.objects.review(request.user, week, None)
        messages.success(request, "Left for this week.")
        return HttpResponseRedirect(reverse("roadmap:week"), status=303)
    is_open = week + WEEK >= current
    form = WeekReviewForm(request.POST, offered=_pickable(weeks, week + WEEK) if is_open else ())
    if not form.is_valid():
        values, gaps = _shell(request, weeks, study, findings, get_token(request), form)
        context = {**values, **gaps, "section": "today"}
        return TemplateResponse(request, "roadmap/weekly.html", context, status=422)
    _save(request, weeks, form, offers(weeks) if is_open else ())
    if week + WEEK == current:
        messages.success(request, "Saved. This is your week.")
        return HttpResponseRedirect(reverse("roadmap:week"), status=303)
    messages.success(request, f"Saved. Your picks wait for {week + WEEK:%A}." if is_open else "Saved.")
    return HttpResponseRedirect(reverse("roadmap:past_week", args=[week]), status=303)


def _shell(
    request: LearnerRequest,
    weeks: LearnerWeeks,
    study: Study,
    findings: list[pitfalls.Finding],
    token: str,
    form: WeekReviewForm | None = None,
) -> Shell:
    """Return the page, with the `form` that was refused as it was sent."""
    screen = review_screen(weeks, request.user.today(), _moved(request, weeks, study))
    offered = offers(weeks) if screen["ahead"] else ()
    if form:
        chosen = request.POST.getlist("pick")
        offered = tuple(one._replace(checked=one.line.skill.slug in chosen) for one in offered)
    context = {
        "csrf_token": token,
        "here": request.path,
        "form": form or WeekReviewForm(initial={"line": screen["own"].line}, offered=()),
        "offers": offered,
        "findings": findings,
        **screen,
    }
    review = render_to_string("roadmap/_review.html", context)
    gaps = {"review": review, "number": screen["number"], "csrf_token": token}
    return Shell({"wrong": form is not None}, gaps)


def _moved(request: LearnerRequest, weeks: LearnerWeeks, study: Study) -> Moved | None:
    """Return what moved the date, for those who want to see it."""
    if not weeks.outline.marks.terms.forecast_shown:
        return None
    pk, today = request.user.pk, request.user.today()
    return moved_in(weeks, study, history_for(pk, weeks.outline, study, today), today)


@transaction.atomic
def _save(
    request: LearnerRequest, weeks: LearnerWeeks, form: WeekReviewForm, offered: tuple[Offer, ...]
) -> None:
    week, skills = weeks.rows.week, weeks.outline.catalogue.skill_by_slug
    StudyWeek.objects.review(request.user, week, form.cleaned_data["line"])
    pinned = weeks.rows.picked(week + WEEK)
    loose = {
        one.line.skill.id: WeekPick.Choice.PROPOSED.value
        for one in offered
        if one.line.skill.id in pinned and pinned[one.line.skill.id].choice == WeekPick.Choice.PINNED
    }
    chosen = {skills[slug].id: WeekPick.Choice.PINNED.value for slug in form.cleaned_data["pick"]}
    WeekPick.objects.put(request.user, week + WEEK, loose | chosen)


def _pickable(weeks: LearnerWeeks, ahead: datetime.date) -> list[str]:
    """Return the slugs of all that can be picked for the week `ahead`."""
    picked, lines = weeks.rows.picked(ahead), weeks.outline.lines.values()
    return [
        line.skill.slug for line in lines if line.skill.id in picked or (line.counts and not line.settled)
    ]


def _findings(request: LearnerRequest, weeks: LearnerWeeks) -> list[pitfalls.Finding]:
    today = request.user.today()
    shown_by = facts(weeks, builds_of(request.user), today)
    return pitfalls.find(request.user.pk, today, shown_by, weeks.rows.dismissed)


def _current(request: LearnerRequest, outline: Outline) -> datetime.date:
    return week_of(request.user.today(), outline.marks.terms.week_starts_on)


def _date(text: str) -> datetime.date:
    """Read “2026-07-20” and nothing else. Raises Http404."""
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Http404("There is no such day.") from error
    if date.isoformat() != text:
        raise Http404("There is no such day.")
    return date
