"""The study log: read, add, edit, delete."""

import copy
import datetime
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from accounts.queued import change_of, not_taken, queued, told
from roadmap.days import short_day, spoken
from roadmap.log_forms import LogForm, SessionForm
from roadmap.log_screen import log_fields
from roadmap.log_undo import token
from roadmap.models import DayIsFull, StudySession
from roadmap.outline import Outline, outline_for
from roadmap.subjects import Subject, subject_of
from roadmap.views.answer import progress_changed
from roadmap.views.log_page import log_refused, log_shown
from roadmap.weeks import WEEK, week_of


@require_http_methods(["GET", "HEAD", "POST"])
@queued
def log(request: LearnerRequest) -> HttpResponse:
    """Show the log, or add to it: from its own page and from any page with “Log time”."""
    outline = outline_for(request.user.pk)
    return _add(request, outline) if request.method == "POST" else log_shown(request, outline)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def log_entry(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an entry to be edited, or save it."""
    session = _session(request, pk)
    outline = outline_for(request.user.pk)
    today = request.user.today()
    if request.method != "POST":
        return _entry_page(request, outline, session, _initial(outline, session, today))
    form = SessionForm(request.POST, catalogue=outline.catalogue, today=today)
    if not form.is_valid():
        return _entry_page(request, outline, session, form)
    changed = _filled(copy.copy(session), form)
    if form.cleaned_data["subject"] == subject_of(outline.catalogue, session):
        # What it is for may have left the catalogue, and is kept.
        changed.skill_id, changed.project_id = session.skill_id, session.project_id
    try:
        StudySession.objects.put(changed)
    except DayIsFull as error:
        form.full(error.left)
        return _entry_page(request, outline, session, form)
    undo = token(request.user.pk, was=session, became=changed) if changed.content != session.content else ""
    messages.success(
        request, f"Saved: {said_of(changed, form.cleaned_data['subject'], today)}.", extra_tags=undo
    )
    return HttpResponseRedirect(_log_at(changed.day, outline, today), status=303)


@require_POST
def log_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Delete an entry; one that is gone already stays so."""
    outline = outline_for(request.user.pk)
    session = request.user.study_sessions.filter(pk=pk).first()
    if session is None or not request.user.study_sessions.filter(pk=pk).delete()[0]:
        if StudySession.objects.filter(pk=pk).exists():
            raise Http404("There is no such entry.")
        return progress_changed(
            request, outline, outline, "This entry is gone already.", fallback="roadmap:log"
        )
    about = said_of(session, subject_of(outline.catalogue, session), request.user.today())
    undo = token(request.user.pk, was=session)
    return progress_changed(
        request, outline, outline, f"Deleted: {about}.", undo=undo, fallback="roadmap:log"
    )


def said_of(session: StudySession, subject: Subject, today: datetime.date) -> str:
    """Return “45 minutes logged for Chain rule”, with its day when that is not today."""
    day = "" if session.day == today else f", {short_day(session.day, today)}"
    return f"{spoken(session.minutes)} logged for {subject.title}{day}"


def _add(request: LearnerRequest, outline: Outline) -> HttpResponse:
    change = change_of(request)
    today = request.user.today(change.at if change else None)
    form = LogForm(request.POST, catalogue=outline.catalogue, today=today)
    if not form.is_valid():
        return not_taken(form) if change else log_refused(request, outline, form)
    session = _filled(StudySession(pk=form.cleaned_data["entry"], user=request.user), form)
    if change:
        session.logged_at = change.at
    try:
        added = StudySession.objects.add(session)
    except DayIsFull as error:
        form.full(error.left)
        return not_taken(form) if change else log_refused(request, outline, form)
    about = said_of(session, form.cleaned_data["subject"], today)
    said = f"{about}." if added else f"This is in your log already: {about}."
    if change:
        return told(said)
    undo = token(request.user.pk, became=session)
    return progress_changed(request, outline, outline, said, undo=undo, logged=True, fallback="roadmap:log")


def _session(request: LearnerRequest, pk: uuid.UUID) -> StudySession:
    session = request.user.study_sessions.filter(pk=pk).first()
    if session is None:
        raise Http404("There is no such entry.")
    return session


def _filled(session: StudySession, form: SessionForm) -> StudySession:
    data = form.cleaned_data
    session.day, session.minutes, session.kind = data["day"], data["minutes"], data["kind"]
    session.skill_id, session.project_id = data["subject"].skill_id, data["subject"].project_id
    session.note = data["note"]
    return session


def _initial(outline: Outline, session: StudySession, today: datetime.date) -> SessionForm:
    return SessionForm(
        initial={
            "subject": subject_of(outline.catalogue, session).value,
            "kind": session.kind,
            "day": session.day.isoformat(),
            "minutes": session.minutes,
            "note": session.note,
        },
        catalogue=outline.catalogue,
        today=today,
    )


def _entry_page(
    request: LearnerRequest, outline: Outline, session: StudySession, form: SessionForm
) -> HttpResponse:
    today = request.user.today()
    about = subject_of(outline.catalogue, session)
    context = {
        "section": "today",
        **log_fields(outline, today, chosen=about),
        "session": session,
        "about": about,
        "when": short_day(session.day, today),
        "form": form,
    }
    return TemplateResponse(request, "roadmap/log_entry.html", context, status=422 if form.is_bound else 200)


def _log_at(day: datetime.date, outline: Outline, today: datetime.date) -> str:
    """Return the address of the log where `day` is on the page."""
    after = week_of(day, outline.marks.terms.week_starts_on) + WEEK
    path = reverse("roadmap:log")
    return path if after > today - 3 * WEEK else f"{path}?before={after}"
