"""A spreadsheet's file, and what its columns mean."""

from typing import Any, NamedTuple

from django import forms
from django.core import signing

from accounts.csv_text import Table, Unreadable, decoded, read
from career.models.money import three_letters
from career.search.columns import COLUMNS, guessed, letter

LARGEST = 1_000_000  # bytes, as much as the site takes of anything
_SALT = "milepost.career.import"
_KEPT = 6 * 3600  # seconds from choosing a file to saving its rows
STALE = "This page was open for too long, or it is not whole. Choose the file again."


class Chosen(NamedTuple):
    """A file on its way from one step to the next: its text, and what to say about its encoding."""

    text: str
    said: str


def packed(user_id: int, chosen: Chosen) -> str:
    """Return the file, compressed and signed for this learner, to travel in the form of the next step."""
    return signing.dumps([user_id, *chosen], salt=_SALT, compress=True)


def unpacked(user_id: int, text: str) -> Chosen:
    """Return what `packed` was given. Raises Unreadable for what is not whole or not this learner's."""
    try:
        owner, *rest = signing.loads(text, salt=_SALT, max_age=_KEPT)
    except signing.BadSignature as error:
        raise Unreadable(STALE) from error
    if owner != user_id:
        raise Unreadable(STALE)
    return Chosen(*rest)


class FileForm(forms.Form):
    """`chosen` and `table` hold what was read, once the form is valid."""

    file = forms.FileField(
        label="CSV file",
        help_text="Up to 1 MB. The first row names the columns.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        error_messages={
            "required": "Choose the file to read.",
            "empty": "This file is empty.",
            "invalid": "This is no file. Choose it again.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "import_%s"
        self.chosen, self.table = Chosen("", ""), Table((), ())

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("This file is larger than 1 MB. Split it and read the parts.")
        try:
            self.chosen = Chosen(*decoded(file.read()))
            self.table = read(self.chosen.text)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return file


class ColumnsForm(forms.Form):
    """For each of our columns the place of the file's that it is read from, as text, or nothing."""

    order = forms.ChoiceField(
        label="Dates such as 03/04/2026",
        required=False,
        choices=[("", "None are in the file"), ("dmy", "Day first"), ("mdy", "Month first")],
        error_messages={"invalid_choice": "Say whether the day or the month comes first."},
    )
    currency = forms.CharField(
        label="Currency of all pay",
        required=False,
        help_text="Three letters, where no column and no sign names it.",
        widget=forms.TextInput(attrs={"class": "short", "autocapitalize": "characters"}),
    )

    def __init__(self, *args: Any, header: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "columns_%s"
        choices = [("", "Leave out")] + [
            (str(place), f"{letter(place)}: {name[:60] or 'no name'}") for place, name in enumerate(header)
        ]
        for column in COLUMNS:
            self.fields[f"in_{column.key}"] = forms.ChoiceField(
                label=column.label,
                required=column.key == "company",
                choices=choices,
                error_messages={
                    "required": "Say which column holds the company.",
                    "invalid_choice": "There is no such column. Choose from the list.",
                },
            )
        self.order_fields([*(f"in_{column.key}" for column in COLUMNS), "order", "currency"])

    @property
    def columns(self) -> list[Any]:
        return [self[f"in_{column.key}"] for column in COLUMNS]

    def clean_currency(self) -> str:
        currency = str(self.cleaned_data["currency"]).upper()
        if currency:
            three_letters(currency)
        return currency

    @property
    def places(self) -> dict[str, int]:
        """Return the place of each column that is read, once the form is valid."""
        values = {column.key: self.cleaned_data.get(f"in_{column.key}") for column in COLUMNS}
        return {key: int(place) for key, place in values.items() if place}


def _initial(header: tuple[str, ...]) -> dict[str, str]:
    return {f"in_{key}": str(place) for key, place in guessed(header).items()}


def as_guessed(header: tuple[str, ...]) -> ColumnsForm:
    """Return the form as if it had been sent with what was guessed."""
    return ColumnsForm(_initial(header), header=header)
