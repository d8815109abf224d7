"""Stories drafted from a build or from nothing, and edited."""

import uuid
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
from career.models import Story, StoryTag
from career.reading_time import meter
from career.story_build import draft_of
from career.story_forms import StoryForm
from career.story_list import QUESTIONS, skills_of
from career.story_skills import skill_groups
from roadmap.models import Build
from roadmap.outline import Outline, outline_for
from roadmap.row_ids import row_id

FULL = (
    f"You have {Story.MOST} stories, which is as many as fit. "
    "Delete one you no longer tell, then save this one again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def story_new(request: LearnerRequest) -> HttpResponse:
    """Offer a draft from `?build=` (a key) for `?tag=`, or save a new story."""
    outline = outline_for(request.user.pk)
    slugs = outline.catalogue.skill_by_slug
    if request.method != "POST":
        build = _build(request, request.GET.get("build", ""))
        initial = draft_of(build, outline) if build else {}
        if request.GET.get("tag") in StoryTag.Name:
            initial["tags"] = [*initial.get("tags", []), request.GET["tag"]]
        return _form(request, outline, StoryForm(initial=initial, slugs=slugs), build=build)
    form = StoryForm(request.POST, slugs=slugs)
    build = _found(request, request.POST.get("build", ""))
    if not form.is_valid():
        return _form(request, outline, form, build=build)
    if request.user.stories.count() >= Story.MOST and not _is_there(request, form):
        form.add_error(None, FULL)
        return _form(request, outline, form, build=build)
    row = Story(pk=form.cleaned_data["story"], user=request.user, build=build, **form.values)
    row.build_title = str(build) if build else ""
    added = Story.everything.add(row, form.cleaned_data["tags"], _skill_ids(form, outline))
    messages.success(request, f"Saved: {row.title}." if added else f"{row.title} is saved already.")
    return HttpResponseRedirect(reverse("career:story", args=[row.pk]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def story_edit(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Story.everything.of(request.user), pk=pk)
    outline = outline_for(request.user.pk)
    slugs = outline.catalogue.skill_by_slug
    if request.method != "POST":
        initial: dict[str, Any] = {
            field: getattr(row, field) for field in ("title", *Story.PARTS, "would_change", "sources")
        }
        initial["tags"] = [tag.name for tag in row.tags.all()]
        initial["skills"] = [skill.slug for skill in skills_of(row, outline)]
        initial["story"] = row.pk
        return _form(request, outline, StoryForm(initial=initial, slugs=slugs), story=row)
    form = StoryForm(request.POST, slugs=slugs)
    if not form.is_valid():
        return _form(request, outline, form, story=row)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    Story.everything.write(row, form.cleaned_data["tags"], _skill_ids(form, outline))
    messages.success(request, f"Saved: {row.title}.")
    return HttpResponseRedirect(reverse("career:story", args=[pk]), status=303)


def _form(
    request: LearnerRequest,
    outline: Outline,
    form: StoryForm,
    *,
    build: Build | None = None,
    story: Story | None = None,
) -> HttpResponse:
    """Show the form; with errors 422, and nothing typed is lost."""
    shipped = request.user.builds.filter(status=Build.Status.SHIPPED).select_related("project")
    context = {
        "section": "projects",
        "form": form,
        "story": story,
        "build": build,
        "builds": [] if story or build else list(shipped.order_by("-shipped_on", "pk")),
        "questions": [(name.value, name.label, asked) for name, asked in QUESTIONS.items()],
        "tag": request.GET.get("tag") if request.GET.get("tag") in StoryTag.Name else "",
        "chosen_tags": form["tags"].value() or [],
        "meter": meter(form.texts),
        "skill_groups": skill_groups(outline, form.chosen),
    }
    return TemplateResponse(request, "career/edit.html", context, status=422 if form.errors else 200)


def _build(request: LearnerRequest, key: str) -> Build | None:
    """Return the learner's build with this key, or None without one. Raises Http404 for any other."""
    if not key:
        return None
    found = _found(request, key)
    if found is None:
        raise Http404("There is no such build.")
    return found


def _found(request: LearnerRequest, key: str) -> Build | None:
    pk = row_id(key)
    return request.user.builds.select_related("project").filter(key=pk).first() if pk else None


def _is_there(request: LearnerRequest, form: StoryForm) -> bool:
    return request.user.stories.filter(pk=form.cleaned_data["story"]).exists()


def _skill_ids(form: StoryForm, outline: Outline) -> list[int]:
    return [outline.catalogue.skill_by_slug[slug].id for slug in form.cleaned_data["skills"]]
