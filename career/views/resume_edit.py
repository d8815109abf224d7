"""A résumé edited beside the page as it prints."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.models import Resume, ResumeProject
from career.resumes.checks import checked
from career.resumes.desk import NoResume, desk, job_texts
from career.resumes.draft import project_of, shipped
from career.resumes.forms import ResumeForm
from career.views.resumes import path_of
from roadmap.outline import outline_for
from roadmap.row_ids import row_id


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def resume(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a version with its checks (against `?job=`), or save it."""
    if request.method != "POST":
        return _page(request, pk, row_id(request.GET.get("job", "")))
    row = get_object_or_404(Resume, user=request.user, pk=pk)
    job = row_id(request.POST.get("job", ""))
    form = ResumeForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, job, form)
    projects = _projects(request, form)
    row.write(form.columns, projects[: ResumeProject.MOST])
    if len(projects) > ResumeProject.MOST:
        messages.success(request, f"Saved, with the first {ResumeProject.MOST} projects: more do not fit.")
    else:
        messages.success(request, f"Saved: {row}.")
    return HttpResponseRedirect(
        path_of(pk, job) + ("#projects" if request.POST.get("do") else ""), status=303
    )


@require_POST
def resume_preview(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the sheet and the checks of what is typed, and save nothing."""
    row = get_object_or_404(Resume, user=request.user, pk=pk)
    form = ResumeForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "resume": row}
        answer = TemplateResponse(request, "career/updates/resume_refused.html", context, status=422)
        answer["HX-Reswap"] = "none"
        return answer
    typed = Resume(user=request.user, **form.columns)
    job = row_id(request.POST.get("job", ""))
    text = next((one.body for one in job_texts(request.user, job) if one.pk == job), "") if job else ""
    sheet = typed.sheet_with(_projects(request, form))
    report = checked(sheet, outline_for(request.user.pk), text)
    context = {"resume": row, "sheet": sheet, "paper": typed.paper, "report": report}
    return TemplateResponse(request, "career/updates/resume_preview.html", context)


def _projects(request: LearnerRequest, form: ResumeForm) -> list[ResumeProject]:
    """Return those that stay, and those that are drafted from the builds just ticked."""
    builds = {build.key: build for build in shipped(request.user)}
    own = dict(request.user.builds.values_list("key", "pk"))
    kept = form.projects(own, request.POST.get("do", ""))
    there = {one.build_id for one in kept if one.build_id}
    ticked = (builds.get(key) for key in map(row_id, request.POST.getlist("add")) if key)
    return kept + [project_of(build) for build in ticked if build and build.pk not in there]


def _page(
    request: LearnerRequest, pk: uuid.UUID, job: uuid.UUID | None, form: ResumeForm | None = None
) -> HttpResponse:
    """Show the editor; with errors 422, and nothing typed is lost."""
    try:
        context = desk(request.user, pk, job=job, form=form)
    except NoResume as error:
        raise Http404("There is no such version.") from error
    return TemplateResponse(request, "career/resumes/resume.html", context, status=422 if form else 200)
