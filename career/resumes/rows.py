"""What a learner may write on a résumé."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from career.models import Resume
from career.prose_field import ProseField
from roadmap.links import http_url

GROUPS, JOBS, SCHOOLS = 6, 6, 4
LINKS = 5
NO_SKILL = "Name at least one skill, or empty the group's name."
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
    words = _line("Skills", LENGTHS["words"], required=NO_SKILL)

    def clean_words(self) -> str:
        words = ", ".join(filter(None, map(str.strip, self.cleaned_data["words"].split(","))))
        if not words:
            raise ValidationError(NO_SKILL)
        return words


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
