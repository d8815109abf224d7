"""What to do now."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.fragments import Shell
from roadmap.log_menu import study_now
from roadmap.outline import outline_for
from roadmap.today import today_pieces
from roadmap.views.page import kept_page


@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    mine = study_now(request.user)
    joined = request.user.today(request.user.date_joined)
    return kept_page(
        request,
        "roadmap/today.html",
        f"{outline.marks.fingerprint} {mine.fingerprint}",
        "today",
        lambda token: Shell({}, {"csrf_token": token, **today_pieces(outline, mine, joined, token)}),
    )
