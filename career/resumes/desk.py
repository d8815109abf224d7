"""What the pages of résumés show."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Count, F, Prefetch, Q, Value, When

from accounts.models import User
from career.models import JobText, Resume, ResumeProject
from career.resumes.checks import checked, passed
from career.resumes.draft import metric_of, shipped, suggestions
from career.resumes.forms import ResumeForm
from career.resumes.rows import RowForm
from roadmap.models import Build
from roadmap.outline import outline_for


class NoResume(LookupError):
    """The learner has no version of this id."""


@dataclass(frozen=True)
class Version:
    """`uses`: in how many applications it stands; `met` of `asked` checks are passed."""

    row: Resume
    uses: int
    met: int
    asked: int
    saved_on: str

    @property
    def copy(self) -> uuid.UUID:
        """Return an id for a copy, so that asking for it twice makes one."""
        return uuid.uuid4()


@dataclass(frozen=True)
class ProjectRow:
    """A project on the sheet with its form; `metric` and `build` are those of the build it came from."""

    form: RowForm
    build: Build | None
    metric: str


def versions(user: User) -> list[Version]:
    """Return all, the latest first, in two statements."""
    rows = _counted(Resume.objects.of(user))
    return [
        Version(row, row.uses, *passed(row), saved_at(user, row.changed_at).split(",")[0]) for row in rows
    ]


def saved_at(user: User, moment: datetime.datetime) -> str:
    """Return “July 11, 20:14” on the learner's clock."""
    local = user.local(moment)
    return f"{local:%B} {local.day}, {local:%H:%M}"


def _counted(rows: Any) -> Any:
    uses = Count("applications", filter=Q(applications__deleted_at=None))
    return rows.annotate(uses=uses).order_by("-number")  # aggregates forget the order of the table


def resume_with_projects(user: User, pk: uuid.UUID) -> Resume:
    """Return a version with its projects and their builds at hand. Raises NoResume."""
    projects = Prefetch("projects", ResumeProject.objects.select_related("build"))
    row = Resume.objects.filter(user=user, pk=pk).prefetch_related(projects).first()
    if row is None:
        raise NoResume
    return row


def desk(
    user: User,
    pk: uuid.UUID,
    *,
    job: uuid.UUID | None,
    form: ResumeForm | None = None,
) -> dict[str, Any]:
    """Return the editor's page, in five statements. Raises NoResume.

    `form` holds what was sent and refused; without one the row is edited as it is saved.
    """
    rows: list[Any] = list(_counted(Resume.objects.filter(user=user)))
    row = next((one for one in rows if one.pk == pk), None)
    if row is None:
        raise NoResume
    projects = list(row.projects.select_related("build"))
    form = form or ResumeForm(row=row, projects=projects)
    jobs = job_texts(user, job)
    outline = outline_for(user.pk)
    sheet = row.sheet_with(projects)
    chosen = next((one for one in jobs if one.pk == job), None)
    builds = shipped(user)
    on_sheet = project_rows(form, builds)
    keys = {one.build.key for one in on_sheet if one.build}
    named = {str(one.form["title"].value()).casefold() for one in on_sheet}
    return {
        "section": "career",
        "resume": row,
        "versions": rows,
        "jobs": jobs,
        "job": chosen,
        "form": form,
        "project_rows": on_sheet,
        "others": [
            (build, metric_of(build))
            for build in builds
            if not (build.key in keys or str(build).casefold() in named)
        ],
        "sheet": sheet,
        "paper": row.paper,
        "report": checked(sheet, outline, chosen.body if chosen else ""),
        "suggestions": suggestions(outline, sheet.text),
        "next_number": max(one.number for one in rows) + 1,
        "copy": uuid.uuid4(),
        "saved_at": saved_at(user, row.changed_at),
    }


def job_texts(user: User, chosen: uuid.UUID | None) -> list[Any]:
    """Return a learner's job texts by name, the latest first; `body` is the text of the chosen one alone."""
    body = Case(When(pk=chosen, then=F("text")), default=Value(""), output_field=CharField())
    return list(JobText.objects.filter(user=user).only("title", "company").annotate(body=body))


def project_rows(form: ResumeForm, builds: list[Build]) -> list[ProjectRow]:
    by_key = {str(build.key): build for build in builds}
    rows = []
    for one in form.rows["project"]:
        if not one.is_blank:
            build = by_key.get(str(one["build"].value() or ""))
            rows.append(ProjectRow(one, build, metric_of(build) if build else ""))
    return rows
