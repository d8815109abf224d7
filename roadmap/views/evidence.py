"""Evidence of a skill: a link, a build or a note, given, changed, taken away, and all of that undone."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from roadmap.evidence_forms import AttachForm, DoneForm, LinkForm, PieceForm
from roadmap.models import Build, Evidence
from roadmap.outline import Outline, outline_for
from roadmap.proof.build_skills import build_skills
from roadmap.proof.evidence_list import evidence_screen
from roadmap.screens import skill_screen
from roadmap.snapshot import SkillItem
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.origin import origin, origin_path

KIND = "evidence"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def skill_evidence(request: LearnerRequest, slug: str) -> HttpResponse:
    """Show all evidence of a skill with every way to add some, or add a piece."""
    outline = outline_for(request.user.pk)
    skill = outline.catalogue.skill_by_slug.get(slug)
    if skill is None:
        raise Http404("There is no such skill.")
    if request.method != "POST":
        return TemplateResponse(request, "roadmap/proof/evidence.html", _screen(request, outline, skill))
    what = request.POST.get("what", "link")
    return _attach(request, skill) if what == "build" else _add(request, outline, skill, what)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def piece(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one piece to change it; save or delete it."""
    row = get_object_or_404(Evidence.objects.select_related("build__project"), user=request.user, pk=pk)
    outline = outline_for(request.user.pk)
    skill, was = outline.catalogue.skills[row.skill_id], row.fields
    if request.POST.get("do") == "delete":
        row.delete()
        undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, None)])
        return _answer(request, skill, f"Taken away: {_name(row)} no longer shows {skill.title}.", undo)
    if row.build:
        raise Http404("A build is changed on its own page.")
    form_class = DoneForm if row.kind == Evidence.Kind.NOTE else LinkForm
    today = request.user.today()
    if request.method != "POST":
        initial = was | {"link_kind": row.kind, "piece": row.pk}
        return _one(request, skill, row, form_class(initial=initial, today=today))
    form = form_class(request.POST, today=today)
    if form.is_valid() and _is_double(row, form):
        form.add_error("url", f"{skill.title} has this link already. Change that one, or give another.")
    if not form.is_valid():
        return _one(request, skill, row, form, status=422)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.save()
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, row.fields)])
    return _answer(request, skill, f"Saved: {_name(row)}.", undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says."""
    catalogue = outline_for(request.user.pk).catalogue
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, None, "This can no longer be undone. Add it again by hand.")
    done = Evidence.objects.put_back(request.user, change.id, change.was, change.became)
    skill = catalogue.skills.get((change.was or change.became or {}).get("skill_id", 0))
    return _answer(
        request,
        skill,
        "Undone: your evidence is as it was." if done else "This has changed since, so it stays.",
    )


def _add(request: LearnerRequest, outline: Outline, skill: SkillItem, what: str) -> HttpResponse:
    form_class = DoneForm if what == "note" else LinkForm
    form = form_class(request.POST, today=request.user.today())
    if form.is_valid() and request.user.evidence.filter(skill_id=skill.id).count() >= Evidence.MOST:
        form.add_error(None, f"{skill.title} has {Evidence.MOST} pieces of evidence. Take one away first.")
    if not form.is_valid():
        return _refused(request, outline, skill, form)
    row = Evidence(pk=form.cleaned_data["piece"], user=request.user, skill_id=skill.id, **form.values)
    if not Evidence.objects.add(row):
        return _answer(request, skill, f"{skill.title} has this already.")
    undo = row_token(request.user.pk, KIND, [RowChange(str(row.pk), None, row.fields)])
    said = f"{skill.title} is shown by {_name(row)}." if row.url else f"Noted on {skill.title}."
    return _answer(request, skill, said, undo)


def _attach(request: LearnerRequest, skill: SkillItem) -> HttpResponse:
    builds = {str(b.key): b for b in request.user.builds.select_related("project")}
    form = AttachForm(request.POST, builds=builds)
    if not form.is_valid():
        return _refused(request, outline_for(request.user.pk), skill, form)
    build: Build = form.cleaned_data["build"]
    row = Evidence(
        user=request.user, skill_id=skill.id, kind=Evidence.Kind.BUILD, build=build, day=request.user.today()
    )
    if not Evidence.objects.add(row):
        return _answer(request, skill, f"{build} has {skill.title} already.")
    undo = row_token(request.user.pk, KIND, [RowChange(str(row.pk), None, row.fields)])
    said = (
        f"{build} shows {skill.title}." if row.shows else f"{build} shows {skill.title} once it has shipped."
    )
    return _answer(request, skill, said, undo)


def _is_double(row: Evidence, form: PieceForm) -> bool:
    url = form.cleaned_data.get("url")
    others = Evidence.objects.filter(user=row.user_id, skill=row.skill_id, url=url).exclude(pk=row.pk)
    return bool(url) and others.exists()


def _name(row: Evidence) -> str:
    text = row.title or (str(row.build) if row.build else "") or row.url or row.note
    return text if len(text) <= 80 else f"{text[:79]}…"


def _screen(request: LearnerRequest, outline: Outline, skill: SkillItem) -> dict[str, Any]:
    today = request.user.today()
    found = evidence_screen(request.user, skill, today)
    has = {view.piece.build_id for view in found["pieces"]}
    builds = [b for b in request.user.builds.select_related("project").order_by("made_at") if b.pk not in has]
    return {
        "section": "roadmap",
        **skill_screen(outline, skill, today),
        **found,
        "builds": builds,
        "link_form": LinkForm(today=today),
        "note_form": DoneForm(today=today),
    }


def _one(
    request: LearnerRequest, skill: SkillItem, row: Evidence, form: PieceForm, status: int = 200
) -> HttpResponse:
    context = {"section": "roadmap", "skill": skill, "piece": row, "form": form}
    return TemplateResponse(request, "roadmap/proof/piece.html", context, status=status)


def _answer(request: LearnerRequest, skill: SkillItem | None, said: str, undo: str = "") -> HttpResponse:
    """Say it: to htmx with what it changed on the page, else after a way back."""
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        back = reverse("roadmap:skill_evidence", args=[skill.slug]) if skill else reverse("roadmap:roadmap")
        return HttpResponseRedirect(origin_path(request) or back, status=303)
    match = origin(request)
    context: dict[str, Any] = {"said": said, "undo": undo, "oob": True}
    name = match.view_name if match else ""
    if match and skill and name in ("roadmap:skill", "roadmap:skill_evidence"):
        outline = outline_for(request.user.pk)
        seen = outline.catalogue.skill_by_slug.get(match.kwargs["slug"], skill)
        context |= _screen(request, outline, seen) | {"is_whole": name == "roadmap:skill_evidence"}
        return TemplateResponse(request, "roadmap/updates/evidence.html", context)
    if match and name in ("roadmap:build", "roadmap:project"):
        slug, key = match.kwargs.get("slug"), match.kwargs.get("key")
        seen_on = {"key": key} if key else {"project__slug": slug}
        build = request.user.builds.filter(**seen_on).first()
        if build:
            context |= {"proof": build_skills(build, outline_for(request.user.pk)), "build": build}
            return TemplateResponse(request, "roadmap/updates/build_skills.html", context)
    return TemplateResponse(request, "roadmap/updates/said.html", context)


def _refused(
    request: LearnerRequest, outline: Outline, skill: SkillItem, form: PieceForm | AttachForm
) -> HttpResponse:
    """Answer 422 with the reason beside the field and all that was typed."""
    context = _screen(request, outline, skill)
    name = {LinkForm: "link_form", DoneForm: "note_form", AttachForm: "attach_form"}[type(form)]
    context |= {name: form, "form": form, "oob": bool(request.htmx)}
    if not request.htmx:
        return TemplateResponse(request, "roadmap/proof/evidence.html", context, status=422)
    template = f"roadmap/proof/_{name}.html"
    return TemplateResponse(request, template, context, status=422)
