"""What is done, when a learner will arrive, and what would change that."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.arrival import arrival_of
from roadmap.models.history import history_of
from roadmap.models.study import study_of
from roadmap.outline import outline_for
from roadmap.progress_screen import progress_screen
from roadmap.stages import stages
from roadmap.views.page import page
from roadmap.what_if import what_if
from roadmap.what_if_forms import WhatIfForm

SUPPOSED = ("hours", "without", "break_from", "break_to")


@require_safe
def progress(request: LearnerRequest) -> HttpResponse:
    """Show the page; what the address supposes is forecast beside what is, and saved nowhere."""
    user, today = request.user, request.user.today()
    outline = outline_for(user.pk)
    study = study_of(user.pk, today)
    history = history_of(user.pk, outline.marks.terms.week_starts_on)
    started = min(outline.marks.started_on or user.today(user.date_joined), today)

    def context() -> dict[str, Any]:
        arrival = arrival_of(user.pk, outline, study, today)
        asked = request.GET if any(name in request.GET for name in SUPPOSED) else None
        form = WhatIfForm(asked, today=today, chosen=outline.chosen)
        supposed = None
        if arrival and form.is_valid():
            supposed = what_if(arrival, user.pk, outline, study, form.cleaned_data)
        return {
            "section": "progress",
            "screen": progress_screen(outline, study, history, arrival, started, today),
            "stages": stages(outline, history.begun),
            "tally": outline.tally,
            "form": form,
            "what_if": supposed,
        }

    known = f"{outline.marks.fingerprint} {study.fingerprint} {history.fingerprint}"
    return page(request, "roadmap/progress.html", known, context)
