"""What is done, when a learner will arrive, and what would change that."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.arrival import arrival_of
from roadmap.fragments import Shell
from roadmap.models.study import study_of
from roadmap.outline import outline_for
from roadmap.progress_pieces import progress_pieces, what_if_html
from roadmap.views.page import kept_page
from roadmap.what_if import what_if
from roadmap.what_if_forms import WhatIfForm


@require_safe
def progress(request: LearnerRequest) -> HttpResponse:
    """Show the page; what the address supposes is forecast beside what is, and saved nowhere."""
    user, today = request.user, request.user.today()
    outline = outline_for(user.pk)
    study = study_of(user.pk, today)
    started = outline.begun(user, today)

    def screen(token: str) -> Shell:
        pieces = progress_pieces(user.pk, outline, study, started, today)
        arrival = arrival_of(user.pk, outline, study, today)
        if arrival is None:
            return Shell({"has_forecast": False, "wrong": False}, {"csrf_token": token, **pieces})
        asked = request.GET if WhatIfForm.base_fields.keys() & request.GET.keys() else None
        form = WhatIfForm(asked, today=today, chosen=outline.chosen)
        supposed = what_if(arrival, outline, study, form.cleaned_data) if form.is_valid() else None
        values: dict[str, object] = {"has_forecast": True, "wrong": bool(form.errors)}
        return Shell(values, {"csrf_token": token, "what_if": what_if_html(form, supposed), **pieces})

    known = f"{outline.marks.fingerprint} {study.fingerprint}"
    return kept_page(request, "roadmap/progress.html", known, "progress", screen)
