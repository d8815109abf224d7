"""The answers that every change of a build gives: its page, what moved on it, or a way back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from accounts.http import LearnerRequest
from roadmap.build_forms import FactsForm, LineForm
from roadmap.builds.page import build_screen, project_of
from roadmap.catalogue import Catalogue
from roadmap.forms import NoteForm
from roadmap.models import Build, Note
from roadmap.models.build_contents import contents_of
from roadmap.models.learner_builds import builds_of
from roadmap.outline import Outline, outline_for
from roadmap.proof.build_skills import build_skills
from roadmap.views.project_page import facts_of, project_context


def own_build(request: LearnerRequest, key: uuid.UUID) -> Build:
    """Return the learner's build; whoever else's it is, there is none."""
    return get_object_or_404(Build, user=request.user, key=key)


def home(catalogue: Catalogue, build: Build) -> str:
    """Return the address of the page that shows the build."""
    project = project_of(catalogue, build)
    if project:
        return reverse("roadmap:project", args=[project.slug])
    return reverse("roadmap:build", args=[build.key])


def changed(request: LearnerRequest, build: Build, said: str, *parts: str, undo: str = "") -> HttpResponse:
    """Say it: to htmx with the `parts` of the page that moved, else after a way back."""
    outline = outline_for(request.user.pk)
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(home(outline.catalogue, build), status=303)
    context = build_context(request, outline, build)
    if "shows" in parts:
        context["proof"] = build_skills(build, outline)
    context |= {
        "said": said,
        "undo": undo,
        "parts": parts,
        "oob": True,
    }
    return TemplateResponse(request, "roadmap/updates/build.html", context)


def too_late(request: LearnerRequest, said: str) -> HttpResponse:
    """Say that nothing was undone; of which build it was, nothing is known any more."""
    if request.htmx:
        return TemplateResponse(request, "roadmap/updates/said.html", {"said": said, "oob": True})
    messages.success(request, said)
    return HttpResponseRedirect(reverse("roadmap:projects"), status=303)


def refused_beside(request: LearnerRequest, build: Build, fragment: str, **forms: Any) -> HttpResponse:
    """Answer 422 with the form that was refused in its place: on the page, or as its `fragment`."""
    outline = outline_for(request.user.pk)
    context = build_context(request, outline, build) | forms
    if request.htmx:
        return TemplateResponse(request, fragment, context | {"oob": True}, status=422)
    item = project_of(outline.catalogue, build)
    template = "roadmap/project.html" if item else "roadmap/builds/build.html"
    note = Note.objects.of(request.user, project_id=item.id) if item else None
    context |= {
        "note": note,
        "note_form": NoteForm({"text": note.text} if note else None),
        "proof": build_skills(build, outline),
    }
    return TemplateResponse(request, template, context, status=422)


def build_context(request: LearnerRequest, outline: Outline, build: Build) -> dict[str, Any]:
    """Return what the page of a build shows, be it of a project or the learner's own."""
    today, hanging = request.user.today(), contents_of(build.pk)
    if item := project_of(outline.catalogue, build):
        builds = builds_of(request.user, texts=True).projects
        return project_context(outline, builds, item, hanging, today) | build_screen(
            outline, build, hanging, today
        )
    return {
        "section": "projects",
        **build_screen(outline, build, hanging, today),
        "line_form": LineForm(today=today),
        "facts_form": FactsForm(initial=facts_of(build)),
    }
