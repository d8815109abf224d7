"""The timer: started, saved or discarded, and those forgotten answered."""

import uuid

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.days import spoken
from roadmap.log_forms import AnswerForm, TimerForm, day_is_full
from roadmap.log_undo import token
from roadmap.models import DayIsFull, StudyTimer
from roadmap.outline import Outline, outline_for
from roadmap.subjects import subject_of
from roadmap.views.answer import progress_changed
from roadmap.views.log import said_of
from roadmap.views.log_page import answer_refused
from roadmap.views.refused import refused

GONE = "This timer is not running any more."


@require_POST
def timer(request: LearnerRequest) -> HttpResponse:
    """Start one, or save or discard the one that runs."""
    outline = outline_for(request.user.pk)
    form = TimerForm(request.POST, catalogue=outline.catalogue)
    if not form.is_valid():
        return refused(request, form)
    data = form.cleaned_data
    if data["do"] == "start":
        return _start(request, outline, form)
    running = request.user.study_timers.filter(stopped_at=None).first()
    if running is None or data["timer"] not in (None, running.pk):
        return _say(request, outline, GONE)
    if data["do"] == "discard":
        StudyTimer.objects.settle(running, None)
        return _say(request, outline, "The timer is discarded.", undo=token(request.user.pk, timer=running))
    return _save(request, outline, running)


@require_POST
def timer_answer(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Log what of a timer was study, or nothing of it."""
    outline = outline_for(request.user.pk)
    asked = StudyTimer.objects.filter(pk=pk).first()
    if asked and asked.user_id != request.user.pk:
        raise Http404("There is no such timer.")
    if asked is None:
        return _say(request, outline, "This timer was answered already.")
    form = AnswerForm(request.POST, ran=asked.minutes(timezone.now()))
    if not form.is_valid():
        return answer_refused(request, outline, form, pk)
    minutes = form.cleaned_data["minutes"]
    if not minutes:
        StudyTimer.objects.settle(asked, None)
        undo = token(request.user.pk, timer=asked)
        return _say(request, outline, "None of it was logged.", undo=undo)
    try:
        return _log(request, outline, asked, minutes)
    except DayIsFull as error:
        form.full(error.left)
        return answer_refused(request, outline, form, pk)


def _start(request: LearnerRequest, outline: Outline, form: TimerForm) -> HttpResponse:
    subject, now = form.cleaned_data["subject"], timezone.now()
    stopped = StudyTimer.objects.start(
        StudyTimer(
            user=request.user,
            started_at=now,
            kind=form.cleaned_data["kind"],
            skill_id=subject.skill_id,
            project_id=subject.project_id,
        )
    )
    said = f"The timer for {subject.title} is running."
    if stopped:
        before = subject_of(outline.catalogue, stopped).title
        ran = spoken(stopped.minutes(now))
        said += f" The one for {before} stopped after {ran}: say in your log how much of it was study."
    return _say(request, outline, said)


def _save(request: LearnerRequest, outline: Outline, running: StudyTimer) -> HttpResponse:
    """Log what the timer shows. Past the cap it is asked about instead."""
    now = timezone.now()
    minutes = running.minutes(now)
    if running.forgotten(now):
        running.stop(now)
        said = f"It ran {spoken(minutes)}. Say in your log how much of it was study."
        return _say(request, outline, said)
    if not minutes:
        StudyTimer.objects.settle(running, None)
        said = "It ran less than a minute, so nothing was logged."
        return _say(request, outline, said, undo=token(request.user.pk, timer=running))
    try:
        return _log(request, outline, running, minutes)
    except DayIsFull as error:
        running.stop(now)
        return _say(request, outline, f"Nothing was logged yet. {day_is_full(error.left)}")


def _log(request: LearnerRequest, outline: Outline, timer: StudyTimer, minutes: int) -> HttpResponse:
    """Log minutes of a timer, which ends with it. Raises DayIsFull."""
    today = request.user.today()
    timer.user = request.user
    session = timer.session(minutes, today)
    if not StudyTimer.objects.settle(timer, session):
        return _say(request, outline, GONE)
    undo = token(request.user.pk, became=session, timer=timer)
    about = said_of(session, subject_of(outline.catalogue, timer), today)
    return _say(request, outline, f"{about}.", undo=undo)


def _say(request: LearnerRequest, outline: Outline, said: str, *, undo: str = "") -> HttpResponse:
    return progress_changed(request, outline, outline, said, undo=undo, logged=True, fallback="roadmap:log")
