"""The page of the study log, which several addresses answer with."""

import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.forms import Form
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts.http import LearnerRequest
from roadmap.fragments import Shell
from roadmap.log_forms import AnswerForm, LogForm
from roadmap.log_pieces import NOTHING_WRONG, Wrong, log_pieces, weeks_html
from roadmap.log_screen import log_fields
from roadmap.models.study import Study, study_of
from roadmap.outline import Outline
from roadmap.study_log import LogPage, log_page
from roadmap.subjects import Subject, subject
from roadmap.views.origin import origin, origin_path
from roadmap.views.page import kept_page

DAY = datetime.timedelta(1)


def log_shown(request: LearnerRequest, outline: Outline) -> HttpResponse:
    """Answer with the page; `?before=` a day shows what is older, `?for=` begins the form with a subject."""
    now = timezone.now()
    study, log = _read(request, outline, request.META.get("QUERY_STRING", ""), now)
    chosen = subject(outline.catalogue, request.GET.get("for", "")) or None
    weeks = weeks_html(log, any_entry=bool(study.entries))

    def screen(token: str) -> Shell:
        pieces = log_pieces(request.user, outline, study, now, token, chosen=chosen)
        return Shell({"wrong": False}, {"csrf_token": token, "errors": "", "weeks": weeks, **pieces})

    fingerprint = f"{outline.marks.fingerprint} {study.moment(now)} {weeks}"
    return kept_page(request, "roadmap/log.html", fingerprint, "today", screen)


def log_context(request: LearnerRequest, outline: Outline, wrong: Wrong = NOTHING_WRONG) -> dict[str, Any]:
    """Return what an update of the log's page shows, at the weeks that the sending page was at."""
    now = timezone.now()
    study, log = _read(request, outline, urlsplit(origin_path(request)).query, now)
    pieces = log_pieces(request.user, outline, study, now, get_token(request), wrong=wrong, oob=True)
    return {"weeks": weeks_html(log, any_entry=bool(study.entries), oob=True), **pieces}


def log_refused(request: LearnerRequest, outline: Outline, form: LogForm) -> HttpResponse:
    """Answer 422: the form as it was sent, with the reasons beside its fields."""
    found = subject(outline.catalogue, request.POST.get("subject", ""))
    if request.htmx:
        match = origin(request)
        fixed = None if match and match.view_name == "roadmap:log" else found
        fields = log_fields(outline, request.user.today(), chosen=found)
        context = {**fields, "form": form, "fixed": fixed, "said": _reasons(form), "oob": True}
        return TemplateResponse(request, "roadmap/updates/log_form.html", context, status=422)
    return _whole(request, outline, Wrong(form=form), found)


def answer_refused(
    request: LearnerRequest, outline: Outline, form: AnswerForm, timer: object
) -> HttpResponse:
    """Answer 422 to what was said of a timer (by its id)."""
    wrong = Wrong(answer=form, timer=timer)
    if request.htmx:
        context = {**log_context(request, outline, wrong), "said": _reasons(form), "oob": True}
        return TemplateResponse(request, "roadmap/updates/timers.html", context, status=422)
    return _whole(request, outline, wrong, None)


def _whole(request: LearnerRequest, outline: Outline, wrong: Wrong, chosen: Subject | None) -> HttpResponse:
    now = timezone.now()
    study, log = _read(request, outline, "", now)
    pieces = log_pieces(request.user, outline, study, now, get_token(request), chosen=chosen, wrong=wrong)
    context = {
        "section": "today",
        "wrong": True,
        "errors": render_to_string("_form_errors.html", {"form": wrong.form}) if wrong.form else "",
        "weeks": weeks_html(log, any_entry=bool(study.entries)),
        **pieces,
    }
    return TemplateResponse(request, "roadmap/log.html", context, status=422)


def _read(
    request: LearnerRequest, outline: Outline, query: str, now: datetime.datetime
) -> tuple[Study, LogPage]:
    today = request.user.today(now)
    study = study_of(request.user.pk, today)
    before = _before(query, today + DAY)
    starts_on = outline.marks.terms.week_starts_on
    return study, log_page(request.user, outline.catalogue, study, starts_on, today, before)


def _before(query: str, latest: datetime.date) -> datetime.date:
    """Return the day that `?before=` names, `latest` when it names none, or a later one."""
    try:
        return min(datetime.date.fromisoformat(parse_qs(query)["before"][0]), latest)
    except (KeyError, ValueError):
        return latest


def _reasons(form: Form) -> str:
    return " ".join(str(error) for errors in form.errors.values() for error in errors)
