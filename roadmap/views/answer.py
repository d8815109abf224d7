"""The answer to a change of progress: what moved on screen, or a redirect for those without script."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.http import LearnerRequest
from roadmap.changes import phase_update, roadmap_update
from roadmap.fragments import kept
from roadmap.learner_weeks import weeks_for
from roadmap.log_menu import skill_log, study_now
from roadmap.models.learner_builds import builds_of
from roadmap.models.own_sprint import own_sprint
from roadmap.outline import Outline
from roadmap.review.cards import cards_of
from roadmap.screens import skill_screen
from roadmap.sprint_page import sprint_page
from roadmap.today import today_pieces
from roadmap.views.log_page import log_context
from roadmap.views.origin import origin, origin_path
from roadmap.views.project_page import contents, project_context, skills_shown
from roadmap.week_pieces import week_pieces


def progress_changed(
    request: LearnerRequest,
    before: Outline,
    after: Outline,
    said: str,
    *,
    undo: str = "",
    touched: Collection[int] = (),
    logged: bool = False,
    fallback: str = "roadmap:roadmap",
) -> HttpResponse:
    """Say `said`, offer `undo` (a token), and update or reopen the page that the change came from.

    What shows the skills in `touched` (ids) is sent even when it is as it was. `logged`: time was logged,
    so that a form for it begins anew. `fallback` names the page to open when none sent the request.
    """
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(origin_path(request) or reverse(fallback), status=303)
    match = origin(request)
    name = match.view_name if match else ""
    slug = match.kwargs.get("slug", "") if match else ""
    template, pieces = _pieces(name, slug, before, after, request, touched)
    if template:
        gaps = {"said": _said(said, undo)} | pieces
        return HttpResponse(kept(template, gaps))
    template, context = _moved(name, slug, after, request)
    return TemplateResponse(
        request, template, {"said": said, "undo": undo, "oob": True, "logged": logged} | context
    )


def _pieces(
    name: str, slug: str, before: Outline, after: Outline, request: LearnerRequest, touched: Collection[int]
) -> tuple[str, dict[str, object]]:
    """Return the update template of the page with this name and slug, and what goes into its gaps."""
    today = request.user.today()
    if name == "roadmap:today":
        mine, token = study_now(request.user), get_token(request)
        cards = cards_of(request.user.pk, today, marks=after.marks)
        return "roadmap/updates/today.html", today_pieces(after, mine, cards, token, oob=True)
    if name == "roadmap:roadmap":
        return "roadmap/updates/roadmap.html", roadmap_update(before, after, today, touched)
    if name == "roadmap:week":
        pieces = week_pieces(weeks_for(request.user, after), today, get_token(request), oob=True)
        return "roadmap/updates/week.html", pieces
    if name == "roadmap:phase" and (view := after.phase(slug)):
        return "roadmap/updates/phase.html", phase_update(before, after, view, today, touched)
    return "", {}


def _moved(name: str, slug: str, after: Outline, request: LearnerRequest) -> tuple[str, dict[str, Any]]:
    """Return the update template of a page that is not kept, and what it shows."""
    today = request.user.today()
    if name == "roadmap:skill" and (skill := after.catalogue.skill_by_slug.get(slug)):
        hours = skill_log(after, skill, study_now(request.user))
        return "roadmap/updates/skill.html", skill_screen(after, skill, today) | hours
    if name == "roadmap:project" and (project := after.catalogue.project(slug)):
        builds = builds_of(request.user, texts=True).projects
        screen = project_context(after, builds, project, contents(builds, project), today)
        return "roadmap/updates/project.html", screen | skills_shown(after, builds, project)
    if name == "roadmap:sprint":
        return "roadmap/updates/sprint.html", sprint_page(after, own_sprint(request.user.pk), today)
    if name == "roadmap:log":
        return "roadmap/updates/log.html", log_context(request, after)
    return "roadmap/updates/said.html", {}


def _said(said: str, undo: str) -> SafeString:
    return kept("roadmap/updates/said.html", {"said": said} | ({"undo": undo} if undo else {}), rows=True)
