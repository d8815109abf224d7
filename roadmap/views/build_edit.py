"""The form of a build: a new one, one that is there, and one of a portfolio project."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from roadmap.build_forms import BuildForm
from roadmap.builds.draft import ANALYSES, choices, draft_of, from_idea, new_draft
from roadmap.builds.page import build_screen, project_of
from roadmap.builds.requirement_rows import MOST, Row, blank, checked, moved, rows_sent
from roadmap.builds.saved import save
from roadmap.fragments import kept
from roadmap.models import Build
from roadmap.models.build_contents import BuildContents, contents_of
from roadmap.outline import Outline, outline_for
from roadmap.views.build_page import home, own_build

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@never_cache
def build_new(request: LearnerRequest) -> HttpResponse:
    """Show the form of a build of one's own, or make it. A form sent twice makes one build."""
    outline = outline_for(request.user.pk)
    if request.method != "POST":
        catalogue = outline.catalogue
        skill = catalogue.skill_by_slug.get(request.GET.get("skill", ""))
        idea = catalogue.idea(request.GET.get("idea", ""))
        draft = new_draft(skill, idea, dict(catalogue.skills))
        return _page(request, outline, None, _form(request, outline, None, initial=draft.initial), draft.rows)
    rows = rows_sent(request.POST.getlist("req_id"), request.POST.getlist("req"))
    if do := request.POST.get("do"):
        return _again(request, outline, None, moved(rows, do))
    form = _form(request, outline, None, request.POST)
    rows, fine = checked(rows)
    if not form.is_valid() or not fine:
        return _page(request, outline, None, form, rows, status=422)
    made = _made(request, form)
    if made is None:
        form.add_error(None, f"You have {Build.MOST} builds. Delete one before you add another.")
        return _page(request, outline, None, form, rows, status=422)
    _save(request, made, form, rows, frozenset())
    messages.success(request, f"{made.title} is on your list.")
    return HttpResponseRedirect(home(outline.catalogue, made), status=303)


@require_http_methods(METHODS)
@never_cache
def build_edit(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Show a build to be edited, or save it."""
    outline = outline_for(request.user.pk)
    build = own_build(request, key)
    hanging = contents_of(build.pk)
    if request.method != "POST":
        draft = draft_of(outline, build, hanging)
        return _page(
            request,
            outline,
            build,
            _form(request, outline, build, initial=draft.initial),
            draft.rows,
            hanging,
        )
    rows = rows_sent(request.POST.getlist("req_id"), request.POST.getlist("req"))
    if do := request.POST.get("do"):
        return _again(request, outline, build, moved(rows, do), hanging)
    form = _form(request, outline, build, request.POST)
    rows, fine = checked(rows)
    if not form.is_valid() or not fine:
        return _page(request, outline, build, form, rows, hanging, status=422)
    # What left the roadmap cannot be chosen, and stays.
    gone = hanging.skills - outline.lines.keys()
    _save(request, build, form, rows, gone)
    messages.success(request, "Saved.")
    return HttpResponseRedirect(home(outline.catalogue, build), status=303)


@require_POST
def project_build(request: LearnerRequest, slug: str) -> HttpResponse:
    """Begin the learner's build of a project, from an idea if one is named. One that is there stays."""
    outline = outline_for(request.user.pk)
    item = outline.catalogue.project(slug)
    if item is None:
        raise Http404("There is no such project.")
    build = Build.objects.start(request.user, item.id, request.user.today())
    idea = outline.catalogue.idea(request.POST.get("idea", ""))
    if idea and idea.project_id == item.id:
        wanted = {"summary": idea.title[:160], **from_idea(idea)}
        empty = {name: text for name, text in wanted.items() if not getattr(build, name)}
        for name, text in empty.items():
            setattr(build, name, text)
        build.save(update_fields=list(empty))
    messages.success(request, f"{item.title}: your build is under way.")
    return HttpResponseRedirect(reverse("roadmap:project", args=[slug]), status=303)


def _form(
    request: LearnerRequest, outline: Outline, build: Build | None, *args: Any, **kwargs: Any
) -> BuildForm:
    skills = (line.skill for line in outline.lines.values())
    return BuildForm(*args, today=request.user.today(), skills=skills, build=build, **kwargs)


def _made(request: LearnerRequest, form: BuildForm) -> Build | None:
    """Return the new build's row, or the one that the same form made before; None when there are too many."""
    key = form.cleaned_data["key"] or uuid.uuid4()
    mine = request.user.builds
    if there := mine.filter(key=key).first():
        return there
    if mine.filter(project=None).count() >= Build.MOST:
        return None
    status = form.cleaned_data["status"] or Build.Status.BUILDING
    started = request.user.today() if status == Build.Status.BUILDING else None
    title = form.cleaned_data["title"]
    row = Build(user=request.user, key=key, title=title, status=status, started_on=started)
    Build.objects.bulk_create([row], ignore_conflicts=True)
    made = mine.filter(key=key).first()
    if made is None:  # the key is somebody else's
        row.key = uuid.uuid4()
        row.save(force_insert=True)
        made = row
    return made


def _save(
    request: LearnerRequest, build: Build, form: BuildForm, rows: list[Row], gone: frozenset[int]
) -> None:
    requirements = None if build.project_id else [(row.id, row.title) for row in rows]
    skills = {skill.id for skill in form.skills()} | gone
    save(build, form.columns(), requirements, skills, request.user.today())


def _again(
    request: LearnerRequest,
    outline: Outline,
    build: Build | None,
    rows: list[Row],
    hanging: BuildContents | None = None,
) -> HttpResponse:
    """Show the form as it was typed, with other rows; nothing is saved and nothing is wrong yet."""
    initial = {name: text for name, text in request.POST.items() if name != "do"}
    typed = initial | {"skill": request.POST.getlist("skill")}
    return _page(request, outline, build, _form(request, outline, build, initial=typed), rows, hanging)


def _page(
    request: LearnerRequest,
    outline: Outline,
    build: Build | None,
    form: BuildForm,
    rows: list[Row],
    hanging: BuildContents | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    catalogue = outline.catalogue
    project = project_of(catalogue, build) if build else None
    chosen = set(form["skill"].value() or [])
    offered, begun = choices(outline, chosen, project.module.id if project else 0)
    analyses = catalogue.module(ANALYSES)
    context = {
        "section": "projects",
        "form": form,
        "rows": rows if rows or (build and build.project_id) else [blank()],
        "more_rows": len(rows) < MOST,
        "project": project,
        "chosen": chosen,
        "offered": offered,
        "begun": begun,
        "all_skills": kept("roadmap/builds/_skill_options.html", {}, phases=catalogue.phases),
        "action": reverse("roadmap:build_edit", args=[build.key]) if build else reverse("roadmap:build_new"),
        "back": home(catalogue, build) if build else reverse("roadmap:projects"),
        "ideas": ()
        if build
        else [
            idea
            for skill in (analyses.skills if analyses else ())
            for idea in catalogue.ideas_for(skill=skill.id)
        ],
    }
    if build and hanging:
        context |= build_screen(outline, build, hanging, request.user.today())
    return TemplateResponse(request, "roadmap/builds/form.html", context, status=status)
