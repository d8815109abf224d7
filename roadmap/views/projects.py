"""The portfolio projects: requirements ticked, a day to ship by."""

import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.models import Build, RequirementTick
from roadmap.models.learner_builds import NO_BUILDS, builds_of
from roadmap.outline import Outline, outline_for
from roadmap.portfolio import projects_screen
from roadmap.project_forms import RequirementForm, ShipByForm
from roadmap.snapshot import ProjectItem
from roadmap.views.page import learner, page
from roadmap.views.project_page import besides, contents, project_context
from roadmap.views.refused import refused


@require_safe
@login_not_required
def projects(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    builds = builds_of(user) if user else NO_BUILDS
    today = user.today() if user else datetime.date.min
    return page(
        request,
        "roadmap/projects.html",
        f"{outline.marks.fingerprint} {builds.fingerprint}",
        lambda: {"section": "projects", **projects_screen(outline, builds, today)},
    )


@require_safe
@login_not_required
def project(request: HttpRequest, slug: str) -> HttpResponse:
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    item = _project(outline, slug)
    builds = builds_of(user, texts=True) if user else NO_BUILDS
    more = besides(user, outline, builds.projects, item) if user else {}
    hanging = contents(builds.projects, item)
    today = user.today() if user else datetime.date.min
    note = more.get("note")
    return page(
        request,
        "roadmap/project.html",
        f"{outline.marks.fingerprint} {builds.fingerprint} {hanging.fingerprint} {note and note.saved_at}",
        lambda: project_context(outline, builds.projects, item, hanging, today) | more,
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
    done = form.cleaned_data["state"] == "done"
    if done:
        RequirementTick.objects.tick(request.user, item.id, wanted.id, request.user.today())
    else:
        RequirementTick.objects.untick(request.user, wanted.id)
    screen = _screen(request, outline, item)
    view = screen["view"]
    word = "Requirement met" if done else "Requirement open again"
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
    form = ShipByForm(request.POST, today=request.user.today())
    if not form.is_valid():
        return _ship_by_refused(request, outline, item, form)
    Build.objects.plan(request.user, item.id, form.cleaned_data["ship_by"])
    screen = _screen(request, outline, item)
    view = screen["view"]
    said = (
        f"{item.title}: ship by {view.ship_when}."
        if view.ship_by
        else f"{item.title} has no date to ship by."
    )
    if not request.htmx:
        messages.success(request, said)
        return HttpResponseRedirect(reverse("roadmap:project", args=[slug]), status=303)
    return TemplateResponse(request, "roadmap/updates/ship_by.html", {**screen, "said": said, "oob": True})


def _ship_by_refused(
    request: LearnerRequest, outline: Outline, item: ProjectItem, form: ShipByForm
) -> HttpResponse:
    context = _screen(request, outline, item) | {"ship_form": form, "oob": bool(request.htmx)}
    if request.htmx:
        return TemplateResponse(request, "roadmap/_ship_by.html", context, status=422)
    builds = builds_of(request.user, texts=True).projects
    context |= besides(request.user, outline, builds, item)
    return TemplateResponse(request, "roadmap/project.html", context, status=422)


def _screen(request: LearnerRequest, outline: Outline, item: ProjectItem) -> dict[str, Any]:
    builds = builds_of(request.user, texts=True).projects
    return project_context(outline, builds, item, contents(builds, item), request.user.today())


def _project(outline: Outline, slug: str) -> ProjectItem:
    item = outline.catalogue.project(slug)
    if item is None:
        raise Http404("There is no such project.")
    return item
