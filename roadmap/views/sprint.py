"""The 90-day sprint, as planned."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from roadmap.outline import outline_for
from roadmap.sprint_plan import sprint_screen
from roadmap.views.page import learner, page


@require_safe
@login_not_required
def sprint(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    today = user.today() if user else datetime.date.min
    return page(
        request,
        "roadmap/sprint.html",
        outline.marks.fingerprint,
        lambda: {"section": "sprint", "today": today, "visitor": user is None, **sprint_screen(outline)},
    )
