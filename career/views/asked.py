"""The log of questions that were asked: listed, added, answered, taken into the review, deleted."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.interviews.asked_forms import AskedFilter, AskedForm
from career.interviews.asked_list import asked_list
from career.models import AskedQuestion
from career.views.deletions import delete, go
from roadmap.models import OwnQuestion
from roadmap.outline import Outline, outline_for
from roadmap.review import own
from roadmap.undo_rows import RowChange, row_token
from roadmap.views import own_questions

FULL = f"Your log holds {AskedQuestion.MOST:,} questions, as many as there is room for. Delete some first."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def asked_questions(request: LearnerRequest) -> HttpResponse:
    """List what was asked, filtered by `?q=`, `?kind=` and `?skill=`, or note a question."""
    outline, today = outline_for(request.user.pk), request.user.today()
    slugs = outline.catalogue.skill_by_slug
    if request.method != "POST":
        return _list(request, outline, AskedForm(slugs=slugs, today=today))
    form = AskedForm(request.POST, slugs=slugs, today=today)
    if not form.is_valid():
        return _list(request, outline, form)
    row = AskedQuestion(pk=form.cleaned_data["entry"], user=request.user)
    _fill(row, form, outline)
    is_there = AskedQuestion.objects.filter(user=request.user, pk=row.pk).exists()
    if not is_there and request.user.asked_questions.count() >= AskedQuestion.MOST:
        form.add_error(None, FULL)
        return _list(request, outline, form)
    messages.success(request, "It is in your log." if row.add_once()[1] else "It is in your log already.")
    return go(request, reverse("career:asked_questions"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def asked_question(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a question to be changed and answered, or save it."""
    row = get_object_or_404(AskedQuestion.objects.of(request.user), pk=pk)
    outline, today = outline_for(request.user.pk), request.user.today()
    slugs = outline.catalogue.skill_by_slug
    if request.method != "POST":
        skill = outline.catalogue.skills.get(row.skill_id or 0)
        initial = {"text": row.text, "answer": row.answer, "on": row.on, "skill": skill and skill.slug}
        return _one(request, outline, row, AskedForm(initial=initial, slugs=slugs, today=today))
    form = AskedForm(request.POST, slugs=slugs, today=today)
    if not form.is_valid():
        return _one(request, outline, row, form)
    _fill(row, form, outline)
    row.changed_at = timezone.now()
    row.save(update_fields=["text", "answer", "on", "skill", "changed_at"])
    if request.POST.get("do") == "review":
        return _review(request, outline, row, form)
    messages.success(request, "Question saved.")
    return go(request, reverse("career:asked_questions"))


@require_POST
def asked_review(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a review question of it, once it has an answer and a skill."""
    row = get_object_or_404(AskedQuestion.objects.of(request.user), pk=pk)
    outline = outline_for(request.user.pk)
    skill = outline.catalogue.skills.get(row.skill_id or 0)
    words = {"text": row.text, "answer": row.answer, "on": row.on, "skill": skill.slug if skill else ""}
    slugs = outline.catalogue.skill_by_slug
    form = AskedForm(words, slugs=slugs, today=max(request.user.today(), row.on))
    form.is_valid()
    return _review(request, outline, row, form)


@require_POST
def asked_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(AskedQuestion, user=request.user, pk=pk)
    return delete(request, row, reverse("career:asked_questions"))


def _review(request: LearnerRequest, outline: Outline, row: AskedQuestion, form: AskedForm) -> HttpResponse:
    if not row.answer.strip():
        form.add_error("answer", "Write the answer first: the review shows it to you.")
    if not row.skill_id:
        form.add_error("skill", "Choose the skill first: the review asks by skill.")
    if form.errors or not row.skill_id:
        return _one(request, outline, row, form)
    there = OwnQuestion.objects.of(request.user).filter(skill_id=row.skill_id, prompt=row.text).first()
    if there:
        messages.success(request, "It is among your review questions already.")
        return go(request, reverse("career:asked_questions"))
    words = {"prompt": row.text, "answer": row.answer, "slip": ""}
    try:
        question = own.add(request.user, uuid.uuid5(row.pk, "review"), row.skill_id, words)
    except own.TooMany:
        form.add_error(None, own_questions.FULL)
        return _one(request, outline, row, form)
    change = RowChange(str(question.pk), None, {"words": own.digest(question)})
    undo = row_token(request.user.pk, own_questions.KIND, [change])
    messages.success(request, "It is a review question now, asked from today on.", extra_tags=undo)
    return go(request, reverse("career:asked_questions"))


def _fill(row: AskedQuestion, form: AskedForm, outline: Outline) -> None:
    data, slugs = form.cleaned_data, outline.catalogue.skill_by_slug
    row.text, row.answer, row.on = data["text"], data["answer"], data["on"]
    row.skill_id = slugs[data["skill"]].id if data["skill"] else None


def _list(request: LearnerRequest, outline: Outline, form: AskedForm) -> HttpResponse:
    """Show the log; with a form that was refused 422."""
    slugs = outline.catalogue.skill_by_slug
    search = AskedFilter(request.GET, slugs=slugs)
    wanted = search.cleaned_data if search.is_valid() else {}
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "section": "career",
        "form": form,
        "search": search,
        "asked": asked_list(request.user, outline, wanted, request.GET.get("page", "1")),
        "query": query.urlencode(),
        "phases": outline.catalogue.phases,
        "chosen": slugs.get(form["skill"].value() or ""),
        "sought": slugs.get(wanted.get("skill") or ""),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "career/interviews/asked.html", context, status=status)


def _one(request: LearnerRequest, outline: Outline, row: AskedQuestion, form: AskedForm) -> HttpResponse:
    chosen = outline.catalogue.skill_by_slug.get(form["skill"].value() or "")
    context = {"section": "career", "form": form, "question": row, "chosen": chosen}
    context["phases"] = outline.catalogue.phases
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "career/interviews/asked_one.html", context, status=status)
