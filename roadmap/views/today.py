"""What to do now."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.outline import outline_for
from roadmap.screens import today_screen
from roadmap.views.page import page


@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    day = request.user.today()
    return page(
        request,
        "roadmap/today.html",
        outline.marks.fingerprint,
        lambda: {
            "section": "today",
            **today_screen(outline, day, request.user.today(request.user.date_joined)),
        },
    )
