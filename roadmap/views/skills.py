"""A skill's page, and the ticks."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.models import User
from accounts.queued import SUPERSEDED, change_of, clock, not_taken, queued, told
from roadmap.builds.draft import analysis
from roadmap.changes import sentence
from roadmap.evidence_forms import LinkForm
from roadmap.forms import CountForm, NoteForm, SkillStateForm
from roadmap.log_menu import skill_log, study_now
from roadmap.models import Note, SkillProgress
from roadmap.models.marks import SkillMark
from roadmap.models.skill_cards import SkillCards, skill_cards
from roadmap.outline import Outline, outline_for
from roadmap.proof.evidence_list import evidence_screen, fingerprint
from roadmap.review.of_skill import questions_of
from roadmap.screens import skill_screen
from roadmap.snapshot import SkillItem
from roadmap.undo import token
from roadmap.views.answer import progress_changed
from roadmap.views.origin import origin
from roadmap.views.page import learner, page
from roadmap.wanted import counted, put, says_count, stated


@require_safe
@login_not_required
def skill(request: HttpRequest, slug: str) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    item = _skill(outline, slug)
    note = Note.objects.of(user, skill_id=item.id) if user else None
    mine = study_now(user) if user else None
    hours = mine.fingerprint if mine else ""
    today = user.today() if user else datetime.date.min
    proof = evidence_screen(user, item, today) if user else {}
    cards = _cards(user, outline, item) if user else None
    known = (
        f"{outline.marks.fingerprint} {note.saved_at if note else ''} {hours}"
        f" {fingerprint(proof) if proof else ''} {cards.fingerprint if cards else ''}"
    )

    def context() -> dict[str, object]:
        return {
            "section": "roadmap",
            **skill_screen(outline, item, today),
            **(skill_log(outline, item, mine) if mine else {}),
            **proof,
            **analysis(outline.catalogue, item),
            "link_form": LinkForm(today=today),
            "note": note,
            "note_form": NoteForm({"text": note.text} if note else None),
            "questions": questions_of(outline.catalogue, item, cards, today),
        }

    return page(request, "roadmap/skill.html", known, context)


@require_POST
@queued
def skill_state(request: LearnerRequest, slug: str) -> HttpResponse:
    """Put the skill into the wanted state, whatever it was in; say so, and offer Undo."""
    outline = outline_for(request.user.pk)
    item = _skill(outline, slug)
    line, today = outline.line(item), _today(request)
    was = line.done_on
    data = SkillStateForm.plain(request.POST, today=today, was=was)
    if data is None:
        form = SkillStateForm(request.POST, today=today, was=was)
        if not form.is_valid():
            return _refused(request, outline, item, form)
        data = form.cleaned_data
    mark = stated(line, data["state"], data["done_on"])
    return _put(request, outline, item, mark, counted=says_count(outline, item, mark))


@require_POST
@queued
def skill_count(request: LearnerRequest, slug: str) -> HttpResponse:
    """Set how many of a counted skill are done; at the target it is done, below it under way."""
    outline = outline_for(request.user.pk)
    item = _skill(outline, slug)
    if not item.target:
        raise Http404("This skill is not counted.")
    form = CountForm(request.POST)
    if not form.is_valid():
        return _refused(request, outline, item, form)
    mark = counted(outline.line(item), form.cleaned_data["count"], _today(request))
    return _put(request, outline, item, mark, counted=True)


def _skill(outline: Outline, slug: str) -> SkillItem:
    item = outline.catalogue.skill_by_slug.get(slug)
    if item is None:
        raise Http404("There is no such skill.")
    return item


def _cards(user: User, outline: Outline, item: SkillItem) -> SkillCards:
    return skill_cards(user.pk, item.id, [q.id for q in outline.catalogue.questions_of.get(item.id, ())])


def _today(request: LearnerRequest) -> datetime.date:
    """Return the learner's date at the moment of the change."""
    change = change_of(request)
    return request.user.today(change.at if change else None)


def _put(
    request: LearnerRequest, before: Outline, item: SkillItem, mark: SkillMark, *, counted: bool
) -> HttpResponse:
    if change_of(request):
        return _put_late(request, before, item, mark, counted=counted)
    after = put(request.user, before, item, mark, counted=counted)
    was = before.marks.skill(item.id)
    undo = token(request.user.pk, [(item.id, was, mark.state)]) if was[:3] != mark[:3] else ""
    said = sentence(after.line(item), after)
    return progress_changed(request, before, after, said, undo=undo, touched=[item.id])


def _put_late(
    request: LearnerRequest, before: Outline, item: SkillItem, mark: SkillMark, *, counted: bool
) -> HttpResponse:
    """Write a change that waited on a device, unless a later one was made elsewhere; say so then."""
    at, user_id = request.change.at, request.user.pk
    if SkillProgress.objects.put(
        user_id=user_id,
        skill_id=item.id,
        state=mark.state,
        done_on=mark.done_on,
        count=mark.count,
        at=at,
        counted=counted,
        late=True,
    ):
        after = before.with_skills({item.id: mark})
        return told(sentence(after.line(item), after))
    # Read again: another device may have been here since.
    there = outline_for(user_id).marks.skill(item.id)
    if there[:3] == mark[:3]:
        return told(f"{item.title}: as it was.")
    if "count" in request.POST and SkillProgress.objects.put_count(
        user_id=user_id, skill_id=item.id, count=mark.count, at=at
    ):
        return told(f"{item.title}: {mark.count} of {item.target}.")
    now = timezone.now()
    changed, made = clock(request.user, there.moment, now), clock(request.user, at, now)
    said = f"It stays {there.state}: you changed it elsewhere at {changed}, after your change here at {made}."
    return told(said, SUPERSEDED)


def _refused(
    request: LearnerRequest, outline: Outline, item: SkillItem, form: SkillStateForm | CountForm
) -> HttpResponse:
    """Answer 422 with the reason, beside the field when the field is on the page that asked."""
    if change_of(request):
        return not_taken(form)
    match = origin(request)
    if request.htmx and not (match and match.view_name == "roadmap:skill"):
        reasons = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return TemplateResponse(
            request, "roadmap/updates/said.html", {"said": reasons, "oob": True}, status=422
        )
    note = Note.objects.of(request.user, skill_id=item.id)
    context = {
        "section": "roadmap",
        **skill_screen(outline, item, request.user.today()),
        **skill_log(outline, item, study_now(request.user)),
        **evidence_screen(request.user, item, request.user.today()),
        **analysis(outline.catalogue, item),
        "link_form": LinkForm(today=request.user.today()),
        "note": note,
        "note_form": NoteForm({"text": note.text} if note else None),
        "questions": questions_of(
            outline.catalogue, item, _cards(request.user, outline, item), request.user.today()
        ),
        "form": form,
        "oob": bool(request.htmx),
    }
    template = "roadmap/updates/skill.html" if request.htmx else "roadmap/skill.html"
    return TemplateResponse(request, template, context, status=422)
