"""A phase with its modules, and “I know this already”."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.forms import KnownForm
from roadmap.models import SkillProgress
from roadmap.models.marks import SkillMark
from roadmap.outline import Line, Outline, outline_for
from roadmap.screens import phase_screen
from roadmap.undo import token
from roadmap.views.answer import progress_changed
from roadmap.views.page import kept_page, learner
from roadmap.views.refused import refused


@require_safe
@login_not_required
def phase(request: HttpRequest, slug: str) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    view = outline.phase(slug)
    if view is None:
        raise Http404("There is no such phase.")
    today = user.today() if user else datetime.date.min
    return kept_page(
        request,
        "roadmap/phase.html",
        outline.marks.fingerprint,
        "roadmap",
        lambda token: phase_screen(outline, view, today, token, visitor=user is None),
    )


@require_POST
def phase_known(request: LearnerRequest, slug: str) -> HttpResponse:
    outline = outline_for(request.user.pk)
    view = outline.phase(slug)
    if view is None:
        raise Http404("There is no such phase.")
    lines = [line for module in view.modules for line in module.lines]
    return _known(request, outline, lines, view.phase.title)


@require_POST
def module_known(request: LearnerRequest, slug: str) -> HttpResponse:
    outline = outline_for(request.user.pk)
    view = outline.module(slug)
    if view is None:
        raise Http404("There is no such module.")
    return _known(request, outline, list(view.lines), view.module.title)


def _known(request: LearnerRequest, before: Outline, lines: list[Line], title: str) -> HttpResponse:
    """Mark what is open among `lines` done or skipped, with one Undo for all of it."""
    form = KnownForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    state = form.cleaned_data["state"]
    today = request.user.today() if state == "done" else None
    marks = {
        line.skill.id: SkillMark(state, today, line.skill.target if state == "done" else line.count, None)
        for line in lines
        if line.counts and line.state == "open"
    }
    SkillProgress.objects.put_all(request.user.pk, [(pk, *mark[:3]) for pk, mark in marks.items()])
    undo = token(request.user.pk, [(pk, before.marks.skill(pk), state) for pk in marks]) if marks else ""
    counted = f"{len(marks)} skill{'' if len(marks) == 1 else 's'}"
    said = f"{title}: {counted} {state}." if marks else f"{title}: nothing was open."
    return progress_changed(request, before, before.with_skills(marks), said, undo=undo)
