"""Own questions at a glance; all questions to Anki, and own ones back."""

from collections.abc import Iterator
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import LearnerRequest
from roadmap.catalogue import Catalogue, at_version
from roadmap.models import OwnQuestion
from roadmap.models.marks import marks_of
from roadmap.models.review import LONGEST
from roadmap.review import anki, own
from roadmap.review.cards import Cards, cards_of
from roadmap.review.texts import rendered, text_of
from roadmap.review_forms import ImportForm
from roadmap.views.own_questions import FULL


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_questions(request: LearnerRequest) -> HttpResponse:
    """List the own questions, or read some from a file."""
    catalogue = at_version(marks_of(None).version)
    if request.method != "POST":
        return _page(request, catalogue, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, catalogue, form)
    reading = anki.read(form.cleaned_data["lines"])
    bad = sorted([*reading.bad, *_unfit(reading.rows, catalogue)])
    if bad:
        return _page(request, catalogue, form, bad=bad)
    rows = [(row, catalogue.skill_by_slug[row.skill].id) for row in reading.rows]
    try:
        new, changed = own.take(request.user, rows, timezone.now())
    except own.TooMany:
        form.add_error(None, FULL)
        return _page(request, catalogue, form)
    messages.success(request, _said(len(rows), new, changed, reading.others))
    return HttpResponseRedirect(reverse("roadmap:own_questions"), status=303)


@require_safe
@never_cache
def review_export(request: LearnerRequest) -> HttpResponse:
    """Send every question that is asked of this learner as a file for Anki."""
    cards = cards_of(request.user.pk, request.user.today())
    text = anki.written(_notes(cards, {q.pk.hex: q for q in OwnQuestion.objects.of(request.user)}))
    answer = HttpResponse(text, content_type="text/tab-separated-values; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="milepost-questions.txt"'
    return answer


def _notes(cards: Cards, own_ones: dict[str, OwnQuestion]) -> Iterator[anki.Note]:
    for card in cards.all:
        tags = (f"{anki.SKILL}{card.skill.slug}", f"{anki.MODULE}{card.skill.module_slug}")
        if card.question:
            text = text_of(card.question)
            slip = f"<hr>{text.slip}" if text.slip else ""
            yield anki.Note(card.key, text.line, text.answer + slip, tags)
        elif mine := own_ones.get(card.key.removeprefix("o-")):
            front, back = anki.as_typed(mine.prompt), anki.with_slip(mine.answer, mine.slip)
            yield anki.Note(card.key, front, back, (anki.OWN, *tags))


def _unfit(rows: tuple[anki.OwnRow, ...], catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    """Yield the number of a line and why it cannot be taken."""
    for row in rows:
        if row.skill not in catalogue.skill_by_slug:
            named = f"There is no skill “{row.skill[:60]}”." if row.skill else "It names no skill."
            yield row.line, f"{named} Tag it as in {anki.SKILL}py-syntax."
        for name, text, missing in (
            ("prompt", row.prompt, "The question is empty."),
            ("answer", row.answer, "The answer is empty."),
            ("slip", row.slip, ""),
        ):
            most = LONGEST[name]
            if missing and not text:
                yield row.line, missing
            elif len(text) > most:
                yield row.line, f"The {name} has {len(text):,} characters. Shorten it to {most:,} or fewer."


def _said(rows: int, new: int, changed: int, others: int) -> str:
    same = rows - new - changed
    parts = [f"{new} added", f"{changed} changed"] + ([f"{same} as they were"] if same else [])
    bank = f" {others} lines are of the question bank, which stays as it is." if others else ""
    return f"Read: {', '.join(parts)}.{bank}"


def _page(
    request: LearnerRequest,
    catalogue: Catalogue,
    form: ImportForm,
    *,
    bad: list[tuple[int, str]] | None = None,
) -> HttpResponse:
    mine = sorted(
        OwnQuestion.objects.of(request.user), key=lambda q: (catalogue.skills[q.skill_id].place, q.made_at)
    )
    groups = [
        (catalogue.skills[pk], [(q, rendered(q.prompt, q.answer, q.slip)) for q in found])
        for pk, found in groupby(mine, key=lambda q: q.skill_id)
    ]
    typed = form.cleaned_data.get("lines", "") if bad else (form["lines"].value() or "")
    context = {"section": "review", "form": form, "groups": groups, "bad": bad, "typed": typed}
    return TemplateResponse(
        request, "roadmap/review/own_questions.html", context, status=422 if form.is_bound else 200
    )
