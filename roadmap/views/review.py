"""A review session: the next card, an answer to it, and that answer taken back."""

import datetime
import re
import time
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.queued import APPLIED, SUPERSEDED, change_of, queued, told
from roadmap.models import Problem, ReviewAnswer
from roadmap.review.answering import LONGEST, SHORTEST, answer_id, give, take_back
from roadmap.review.cards import Card, Cards, cards_of
from roadmap.review.schedule import RATINGS
from roadmap.review.screen import LABELS, SCRATCH, Screen, deck_for, interval, screen_of, with_row
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "answer"
REDO = 5  # coding problems that are named
ALREADY = "This one was answered already."
CHOOSE = "Choose one of the four: Again, Hard, Good or Easy."


@require_safe
@never_cache
def review(request: LearnerRequest) -> HttpResponse:
    """Ask the next card."""
    cards = cards_of(request.user.pk, request.user.today())
    return _page(request, screen_of(cards, request.user.pk, scratch=_scratch(request)))


@require_safe
@never_cache
def review_away(request: LearnerRequest) -> HttpResponse:
    """Show all that today asks on one page, which a device keeps for when it has no connection."""
    cards = cards_of(request.user.pk, request.user.today())
    context = {"section": "review", "deck": deck_for(cards, request.user.pk), "shown": int(time.time())}
    return TemplateResponse(request, "roadmap/review/away.html", context)


@require_POST
@queued
def review_answer(request: LearnerRequest) -> HttpResponse:
    """Write an answer and ask the next card; sent again, it changes nothing."""
    change = change_of(request)
    now = change.at if change else timezone.now()
    user, today = request.user, request.user.today(now)
    cards = cards_of(user.pk, today)
    key, scratch = request.POST.get("card", ""), _scratch(request)
    card = cards.find(key) or _missing(cards, key)
    if card and cards.rests(card):
        return _next(request, cards, ALREADY)
    if card is None:
        said = "This question is not asked any more. Nothing was changed."
        return _next(request, cards, said)
    rating = request.POST.get("rating", "")
    if rating not in map(str, RATINGS):
        return _refused(request, screen_of(cards, user.pk, scratch=scratch))
    if request.POST.get("answer") != answer_id(user.pk, card).hex:
        return _next(request, cards, ALREADY)
    seconds = _seconds(request.POST.get("shown", ""), now)
    row = give(user.pk, card, int(rating), seconds=seconds, before=cards.deck.seconds, now=now, today=today)
    if row is None:
        return _next(request, cards_of(user.pk, today), ALREADY)
    said = f"{LABELS[int(rating)]}: {interval(datetime.date.fromisoformat(row.due_on), today)}."
    undo = row_token(user.pk, KIND, [RowChange(request.POST["answer"], None, {})])
    return _next(request, with_row(cards, row, seconds), said, undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo an answer; its card is asked again."""
    try:
        (change,) = read_rows(request.user.pk, token)
        done = take_back(request.user.pk, uuid.UUID(change.id))
        said = "Undone: the card is as it was." if done else "There was nothing left to undo."
    except StaleUndo:
        said = "This can no longer be undone. Answer the card as you mean it when it comes back."
    return _next(request, cards_of(request.user.pk, request.user.today()), said)


def _missing(cards: Cards, key: str) -> Card | None:
    """Return None for a question of the bank that is not asked; what nobody knows is a 404."""
    if key.removeprefix("q-") in cards.catalogue.question_by_slug:
        return None
    raise Http404("There is no such question.")


def _seconds(shown: str, now: datetime.datetime) -> int:
    """Return how long the card was in sight, within what counts; `shown` is the second it was sent."""
    digits = shown if shown.isascii() and shown.isdigit() and len(shown) < 12 else ""
    return min(max(int(now.timestamp()) - int(digits), SHORTEST), LONGEST) if digits else SHORTEST


def _scratch(request: LearnerRequest) -> bool:
    return SCRATCH in (request.GET.get("deck"), request.POST.get("deck"))


def _next(request: LearnerRequest, cards: Cards, said: str, undo: str = "") -> HttpResponse:
    """Say `said` and ask the next card."""
    if change_of(request):
        return _told(request, said, written=bool(undo))
    scratch = _scratch(request)
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        path = reverse("roadmap:review") + (f"?deck={SCRATCH}" if scratch else "")
        return HttpResponseRedirect(path, status=303)
    screen = screen_of(cards, request.user.pk, scratch=scratch)
    context = {"screen": screen, "said": said, "undo": undo, "oob": True, "shown": int(time.time())}
    return TemplateResponse(request, "roadmap/updates/review.html", context)


def _told(request: LearnerRequest, said: str, *, written: bool) -> HttpResponse:
    """Answer for a card that was rated without a connection; what was written before is no surprise."""
    key, rating = request.POST.get("answer", ""), request.POST.get("rating", "")
    if not written and re.fullmatch("[0-9a-f]{32}", key) and rating in map(str, RATINGS):
        written = ReviewAnswer.objects.filter(user=request.user, pk=uuid.UUID(key), rating=rating).exists()
    return told(said, APPLIED if written else SUPERSEDED)


def _page(request: LearnerRequest, screen: Screen, *, status: int = 200, error: str = "") -> HttpResponse:
    context = {
        "section": "review",
        "screen": screen,
        "shown": int(time.time()),
        "error": error,
        "redo": Problem.objects.to_redo(request.user, request.user.today())[:REDO],
    }
    return TemplateResponse(request, "roadmap/review/session.html", context, status=status)


def _refused(request: LearnerRequest, screen: Screen) -> HttpResponse:
    if change_of(request):
        return JsonResponse({"result": "refused", "said": CHOOSE}, status=422)
    if request.htmx:
        context = {"screen": screen, "shown": int(time.time()), "error": CHOOSE, "said": CHOOSE, "oob": True}
        return TemplateResponse(request, "roadmap/updates/review.html", context, status=422)
    return _page(request, screen, status=422, error=CHOOSE)
