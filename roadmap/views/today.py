"""What to do now."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.ahead import ahead_html
from roadmap.fragments import Shell
from roadmap.models.study import study_of
from roadmap.outline import outline_for
from roadmap.today import today_pieces
from roadmap.views.page import kept_page


@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    day = request.user.today()
    study = study_of(request.user.pk, day)
    joined = request.user.today(request.user.date_joined)
    return kept_page(
        request,
        "roadmap/today.html",
        f"{outline.marks.fingerprint} {study.fingerprint}",
        "today",
        lambda token: Shell(
            {},
            {
                "csrf_token": token,
                "ahead": ahead_html(request.user.pk, outline, study, day),
                **today_pieces(outline, day, joined),
            },
        ),
    )
