"""Versions of a résumé: listed, drafted, copied, deleted."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import Resume, ResumeProject
from career.models.resumes import TooManyResumes
from career.resumes.desk import versions
from career.resumes.draft import draft
from career.views.deletions import delete, go
from roadmap.outline import outline_for
from roadmap.row_ids import row_id

FULL = (
    f"You have {Resume.MOST} versions, which is as many as fit. "
    "Delete one that you no longer send, then try again."
)


@require_safe
@never_cache
def resumes(request: LearnerRequest) -> HttpResponse:
    """List all versions; `?version=` opens one of them, against `?job=`, and `?job=` alone the latest."""
    version, job = row_id(request.GET.get("version", "")), row_id(request.GET.get("job", ""))
    if job and not version:
        version = Resume.objects.filter(user=request.user).values_list("pk", flat=True).first()
    if version:
        return HttpResponseRedirect(path_of(version, job))
    context = {"section": "career", "versions": versions(request.user), "new": uuid.uuid4()}
    return TemplateResponse(request, "career/resumes/list.html", context)


@require_POST
def resume_new(request: LearnerRequest) -> HttpResponse:
    """Draft a version from the profile and what was shipped."""
    pk = row_id(request.POST.get("resume", "")) or uuid.uuid4()
    row, projects = draft(request.user, outline_for(request.user.pk), pk)
    return add(request, row, projects, "drafted. Say it in your own words")


@require_POST
def resume_copy(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a version that says the same as this one."""
    row = get_object_or_404(Resume, user=request.user, pk=pk)
    projects = list(row.projects.all())
    copy = Resume(pk=row_id(request.POST.get("resume", "")) or uuid.uuid4(), user=request.user)
    for name in Resume.CONTENT:
        setattr(copy, name, getattr(row, name))
    return add(request, copy, projects, f"is a copy of v{row.number}")


@require_POST
def resume_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Resume, user=request.user, pk=pk)
    return delete(request, row, reverse("career:resumes"))


def add(request: LearnerRequest, row: Resume, projects: list[ResumeProject], said: str) -> HttpResponse:
    """Save a new version, and open it."""
    try:
        added = Resume.objects.add(row, projects)
    except TooManyResumes:
        messages.error(request, FULL)
        return go(request, reverse("career:resumes"))
    if added:
        messages.success(request, f"{row} {said}.")
    return go(request, path_of(row.pk))


def path_of(pk: uuid.UUID, job: uuid.UUID | None = None) -> str:
    """Return the address of a version, checked against a job text if there is one."""
    return reverse("career:resume", args=[pk]) + (f"?job={job}" if job else "")
