"""A learner's builds."""

import uuid
from typing import Any, Literal

from django.db import transaction
from django.http import HttpResponse
from pydantic import ConfigDict

from accounts.api.answers import answer, nothing, unchanged
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.problems import Problem
from accounts.api.repeats import once
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Given, Shown, Slug
from accounts.http import ApiRequest
from roadmap.api.build_shapes import BuildRow, BuildShown, Status, WantedBuild, build_shown
from roadmap.api.catalogue import found
from roadmap.api.requirements import WantedRequirement
from roadmap.build_forms import BuildForm, StatusForm
from roadmap.builds.page import project_of, title_of
from roadmap.builds.saved import save
from roadmap.models import Build, OwnRequirement
from roadmap.models.build_contents import contents_of
from roadmap.models.learner_builds import builds_of
from roadmap.outline import Outline, outline_for
from roadmap.project_forms import RequirementForm

routes = Routes("Builds")


class WantedStatus(Given):
    """Where a build shall stand."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": "shipped"}]})

    status: Status


class WantedStart(Given):
    """That the build of a project shall be begun."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"begun": True}]})

    begun: Literal[True]


class BuildPage(Shown):
    items: list[BuildRow]
    next: Next


@routes.read("/builds", BuildPage, "proof:read")
def list_builds(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List your builds: those of projects first, then your own, the latest first."""
    catalogue = outline_for(request.user.pk).catalogue
    mine = builds_of(request.user)
    builds = [mark.build for mark in mine.projects.values() if mark.build] + [one.build for one in mine.own]
    rows, more = part("builds", builds, lambda build: str(build.key), cursor, limit)
    items = []
    for build in rows:
        project = project_of(catalogue, build)
        items.append(
            BuildRow(
                id=build.key,
                project=project.slug if project else None,
                title=title_of(catalogue, build),
                summary=build.summary,
                status=build.status,  # type: ignore[arg-type]  # one of the four
                ship_by=build.ship_by,
                shipped_on=build.shipped_on,
            )
        )
    return answer(request, BuildPage(items=items, next=more))


@routes.create("/builds", BuildShown, "proof:write")
def create_build(request: ApiRequest, body: WantedBuild) -> HttpResponse:
    """Begin a build of your own."""

    @transaction.atomic
    def create() -> HttpResponse:
        outline, today = outline_for(request.user.pk), request.user.today()
        form = _form(request, outline, None, body)
        if request.user.builds.filter(project=None).count() >= Build.MOST:
            raise Problem("conflict", f"You have {Build.MOST} builds. Delete one before you add another.")
        row = Build.objects.create(user=request.user, title=form.cleaned_data["title"], started_on=today)
        _save(request, row, form, body, frozenset())
        shown = build_shown(outline, row, contents_of(row.pk))
        return answer(request, shown, 201, {"Location": f"/api/v1/builds/{row.key}"})

    return once(request, create)


@routes.read("/projects/{slug}/build", BuildShown, "proof:read")
def read_project_build(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read your build of a project, once it is begun."""
    return answer(request, found(_of_project(request, slug)))


@routes.put("/projects/{slug}/build", BuildShown, "proof:write")
def put_project_build(request: ApiRequest, slug: Slug, body: WantedStart) -> HttpResponse:
    """Begin your build of a project; one that is begun stays as it is."""
    with unchanged(request, lambda: _of_project(request, slug)):
        project = found(outline_for(request.user.pk).catalogue.project(slug))
        row = Build.objects.start(request.user, project.id, request.user.today())
    return answer(request, _shown(request, row.key))


@routes.read("/builds/{uuid:pk}", BuildShown, "proof:read")
def read_build(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a build."""
    return answer(request, _shown(request, pk))


@routes.put("/builds/{uuid:pk}", BuildShown, "proof:write")
def put_build(request: ApiRequest, pk: uuid.UUID, body: WantedBuild) -> HttpResponse:
    """Change a build: all of it is as you send it.

    The title and the requirements of a build of a project are the project's: what you send of them is
    passed over.
    """
    with unchanged(request, lambda: _shown(request, pk)):
        row, outline = _own(request, pk), outline_for(request.user.pk)
        form = _form(request, outline, row, body)
        gone = contents_of(row.pk).skills - outline.lines.keys()
        _save(request, row, form, body, gone)
    return answer(request, _shown(request, pk))


@routes.put("/builds/{uuid:pk}/status", BuildShown, "proof:write")
def put_build_status(request: ApiRequest, pk: uuid.UUID, body: WantedStatus) -> HttpResponse:
    """Say where a build stands. Shipped, it shows its skills."""
    with unchanged(request, lambda: _shown(request, pk)):
        status = followed(StatusForm({"status": body.status}))["status"]
        _own(request, pk).become(status, request.user.today())
    return answer(request, _shown(request, pk))


@routes.put("/builds/{uuid:pk}/requirements/{uuid:requirement}/state", BuildShown, "proof:write")
def put_own_requirement_state(
    request: ApiRequest, pk: uuid.UUID, requirement: uuid.UUID, body: WantedRequirement
) -> HttpResponse:
    """Tick a requirement of a build of your own, or open it again."""
    with unchanged(request, lambda: _shown(request, pk)):
        done = followed(RequirementForm({"state": body.state}))["state"] == "done"
        day = request.user.today() if done else None
        if not OwnRequirement.objects.mark(_own(request, pk), requirement, day):
            raise Problem("not-found", "This build has no such requirement.")
    return answer(request, _shown(request, pk))


@routes.remove("/builds/{uuid:pk}", "proof:write")
def delete_build(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Delete a build with what hangs on it. This cannot be undone."""
    with unchanged(request, lambda: _shown(request, pk)):
        _own(request, pk).delete()
    return nothing()


def _own(request: ApiRequest, key: uuid.UUID) -> Build:
    row = Build.objects.filter(user=request.user, key=key).first()
    if row is None:
        raise Problem("not-found", "There is no such build.")
    return row


def _of_project(request: ApiRequest, slug: str) -> BuildShown | None:
    project = found(outline_for(request.user.pk).catalogue.project(slug))
    row = Build.objects.filter(user=request.user, project_id=project.id).first()
    return _shown(request, row.key) if row and row.begun else None


def _shown(request: ApiRequest, key: uuid.UUID) -> BuildShown:
    row = _own(request, key)
    return build_shown(outline_for(request.user.pk), row, contents_of(row.pk))


def _form(request: ApiRequest, outline: Outline, build: Build | None, body: WantedBuild) -> BuildForm:
    given = body.model_dump(exclude={"skills", "requirements", "ship_by"})
    sent: dict[str, Any] = {name: "" if value is None else value for name, value in given.items()}
    sent |= {"skill": body.skills, "ship_by": body.ship_by.isoformat() if body.ship_by else ""}
    skills = (line.skill for line in outline.lines.values())
    form = BuildForm(sent, today=request.user.today(), skills=skills, build=build)
    followed(form, {"skill": "skills"})
    return form


def _save(
    request: ApiRequest, build: Build, form: BuildForm, body: WantedBuild, gone: frozenset[int]
) -> None:
    ids: list[uuid.UUID] = []
    for row in body.requirements:
        # A copied id would make two rows one.
        ids.append(row.id if row.id and row.id not in ids else uuid.uuid4())
    titles = [str(row.title).strip() for row in body.requirements]
    requirements = None if build.project_id else list(zip(ids, titles, strict=True))
    skills = {skill.id for skill in form.skills()} | gone
    save(build, form.columns(), requirements, skills, request.user.today())
