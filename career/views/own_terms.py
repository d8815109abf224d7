"""Words that a learner marks as a skill, from the page of a job text."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.job_texts.forms import TERM_MOST, OwnTermForm
from career.models import JobText, OwnTerm
from career.models.job_texts import Meant
from career.views.deletions import go
from career.views.job_texts import job_text_page
from roadmap.outline import outline_for
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "own-term"
FULL = f"You have {OwnTerm.MOST} words of your own, which is as many as fit. Take one away first."


@require_POST
@never_cache
def own_term_add(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a word as a skill from now on, in every job text."""
    row = get_object_or_404(JobText, user=request.user, pk=pk)
    outline = outline_for(request.user.pk)
    form = OwnTermForm(request.POST, outline=outline)
    was: Meant = None
    if form.is_valid():
        term, skill = form.cleaned_data["term"], form.cleaned_data["skill"]
        was = OwnTerm.objects.meant(request.user, term)
        if was is None and OwnTerm.objects.filter(user=request.user).count() >= OwnTerm.MOST:
            form.add_error(None, FULL)
    if not form.is_valid():
        return job_text_page(request, pk, outline, form)
    became: Meant = {"skill": skill.id if skill else None}
    OwnTerm.objects.put(request.user, term, became)
    said = f"“{term}” is read as {skill.title if skill else 'a skill'} from now on."
    if term not in " ".join(row.text.lower().split()):
        said += " It does not stand in this text."
    return _said(request, pk, said, RowChange(term, was, became))


@require_POST
@never_cache
def own_term_remove(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a word as the reader knows it again; a repeat changes nothing."""
    get_object_or_404(JobText, user=request.user, pk=pk)
    term = request.POST.get("term", "")[:TERM_MOST]
    was = OwnTerm.objects.meant(request.user, term)
    OwnTerm.objects.put(request.user, term, None)
    said = f"“{term}” is no longer your own word." if was else "This is none of your own words."
    return _said(request, pk, said, RowChange(term, was, None) if was else None)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says, and go back to the text it was said on."""
    try:
        change, there = read_rows(request.user.pk, token)
    except StaleUndo:
        messages.success(request, "This can no longer be undone. Mark the word anew.")
        return go(request, reverse("career:job_texts"))
    if OwnTerm.objects.meant(request.user, change.id) == change.became:
        OwnTerm.objects.put(request.user, change.id, change.was)
        said = f"Undone: “{change.id}” is read as before."
    else:
        said = f"“{change.id}” changed again since, so it stays."
    messages.success(request, said)
    return go(request, reverse("career:job_text", args=[there.id]))


def _said(request: LearnerRequest, pk: uuid.UUID, said: str, change: RowChange | None) -> HttpResponse:
    """Say what was done, with Undo, on the page of the text."""
    undo = row_token(request.user.pk, KIND, [change, RowChange(str(pk), None, None)]) if change else ""
    messages.success(request, said, extra_tags=undo)
    return go(request, reverse("career:job_text", args=[pk]))
