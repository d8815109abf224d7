"""Own questions: added on a skill's page, changed, deleted, and all of that undone."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from roadmap.catalogue import at_version
from roadmap.models import OwnQuestion
from roadmap.models.marks import marks_of
from roadmap.review import own
from roadmap.review_forms import OwnQuestionForm
from roadmap.row_ids import row_id
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.origin import origin_path

KIND = "own-question"
FULL = f"You have {own.MOST:,} questions of your own, as many as there is room for. Delete some first."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def skill_question(request: LearnerRequest, slug: str) -> HttpResponse:
    """Show the form for an own question on a skill, or add it."""
    skill = at_version(marks_of(None).version).skill_by_slug.get(slug)
    if skill is None:
        raise Http404("There is no such skill.")
    if request.method != "POST":
        return _page(request, OwnQuestionForm(), skill=skill, entry=uuid.uuid4())
    form = OwnQuestionForm(request.POST)
    entry = row_id(request.POST.get("entry", "")) or uuid.uuid4()
    if form.is_valid():
        try:
            question = own.add(request.user, entry, skill.id, form.cleaned_data)
        except own.TooMany:
            form.add_error(None, FULL)
        else:
            undo = row_token(request.user.pk, KIND, [RowChange(str(question.pk), None, _state(question))])
            return _answer(request, f"Added to {skill.title}.", undo, skill_slug=skill.slug)
    return _page(request, form, skill=skill, entry=entry)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_question(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an own question to be changed; save or delete it."""
    question = get_object_or_404(OwnQuestion.objects.filter(user=request.user).select_related("skill"), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "delete":
        return _delete(request, question)
    if question.deleted_at:
        raise Http404("This question was deleted.")
    if request.method != "POST":
        return _page(
            request, OwnQuestionForm(initial=question.words), skill=question.skill, question=question
        )
    form, before = OwnQuestionForm(request.POST), _state(question)
    if not form.is_valid():
        return _page(request, form, skill=question.skill, question=question)
    undo = ""
    if own.change(question, form.cleaned_data):
        undo = row_token(request.user.pk, KIND, [RowChange(str(pk), before, _state(question))])
    return _answer(request, "Question saved.", undo, skill_slug=question.skill.slug)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says, unless the question changed since."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Write the question anew.")
    question = OwnQuestion.objects.filter(user=request.user, pk=change.id).first()
    if question is None or _state(question) != (change.became or {"deleted": True}):
        return _answer(request, "There was nothing left to undo.")
    if change.became is None:
        question.deleted_at = None
        question.save(update_fields=["deleted_at"])
    elif change.was is None:
        question.deleted_at = timezone.now()
        question.save(update_fields=["deleted_at"])
    elif question.was:
        own.change(question, question.was)
    return _answer(request, "Undone: your question is as it was.")


def _delete(request: LearnerRequest, question: OwnQuestion) -> HttpResponse:
    slug = question.skill.slug
    if question.deleted_at:
        return _answer(request, "This question is gone already.", skill_slug=slug)
    before, now = _state(question), timezone.now()
    question.deleted_at = now
    question.save(update_fields=["deleted_at"])
    OwnQuestion.objects.sweep(request.user, now - own.SWEPT_AFTER)
    undo = row_token(request.user.pk, KIND, [RowChange(str(question.pk), before, None)])
    return _answer(request, "Question deleted.", undo, skill_slug=slug)


def _state(question: OwnQuestion) -> dict[str, Any]:
    """Return what tells the states of a question apart; the words themselves stay in the database."""
    return {"deleted": True} if question.deleted_at else {"words": own.digest(question)}


def _page(request: LearnerRequest, form: OwnQuestionForm, **context: Any) -> HttpResponse:
    shown: Mapping[str, Any] = {"section": "review", "form": form, **context}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "roadmap/review/own_question.html", {**shown}, status=status)


def _answer(request: LearnerRequest, said: str, undo: str = "", *, skill_slug: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=undo)
    if skill_slug:
        path = reverse("roadmap:skill", args=[skill_slug]) + "#questions"
    else:
        path = origin_path(request) or reverse("roadmap:own_questions")
    return HttpResponseRedirect(path, status=303)
