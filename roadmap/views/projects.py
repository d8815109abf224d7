"""The portfolio projects: requirements ticked, a day to ship by."""

import datetime
from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.forms import NoteForm
from roadmap.log_menu import project_log
from roadmap.models import Build, Note, RequirementTick
from roadmap.models.builds import BuildMark
from roadmap.outline import Outline, outline_for
from roadmap.portfolio import project_screen, projects_screen
from roadmap.project_forms import RequirementForm, ShipByForm
from roadmap.snapshot import ProjectItem
from roadmap.views.page import learner, page
from roadmap.views.refused import refused


@require_safe
@login_not_required
def projects(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    builds: Mapping[int, BuildMark] = Build.objects.marks_of(user) if user else {}
    today = user.today() if user else datetime.date.min
    return page(
        request,
        "roadmap/projects.html",
        f"{outline.marks.fingerprint} {builds}",
        lambda: {"section": "projects", **projects_screen(outline, builds, today)},
    )


@require_safe
@login_not_required
def project(request: HttpRequest, slug: str) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    item = _project(outline, slug)
    builds: Mapping[int, BuildMark] = Build.objects.marks_of(user) if user else {}
    note = Note.objects.of(user, project_id=item.id) if user else None
    today = user.today() if user else datetime.date.min
    return page(
        request,
        "roadmap/project.html",
        f"{outline.marks.fingerprint} {builds} {note.saved_at if note else ''}",
        lambda: {
            "section": "projects",
            **project_screen(outline, builds, item, today),
            **project_log(item, today),
            "ship_form": _ship_form(builds, item, today),
            "note": note,
            "note_form": NoteForm({"text": note.text} if note else None),
        },
    )


@require_POST
def requirement_state(request: LearnerRequest, slug: str, requirement: str) -> HttpResponse:
    """Tick a requirement that has no skill of its own; the others are ticked as skills."""
    outline = outline_for(request.user.pk)
    item = _project(outline, slug)
    wanted = next((r for r in item.requirements if r.slug == requirement and not r.skill), None)
    if wanted is None:
        raise Http404("This project has no such requirement.")
    form = RequirementForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    if form.cleaned_data["state"] == "done":
        RequirementTick.objects.tick(request.user, item.id, wanted.id, request.user.today())
    else:
        RequirementTick.objects.untick(request.user, wanted.id)
    screen = project_screen(outline, Build.objects.marks_of(request.user), item, request.user.today())
    view = screen["view"]
    word = "Requirement met" if form.cleaned_data["state"] == "done" else "Requirement open again"
    said = f"{word}: {view.met} of {view.total} in {item.title}."
    if not request.htmx:
        messages.success(request, said)
        return HttpResponseRedirect(reverse("roadmap:project", args=[slug]), status=303)
    return TemplateResponse(request, "roadmap/updates/project.html", {**screen, "said": said, "oob": True})


@require_POST
def ship_by(request: LearnerRequest, slug: str) -> HttpResponse:
    """Set the day to ship by; an empty one clears it."""
    outline = outline_for(request.user.pk)
    item = _project(outline, slug)
    today = request.user.today()
    form = ShipByForm(request.POST, today=today)
    if not form.is_valid():
        return _ship_by_refused(request, outline, item, form)
    Build.objects.plan(request.user, item.id, form.cleaned_data["ship_by"])
    builds = Build.objects.marks_of(request.user)
    screen = project_screen(outline, builds, item, today)
    view = screen["view"]
    said = (
        f"{item.title}: ship by {view.ship_when}."
        if view.ship_by
        else f"{item.title} has no date to ship by."
    )
    if not request.htmx:
        messages.success(request, said)
        return HttpResponseRedirect(reverse("roadmap:project", args=[slug]), status=303)
    context = {**screen, "ship_form": _ship_form(builds, item, today), "said": said, "oob": True}
    return TemplateResponse(request, "roadmap/updates/ship_by.html", context)


def _ship_by_refused(
    request: LearnerRequest, outline: Outline, item: ProjectItem, form: ShipByForm
) -> HttpResponse:
    context = {
        "section": "projects",
        **project_screen(outline, Build.objects.marks_of(request.user), item, request.user.today()),
        **project_log(item, request.user.today()),
        "ship_form": form,
        "oob": bool(request.htmx),
    }
    if request.htmx:
        return TemplateResponse(request, "roadmap/_ship_by.html", context, status=422)
    note = Note.objects.of(request.user, project_id=item.id)
    context |= {"note": note, "note_form": NoteForm({"text": note.text} if note else None)}
    return TemplateResponse(request, "roadmap/project.html", context, status=422)


def _ship_form(builds: Mapping[int, BuildMark], item: ProjectItem, today: datetime.date) -> ShipByForm:
    mark = builds.get(item.id)
    return ShipByForm(initial={"ship_by": mark.ship_by if mark else None}, today=today)


def _project(outline: Outline, slug: str) -> ProjectItem:
    item = outline.catalogue.project(slug)
    if item is None:
        raise Http404("There is no such project.")
    return item
