"""The answer to a change of progress: what moved on screen, or a redirect for those without script."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import ResolverMatch, reverse

from accounts.http import LearnerRequest
from roadmap.changes import changes
from roadmap.models import Build
from roadmap.outline import Outline
from roadmap.portfolio import project_screen
from roadmap.screens import phase_figures, roadmap_figures, skill_screen, today_screen
from roadmap.views.origin import origin, origin_path


def progress_changed(
    request: LearnerRequest,
    before: Outline,
    after: Outline,
    said: str,
    *,
    undo: str = "",
    touched: Collection[int] = (),
) -> HttpResponse:
    """Say `said`, offer `undo` (a token), and update or reopen the page that the change came from.

    What shows the skills in `touched` (ids) is sent even when it is as it was.
    """
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(origin_path(request) or reverse("roadmap:roadmap"), status=303)
    match = origin(request)
    context = {"said": said, "undo": undo, "oob": True}
    template, moved = _moved(match, before, after, request, touched)
    return TemplateResponse(request, template, context | moved)


def _moved(
    match: ResolverMatch | None,
    before: Outline,
    after: Outline,
    request: LearnerRequest,
    touched: Collection[int],
) -> tuple[str, dict[str, Any]]:
    """Return the update template of the page `match`, and what it shows. Each page has its own."""
    today = request.user.today()
    name = match.view_name if match else ""
    slug = match.kwargs.get("slug", "") if match else ""
    if name == "roadmap:today":
        return "roadmap/updates/today.html", today_screen(
            after, today, request.user.today(request.user.date_joined)
        )
    if name == "roadmap:roadmap":
        return "roadmap/updates/roadmap.html", {
            **roadmap_figures(after),
            "changes": changes(before, after, today, touched=touched),
        }
    if name == "roadmap:phase" and (view := after.phase(slug)):
        return "roadmap/updates/phase.html", {
            **phase_figures(after, view),
            "changes": changes(before, after, today, slug, touched),
        }
    if name == "roadmap:skill" and (skill := after.catalogue.skill_by_slug.get(slug)):
        return "roadmap/updates/skill.html", skill_screen(after, skill, today)
    if name == "roadmap:project" and (project := after.catalogue.project(slug)):
        builds = Build.objects.marks_of(request.user)
        return "roadmap/updates/project.html", project_screen(after, builds, project, today)
    return "roadmap/updates/said.html", {}
