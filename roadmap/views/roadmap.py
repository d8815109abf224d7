"""The whole roadmap, and the choice of specializations."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.forms import SpecializationsForm
from roadmap.models import Enrollment
from roadmap.outline import outline_for
from roadmap.screens import roadmap_screen
from roadmap.views.answer import progress_changed
from roadmap.views.page import kept_page, learner
from roadmap.views.refused import refused


@require_safe
@login_not_required
def roadmap(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    today = user.today() if user else datetime.date.min
    return kept_page(
        request,
        "roadmap/roadmap.html",
        outline.marks.fingerprint,
        "roadmap",
        lambda token: roadmap_screen(outline, today, token, visitor=user is None),
    )


@require_POST
def specializations(request: LearnerRequest) -> HttpResponse:
    """Choose none, one or more; ticks in modules that are left out stay."""
    before = outline_for(request.user.pk)
    form = SpecializationsForm(request.POST, known=before.catalogue.specializations)
    if not form.is_valid():
        return refused(request, form)
    Enrollment.objects.choose(request.user, form.cleaned_data["specialization"])
    after = outline_for(request.user.pk)
    names = " and ".join(s.title for s in after.chosen)
    said = (
        f"{names}: {after.tally.left} skills to go in all." if names else "No specialization chosen for now."
    )
    return progress_changed(request, before, after, said)
