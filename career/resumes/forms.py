"""The editor of a résumé as one form."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from career.models import Resume, ResumeProject
from career.resumes.order import moved
from career.resumes.rows import (
    GROUPS,
    JOBS,
    SCHOOLS,
    GroupForm,
    HeadForm,
    JobForm,
    ProjectForm,
    RowForm,
    SchoolForm,
)

KINDS: dict[str, tuple[type[RowForm], int]] = {
    "group": (GroupForm, GROUPS),
    "project": (ProjectForm, ResumeProject.MOST),
    "job": (JobForm, JOBS),
    "school": (SchoolForm, SCHOOLS),
}


class ResumeForm:
    """All forms of the editor as one: `head`, and the rows of each kind with room for one more."""

    def __init__(
        self, data: Any = None, *, row: Resume | None = None, projects: Iterable[ResumeProject] = ()
    ) -> None:
        initial = _initial(row, projects) if row else {}
        self.is_bound = data is not None
        self.head = HeadForm(data, initial=initial.get("head"), auto_id="resume_%s", label_suffix="")
        self.rows: dict[str, list[RowForm]] = {}
        for kind, (form, most) in KINDS.items():
            given = initial.get(kind, [])
            self.rows[kind] = [
                form(
                    data,
                    prefix=f"{kind}-{number}",
                    initial=given[number - 1] if number <= len(given) else None,
                    auto_id="resume_%s",
                    label_suffix="",
                )
                for number in range(1, most + 1)
            ]

    @property
    def forms(self) -> Iterator[forms.Form]:
        """Yield those that say something."""
        yield self.head
        for rows in self.rows.values():
            yield from (row for row in rows if not row.is_blank)

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]  # all of them say what is wrong

    @property
    def wrong(self) -> list[BoundField]:
        """Return the fields with errors, in order."""
        return [form[name] for form in self.forms for name in form.errors] if self.is_bound else []

    @property
    def errors(self) -> bool:
        return bool(self.wrong)

    @property
    def groups(self) -> list[RowForm]:
        return self.shown("group")

    @property
    def blank_project(self) -> list[RowForm]:
        return [row for row in self.rows["project"] if row.is_blank][:1]

    @property
    def jobs(self) -> list[RowForm]:
        return self.shown("job")

    @property
    def schools(self) -> list[RowForm]:
        return self.shown("school")

    def shown(self, kind: str) -> list[RowForm]:
        """Return the rows that say something and the first that does not."""
        said = [row for row in self.rows[kind] if not row.is_blank]
        empty = [row for row in self.rows[kind] if row.is_blank]
        return [*said, *empty[:1]]

    def said(self, kind: str) -> list[dict[str, Any]]:
        """Return what the rows of a kind say, once the form is valid."""
        return [row.cleaned_data for row in self.rows[kind] if not row.is_blank]

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {
            **self.head.cleaned_data,
            "skills": self.said("group"),
            "jobs": self.said("job"),
            "education": self.said("school"),
        }

    def projects(self, builds: Mapping[uuid.UUID, int], wish: str = "") -> list[ResumeProject]:
        """Return those that stay, one of them moved if `wish` says so; `builds`: the learner's, id by key."""
        rows = [row.cleaned_data for row in moved(self.rows["project"], wish) if not row.is_blank]
        return [
            ResumeProject(
                title=said["title"],
                link=said["link"],
                lines=said["lines"],
                build_id=builds.get(said["build"]) if said["build"] else None,
            )
            for said in rows
            if said["keep"]
        ]


def _initial(row: Resume, projects: Iterable[ResumeProject]) -> dict[str, Any]:
    names = ("title", "paper", "name", "place", "email", "phone", "summary")
    return {
        "head": {name: getattr(row, name) for name in names} | {"links": "\n".join(row.links)},
        "group": row.skills,
        "job": row.jobs,
        "school": row.education,
        "project": list(_projects(projects)),
    }


def _projects(rows: Iterable[ResumeProject]) -> Iterator[dict[str, Any]]:
    for one in rows:
        build = one.build.key if one.build else None
        yield {"title": one.title, "link": one.link, "lines": one.lines, "build": build, "keep": True}
