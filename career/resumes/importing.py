"""A JSON Resume file as a new version."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from django import forms

from career.resumes import json_resume
from career.resumes.forms import KINDS, ResumeForm
from career.resumes.json_object import Reading
from roadmap.new_row import NewRowField

LARGEST = 1_000_000  # bytes
MANY = 12  # places that are named, of what is wrong or left out
_NAMES = {"job": "work", "school": "education", "group": "skills", "project": "projects"}


class ImportForm(forms.Form):
    """A file, or its text."""

    resume = NewRowField()
    file = forms.FileField(
        label="File",
        required=False,
        widget=forms.FileInput({"accept": ".json,application/json"}),
        error_messages={"empty": "This file is empty.", "invalid": "This is no file."},
    )
    text = forms.CharField(
        label="Or its text",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        error_messages={
            "null_characters_not_allowed": "The text holds a character that cannot be kept (NUL). Remove it."
        },
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        if file:
            if file.size > LARGEST:
                self.add_error("file", "This file is larger than 1 MB. A résumé needs a hundredth of that.")
                return data
            try:
                data["text"] = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", "This file is no UTF-8 text. Save it as UTF-8 and choose it again.")
        elif not data.get("text", "").strip() and not self.errors:
            self.add_error("file", "Choose the file to read.")
        return data


@dataclass(frozen=True)
class Import:
    """`form` is valid where nothing is `wrong`, as (path in the file, what is wrong there)."""

    form: ResumeForm
    wrong: list[tuple[str, str]]
    ignored: list[str]


def read(text: str) -> Import:
    try:
        data = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        return Import(ResumeForm(), [_broken(error)], [])
    reading = json_resume.read(data)
    wrong = [*reading.wrong, *_too_many(reading)]
    form = ResumeForm(reading.fields)
    if not form.is_valid():
        wrong += [(reading.where.get(one.html_name, one.html_name), str(one.errors[0])) for one in form.wrong]
    return Import(form, wrong[:MANY], reading.ignored)


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _broken(error: Exception) -> tuple[str, str]:
    if isinstance(error, json.JSONDecodeError):
        return f"Line {error.lineno}", f"This is no JSON: {error.msg[:1].lower()}{error.msg[1:]}."
    if isinstance(error, RecursionError):
        return "The file", "This is nested too deep for a résumé."
    return "The file", f"This is no JSON: {error}."


def _too_many(reading: Reading) -> list[tuple[str, str]]:
    """Say where there are more than fit, since none may be lost."""
    found = []
    for kind, (_, most) in KINDS.items():
        given = len({name.split("-")[1] for name in reading.fields if name.startswith(f"{kind}-")})
        if given > most:
            found.append((_NAMES[kind], f"There are {given}, and {most} fit. Leave out the oldest."))
    return found
