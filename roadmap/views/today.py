"""What to do now."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from roadmap.ahead import ahead_html
from roadmap.fragments import Shell, kept
from roadmap.learner_weeks import last_week, look_back
from roadmap.log_menu import study_now
from roadmap.models.own_sprint import own_sprint
from roadmap.outline import outline_for
from roadmap.review.cards import cards_of
from roadmap.sprint_run import run_view
from roadmap.today import sprint_note, today_pieces
from roadmap.views.page import kept_page


@require_safe
def today(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    day = request.user.today()
    own = own_sprint(request.user.pk, last_week(outline, day))
    mine = study_now(request.user)
    is_ready = look_back(outline, own.week, outline.begun(request.user, day), day)
    cards = cards_of(request.user.pk, day, marks=outline.marks)
    offer = kept("roadmap/_look_back.html", {}, look_back=is_ready)
    return kept_page(
        request,
        "roadmap/today.html",
        f"{outline.marks.fingerprint} {is_ready} {own.fingerprint} {mine.fingerprint}"
        f" {cards.deck.fingerprint}",
        "today",
        lambda token: Shell(
            {},
            {
                "csrf_token": token,
                "look_back": offer,
                "sprint": sprint_note(run_view(own, day)),
                "ahead": ahead_html(request.user.pk, outline, mine.study, day),
                **today_pieces(outline, mine, cards, token),
            },
        ),
    )
