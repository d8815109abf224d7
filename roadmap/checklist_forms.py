"""A check-list on its way: pasted or as a file, then what its columns and its lines mean."""

from typing import Any, cast

from django import forms
from django.core import signing
from django.http import QueryDict

from roadmap.checklist.review import Choice
from roadmap.checklist.table import Columns, Table, Unreadable
from roadmap.checklist.text import Checklist, checklist_of, decoded

LARGEST = 1_000_000  # bytes, as much as the site takes of anything
_SALT = "milepost.checklist"
_KEPT = 6 * 3600  # seconds from choosing a list to saving it
STALE = "This page was open for too long, or it is not whole. Bring the list in again."
LARGE = "This is larger than 1 MB. Split it and bring the parts in one after the other."


def packed(user_id: int, text: str) -> str:
    """Return a text, compressed and signed for this learner, to travel in the form of the next step."""
    return signing.dumps([user_id, text], salt=_SALT, compress=True)


def unpacked(user_id: int, value: str) -> str:
    """Return what `packed` was given. Raises Unreadable for what is not whole or not this learner's."""
    try:
        owner, text = signing.loads(value, salt=_SALT, max_age=_KEPT)
    except signing.BadSignature as error:
        raise Unreadable(STALE) from error
    if owner != user_id:
        raise Unreadable(STALE)
    return str(text)


class ChecklistForm(forms.Form):
    """`found` is what was read, once the form is valid; `raw` is its text."""

    file = forms.FileField(
        label="A file",
        required=False,
        help_text="JSON, CSV, Markdown or plain text, up to 1 MB and 5,000 lines.",
        widget=forms.FileInput(attrs={"accept": ".json,.csv,.tsv,.md,.txt,text/*,application/json"}),
        error_messages={"empty": "This file is empty.", "invalid": "This is no file. Choose it again."},
    )
    text = forms.CharField(
        label="Or paste it",
        required=False,
        strip=False,
        help_text="A line such as “- [x] Chain rule” each, or just the titles of what you have done.",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="checklist_%s")
        self.raw = ""
        self.found: Checklist | None = None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        file, field = data.get("file"), "file" if data.get("file") else "text"
        if self.errors:
            return data
        try:
            if (file and file.size > LARGEST) or len(data.get("text", "")) > LARGEST:
                raise Unreadable(LARGE)
            self.raw = decoded(file.read()) if file else data.get("text", "")
            self.found = checklist_of(self.raw)
        except Unreadable as error:
            self.add_error(field, str(error))
        return data


class ColumnsForm(forms.Form):
    """Which column of a table is what."""

    title_in = forms.ChoiceField(label="Titles")
    state_in = forms.ChoiceField(label="States", required=False)
    day_in = forms.ChoiceField(label="Days", required=False)
    order = forms.ChoiceField(
        label="Days such as 03/04/2026",
        required=False,
        choices=[("", "None in the list"), ("dmy", "Day first"), ("mdy", "Month first")],
        error_messages={"invalid_choice": "Say whether the day or the month comes first."},
    )

    def __init__(self, table: Table, data: Any = None, *, columns: Columns) -> None:
        initial = {
            "title_in": str(columns.title),
            "state_in": str(columns.state) if columns.state >= 0 else "",
            "day_in": str(columns.day) if columns.day >= 0 else "",
            "order": columns.order,
        }
        sent = data is not None and "title_in" in data
        super().__init__(data if sent else initial, auto_id="columns_%s")
        names = [(str(place), name or f"Column {place + 1}") for place, name in enumerate(table.header)]
        self._choose("title_in", names)
        self._choose("state_in", [("", "All are done"), *names])
        self._choose("day_in", [("", "None"), *names])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = choices
        field.error_messages["invalid_choice"] = "There is no such column. Choose from the list."
        field.error_messages["required"] = "Say which column holds the titles."

    @property
    def columns(self) -> Columns:
        """Return what was chosen, once the form is valid."""
        title, state, day = (int(self.cleaned_data[f"{name}_in"] or -1) for name in ("title", "state", "day"))
        return Columns(title, state, day, self.cleaned_data["order"])


def choices_in(post: QueryDict) -> dict[int, Choice]:
    """Return what was chosen for each line, by its number."""
    found: dict[int, Choice] = {}
    for name in post:
        kind, _, number = name.partition("-")
        if kind in ("line", "near") and number.isascii() and number.isdigit() and len(number) < 7:
            was = found.get(int(number), Choice("", ""))
            value = str(post[name])[:400]
            found[int(number)] = was._replace(typed=value) if kind == "line" else was._replace(near=value)
    return found
