"""The 90-day sprint, as planned, and as the learner runs it."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from roadmap.models.own_sprint import own_sprint
from roadmap.outline import outline_for
from roadmap.sprint_page import sprint_page
from roadmap.views.page import learner, page


@require_safe
@login_not_required
def sprint(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    own = own_sprint(user.pk) if user else None
    today = user.today() if user else datetime.date.min
    return page(
        request,
        "roadmap/sprint.html",
        f"{outline.marks.fingerprint} {own.fingerprint if own else ''}",
        lambda: sprint_page(outline, own, today),
    )
