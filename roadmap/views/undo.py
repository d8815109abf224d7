"""Undo of ticks, of what was logged, and of other rows by the views that changed them."""

from collections.abc import Callable

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap import log_undo
from roadmap.log_forms import day_is_full
from roadmap.models import DayIsFull, SkillProgress
from roadmap.outline import outline_for
from roadmap.undo import StaleUndo, kind_of, read
from roadmap.views import (
    breaks,
    build_rows,
    builds,
    calendar,
    evidence,
    own_questions,
    practice,
    review,
    review_cards,
    sprint_run,
)
from roadmap.views.answer import progress_changed

PutBack = Callable[[LearnerRequest, str], HttpResponse]

TOO_LATE = "This can no longer be undone. Set the state you want by hand."


def _log(request: LearnerRequest, token: str) -> HttpResponse:
    """Put back entries and timers."""
    outline = outline_for(request.user.pk)
    try:
        done = log_undo.undo(request.user, token, timezone.now())
        said = "Undone: your log is as it was." if done else "There was nothing left to undo."
    except StaleUndo:
        return progress_changed(request, outline, outline, TOO_LATE)
    except DayIsFull as error:
        said = f"This does not fit any more. {day_is_full(error.left)}"
    return progress_changed(request, outline, outline, said, logged=True)


# By kind of row. Apps built on this one add theirs by register().
ROWS: dict[str, PutBack] = {
    breaks.KIND: breaks.put_back,
    build_rows.KIND: build_rows.put_back,
    builds.KIND: builds.put_back,
    calendar.KIND: calendar.put_back,
    evidence.KIND: evidence.put_back,
    own_questions.KIND: own_questions.put_back,
    practice.KIND: practice.put_back,
    review.KIND: review.put_back,
    review_cards.KIND: review_cards.put_back,
    sprint_run.KIND: sprint_run.put_back,
    log_undo.KIND: _log,
}


def register(kind: str, put_back: PutBack) -> None:
    """Let `put_back` answer the tokens of a kind of row. Raises ValueError when the kind is taken."""
    if ROWS.setdefault(kind, put_back) is not put_back:
        raise ValueError(f"Undo of {kind} is registered already.")


@require_POST
def undo(request: LearnerRequest) -> HttpResponse:
    """Put back what a token says stood there, but for skills that have changed again since."""
    token = request.POST.get("token", "")
    if put_back := ROWS.get(kind_of(token)):
        return put_back(request, token)
    outline = outline_for(request.user.pk)
    try:
        asked = read(request.user.pk, token)
    except StaleUndo:
        return progress_changed(request, outline, outline, TOO_LATE)
    marks = SkillProgress.objects.put_back(
        request.user.pk, {was.skill_id: (was.mark, was.became) for was in asked}
    )
    if len(marks) == 1:
        said = f"Undone: {outline.catalogue.skills[next(iter(marks))].title} is as it was."
    else:
        said = (
            f"Undone: {len(marks)} skills are as they were." if marks else "There was nothing left to undo."
        )
    touched = [was.skill_id for was in asked]
    return progress_changed(request, outline, outline_for(request.user.pk), said, touched=touched)
