"""What is remembered: by topic, from scratch, and questions put aside."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.days import near_day
from roadmap.models import ReviewCard
from roadmap.models.deck import as_uuid
from roadmap.review.answering import card_id
from roadmap.review.cards import Card, Cards, cards_of
from roadmap.review.scratch import scratch_of
from roadmap.review.topics import faded, topics_of
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.origin import origin_path

KIND = "card"
SAID = {True: "Put aside: this question is not asked any more.", False: "This question is asked."}


@require_safe
@never_cache
def review_topics(request: LearnerRequest) -> HttpResponse:
    """Show what is known today and on the day of the interview, and which skills to refresh."""
    cards = _cards(request)
    today, date, aim = cards.today, cards.deck.interview_on, cards.aim
    context = {
        "section": "review",
        "topics": topics_of(cards.all, today, aim),
        "faded": faded(cards.all, today),
        "aim": near_day(aim, today) if aim else "",
        "past": near_day(date, today) if date and not aim else "",
        "suspended": [card for card in cards.all if card.suspended],
    }
    return TemplateResponse(request, "roadmap/review/topics.html", context)


@require_safe
@never_cache
def review_scratch(request: LearnerRequest) -> HttpResponse:
    """Show the deck “explain it from scratch”."""
    context = {"section": "review", "deck": scratch_of(_cards(request))}
    return TemplateResponse(request, "roadmap/review/scratch.html", context)


@require_POST
def review_card(request: LearnerRequest) -> HttpResponse:
    """Put a question aside, or ask it again: the wanted state, so that a repeat is harmless."""
    cards, key = _cards(request), request.POST.get("card", "")
    card, wanted = cards.find(key), request.POST.get("do", "")
    if card is None:
        raise Http404("There is no such question.")
    if wanted not in ("suspend", "resume"):
        return _answer(request, "Nothing was changed: say suspend or resume.")
    suspended = wanted == "suspend"
    if suspended == card.suspended:
        return _answer(request, SAID[suspended])
    _suspend(request.user.pk, card, cards, suspended=suspended)
    change = RowChange(key, {"suspended": not suspended}, {"suspended": suspended})
    return _answer(request, SAID[suspended], row_token(request.user.pk, KIND, [change]))


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo that a question was put aside, or that it is asked again."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Find the question on its skill's page.")
    cards = _cards(request)
    card = cards.find(change.id)
    if card is None or change.was is None or change.was["suspended"] == card.suspended:
        return _answer(request, "There was nothing left to undo.")
    _suspend(request.user.pk, card, cards, suspended=change.was["suspended"])
    return _answer(request, f"Undone. {SAID[change.was['suspended']]}")


def _suspend(user_id: int, card: Card, cards: Cards, *, suspended: bool) -> None:
    if card.row:
        ReviewCard.objects.filter(user_id=user_id, pk=card_id(user_id, card)).update(suspended=suspended)
    elif suspended:
        row = ReviewCard(
            id=card_id(user_id, card),
            user_id=user_id,
            question_id=card.question.id if card.question else None,
            own_id=as_uuid(card.own_id) if card.own_id else None,
            due_on=cards.today,
            suspended=True,
        )
        ReviewCard.objects.bulk_create([row], ignore_conflicts=True)


def _cards(request: LearnerRequest) -> Cards:
    return cards_of(request.user.pk, request.user.today(), whole=True)


def _answer(request: LearnerRequest, said: str, undo: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=undo)
    return HttpResponseRedirect(origin_path(request) or reverse("roadmap:review"), status=303)
