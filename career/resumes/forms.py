"""What a learner may write on a résumé."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from career.models import Resume, ResumeProject
from career.prose_field import ProseField
from career.resumes.order import moved
from roadmap.links import http_url

GROUPS, JOBS, SCHOOLS = 6, 6, 4
LINKS = 5
LENGTHS = {"group": 40, "words": 300, "title": 160, "years": 40, "lines": 800}


def _line(label: str, most: int, *, required: str = "", **attributes: str) -> forms.CharField:
    """Return a field of one line; `required` is what is said when it is empty."""
    field = forms.CharField(
        label=label,
        required=bool(required),
        max_length=most,
        widget=forms.TextInput({"dir": "auto", **attributes}),
        error_messages={"required": required, "max_length": f"Keep it under {most} characters."},
    )
    field.widget.attrs.pop("maxlength", None)  # a pasted text would be cut without a word
    return field


def _lines(label: str, rows: int) -> ProseField:
    return ProseField(most=LENGTHS["lines"], rows=rows, label=label)


def whole(link: str) -> str:
    """Return an address with https:// before it where it was typed without. Raises ValidationError."""
    link = link if "://" in link or not link else f"https://{link}"
    if len(link) > 500:
        raise ValidationError("Keep the address under 500 characters.")
    if link:
        http_url(link)
    return link


class LinkField(forms.CharField):
    """One address, typed with or without https://."""

    def __init__(self, label: str) -> None:
        attributes = {"placeholder": "https://", "inputmode": "url"}
        super().__init__(label=label, required=False, widget=forms.TextInput(attributes))

    def clean(self, value: Any) -> str:
        return whole(super().clean(value))


class RowForm(forms.Form):
    """A group, project, job or school. One that is empty is left out."""

    @property
    def is_blank(self) -> bool:
        return not any((self[name].value() or "").strip() for name in self.typed)

    @property
    def number(self) -> int:
        """Return the place of its slot, from 1."""
        return int(str(self.prefix).rpartition("-")[2])

    @property
    def typed(self) -> list[str]:
        return [name for name in self.fields if name not in ("keep", "build")]


class GroupForm(RowForm):
    name = _line("Group", LENGTHS["group"], required="Give the group a name, such as Languages.")
    words = _line("Skills", LENGTHS["words"], required="Name at least one skill, or empty the group's name.")


class ProjectForm(RowForm):
    """`build`: the key of the build that it was drafted from."""

    keep = forms.BooleanField(required=False, initial=True)
    build = forms.UUIDField(required=False, widget=forms.HiddenInput)
    title = _line("Title", LENGTHS["title"], required="Give the project a title.")
    link = LinkField("Link, to the demo or the code")
    lines = _lines("Lines, the first with the number", 3)


class JobForm(RowForm):
    title = _line("Role and employer", LENGTHS["title"], required="Say what you were, and where.")
    years = _line("Years", LENGTHS["years"])
    lines = _lines("What you did that an engineer needs too, one a line", 3)


class SchoolForm(RowForm):
    title = _line("What and where", LENGTHS["title"], required="Say what you learned, and where.")
    years = _line("Years", LENGTHS["years"])


class HeadForm(forms.Form):
    """All that there is once."""

    title = _line("What this version is for", 80)
    paper = forms.ChoiceField(label="Paper", choices=Resume.Paper.choices, required=False)
    name = _line("Name", 120, autocomplete="name")
    place = _line("Place", 120)
    email = forms.EmailField(
        label="Email",
        required=False,
        max_length=254,
        error_messages={"invalid": "This is no e-mail address. Write it as in name@example.org."},
    )
    phone = _line("Phone", 40, autocomplete="tel")
    links = ProseField(most=2500, rows=3, label="Links, one a line")
    summary = ProseField(most=600, rows=4, label="Two to three lines")

    def clean_paper(self) -> str:
        return self.cleaned_data["paper"] or Resume.Paper.A4

    def clean_links(self) -> list[str]:
        typed = self.cleaned_data["links"].replace(",", "\n").split()
        if len(typed) > LINKS:
            raise ValidationError(f"Keep it to {LINKS} links, so that they are read.")
        return [whole(link) for link in typed]


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
