"""What learners may send about their reviews."""

import datetime
from typing import Any

from django import forms

from roadmap.forms import UncutForm
from roadmap.models.review import LONGEST

MOST = 200  # cards a day
FARTHEST = datetime.timedelta(days=3 * 366)
LARGEST = 1_000_000  # bytes of a file


def _words(name: str, label: str, rows: int, missing: str, help_text: str = "") -> forms.CharField:
    most = LONGEST[name]
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(missing),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
        error_messages={
            "required": missing,
            "max_length": f"This has %(show_value)d characters. Shorten it to {most:,} or fewer.",
            "null_characters_not_allowed": "The text holds a character that cannot be kept (NUL). Remove it.",
        },
    )


class OwnQuestionForm(UncutForm):
    """The words of an own question."""

    prompt = _words("prompt", "Question", 2, "Write the question.")
    answer = _words(
        "answer",
        "Answer",
        5,
        "Write the answer that you want to know by heart.",
        "Markdown, and formulas in TeX between dollar signs, as in $x^2$.",
    )
    slip = _words("slip", "Common slip", 2, "")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "own_%s"  # other forms may stand on the same page


class ReviewPlanForm(forms.Form):
    """Cards a day, and the day of an interview: from today on, or the one saved before, however old."""

    daily_cap = forms.IntegerField(
        label="Questions a day, at most",
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text="In the first week after a break it is half of that.",
        error_messages={
            "required": "Write how many questions a day you want at most.",
            "invalid": "Write a whole number.",
            "min_value": "Write 1 or more. To pause, plan a break.",
            "max_value": f"Write {MOST} or less: that is three hours already.",
        },
    )
    interview_on = forms.DateField(
        label="Day of your interview",
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Until then questions are chosen so that you know most on that day; after it, as before.",
        error_messages={"invalid": "Write the date as year-month-day, such as 2027-10-01."},
    )

    def __init__(
        self, *args: Any, today: datetime.date, was: datetime.date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "review_%s"
        self.today, self.was = today, was
        self.fields["interview_on"].widget.attrs["max"] = (today + FARTHEST).isoformat()

    def clean_interview_on(self) -> datetime.date | None:
        date: datetime.date | None = self.cleaned_data["interview_on"]
        if date and date < self.today and date != self.was:
            raise forms.ValidationError("This day is over. Take today or a later day, or leave it empty.")
        if date and date > self.today + FARTHEST:
            raise forms.ValidationError("This is more than three years away. Take an earlier day.")
        return date


class ImportForm(forms.Form):
    """A file as Anki reads and writes it, or its text."""

    file = forms.FileField(
        label="File",
        required=False,
        error_messages={"empty": "This file is empty.", "invalid": "This is no file."},
    )
    lines = forms.CharField(
        label="Or its lines",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        error_messages={
            "null_characters_not_allowed": "The text holds a character that cannot be kept (NUL). Remove it."
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "import_%s"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        if file:
            if file.size > LARGEST:
                raise forms.ValidationError("This file is larger than 1 MB. Split it.")
            try:
                data["lines"] = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", "This file is no UTF-8 text. Save it as UTF-8 and choose it again.")
                return data
            if "\0" in data["lines"]:
                self.add_error("file", "This file is no text: it holds NUL characters.")
        elif not data.get("lines", "").strip() and not self.errors:
            self.add_error("file", "Choose the file to read.")
        return data
