"""Words that a learner marks as a skill, from the page of a job text."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.job_texts.forms import OwnTermForm
from career.models import JobText, OwnTerm
from career.views.job_texts import job_text_page
from roadmap.outline import outline_for

FULL = f"You have {OwnTerm.MOST} words of your own, which is as many as fit. Take one away first."


@require_POST
@never_cache
def own_term_add(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a word as a skill from now on, in every job text."""
    row = get_object_or_404(JobText, user=request.user, pk=pk)
    outline = outline_for(request.user.pk)
    form = OwnTermForm(request.POST, outline=outline)
    if form.is_valid():
        term, skill = form.cleaned_data["term"], form.cleaned_data["skill"]
        mine = OwnTerm.objects.filter(user=request.user)
        if mine.exclude(term=term).count() >= OwnTerm.MOST:
            form.add_error(None, FULL)
    if not form.is_valid():
        return job_text_page(request, pk, outline, form)
    OwnTerm.objects.put(request.user, term, skill.id if skill else None)
    said = f"“{term}” is read as {skill.title}" if skill else f"“{term}” is read as a skill"
    here = "" if term in " ".join(row.text.lower().split()) else " It does not stand in this text"
    messages.success(request, f"{said} from now on.{here and f'{here}.'}")
    return HttpResponseRedirect(reverse("career:job_text", args=[pk]), status=303)


@require_POST
@never_cache
def own_term_remove(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a word as the reader knows it again; a repeat changes nothing."""
    get_object_or_404(JobText, user=request.user, pk=pk)
    term = request.POST.get("term", "")[:60]
    gone, _ = OwnTerm.objects.filter(user=request.user, term=term.replace("\x00", "")).delete()
    said = f"“{term}” is no longer your own word." if gone else "This is none of your own words."
    messages.success(request, said)
    return HttpResponseRedirect(reverse("career:job_text", args=[pk]), status=303)
