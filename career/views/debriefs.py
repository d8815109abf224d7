"""A round looked back on, in two minutes."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.interviews import debrief as writing
from career.interviews.debrief import Debriefed
from career.interviews.round_forms import DebriefForm
from career.interviews.weak_skills import not_begun
from career.models import AskedQuestion, Interview
from career.views.deletions import go
from career.views.interviews import round_page
from roadmap.outline import outline_for

FULL = f"The log has room for {AskedQuestion.MOST:,} questions. Delete some of it first."


@require_POST
def debrief(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Save what was asked, what went well and what was weak."""
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    outline = outline_for(request.user.pk)
    slugs = outline.catalogue.skill_by_slug
    form = DebriefForm(request.POST, slugs=slugs)
    if not form.is_valid():
        return round_page(request, pk, debrief_form=form)
    weak = [slugs[slug].id for slug in form.cleaned_data["weak"]]
    try:
        done = writing.save(row, form.cleaned_data, weak, timezone.now())
    except writing.TooMany:
        form.add_error("asked", FULL)
        return round_page(request, pk, debrief_form=form)
    waiting = not_begun(outline, form.cleaned_data["weak"])
    messages.success(request, " ".join([*_said(row, done), *filter(None, [waiting])]))
    return go(request, reverse("career:interview", args=[pk]))


def _said(row: Interview, done: Debriefed) -> list[str]:
    parts = [f"Debrief of {row} saved."]
    if done.questions:
        parts.append(f"{done.questions} new in your question log.")
    if done.due:
        parts.append(f"{done.due} review question{'' if done.due == 1 else 's'} due today.")
    if done.thanks_by:
        parts.append(f"Next action: send a thank-you by {done.thanks_by:%B} {done.thanks_by.day}.")
    return parts
