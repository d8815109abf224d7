"""What stands on a negotiation sheet, and the lines of its log."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any, cast

from django import forms

from career.models import Offer, OfferQuestion
from career.money_fields import MoneyField
from career.offers.questions import OWN, QUESTIONS
from career.prose_field import ProseField
from career.runway import in_months
from roadmap.day_field import DayField

NAMES = ("floor", "target", "also_ask", "brings", "script")


class SheetForm(forms.Form):
    floor = MoneyField(label="Floor, base", required=False, empty=None)
    target = MoneyField(label="Target, base", required=False, empty=None)
    also_ask = forms.CharField(
        required=False,
        max_length=300,
        label="Also ask for",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"max_length": "Keep it under 300 characters."},
    )
    brings = ProseField(most=2000, rows=3, label="What you bring, in numbers")
    script = ProseField(
        most=3000,
        rows=6,
        label="Say it in your words",
        help_text="Drafted from the fields above until you change it. Read it aloud once.",
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, row: Offer, script: str = "") -> None:
        """`script`: what stands there while the learner has no words of their own."""
        initial = {name: getattr(row, name) for name in NAMES}
        super().__init__(data, initial=initial | {"script": row.script or script}, auto_id="sheet_%s")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        floor, target = data.get("floor"), data.get("target")
        if floor is not None and target is not None and floor > target:
            self.add_error("floor", "The floor is where you stop: write no more than the target.")
        return data


class LineForm(forms.Form):
    on = DayField(label="Day")
    text = forms.CharField(
        max_length=500,
        label="What was said",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": "Say what happened.", "max_length": "Keep it under 500 characters."},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: datetime.date) -> None:
        super().__init__(data, initial={"on": today}, auto_id="line_%s")
        cast(DayField, self.fields["on"]).within(in_months(today, -60), in_months(today, 24))


class QuestionForm(forms.Form):
    """One question; only the learner's own has a text, and goes when that is emptied."""

    asked = forms.BooleanField(required=False, label="Asked")
    answer = forms.CharField(
        required=False,
        max_length=500,
        label="Answer",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "placeholder": "Answer"}),
        error_messages={"max_length": "Keep the answer under 500 characters."},
    )
    text = forms.CharField(
        required=False,
        max_length=200,
        label="Your own question",
        widget=forms.TextInput(
            attrs={"dir": "auto", "autocomplete": "off", "placeholder": "A question of your own"}
        ),
        error_messages={"max_length": "Keep the question under 200 characters."},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, key: str, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=key, auto_id="ask_%s", initial=initial)
        self.key = key
        self.fields["answer"].widget.attrs["aria-label"] = "Answer: " + QUESTIONS.get(
            key, "your own question"
        )

    @property
    def question(self) -> str:
        return QUESTIONS.get(self.key, "")


class QuestionRows:
    """Ours and the learner's own, a form each, and an empty one for another; `new` is its key."""

    def __init__(self, data: Mapping[str, Any] | None, kept: Mapping[str, OfferQuestion]) -> None:
        sent = str(data.get("new", "")) if data is not None else ""
        own = [key for key in kept if key.startswith(OWN)]
        self.new = sent if _is_own(sent) else f"{OWN}{uuid.uuid4().hex}"
        keys = [*QUESTIONS, *own]
        if len(keys) < OfferQuestion.MOST and self.new not in keys:
            keys.append(self.new)
        if data is not None:  # what was added elsewhere in the meantime stays as it is
            keys = [key for key in keys if f"{key}-answer" in data]
        self.forms = [QuestionForm(data, key=key, initial=_initial(kept.get(key))) for key in keys]

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]  # each is to say what it lacks

    @property
    def keys(self) -> list[str]:
        return [form.key for form in self.forms]

    @property
    def rows(self) -> list[OfferQuestion]:
        """Return what is worth keeping, once the forms are valid."""
        return [
            OfferQuestion(key=form.key, **form.cleaned_data)
            for form in self.forms
            if (form.cleaned_data["text"] if form.key.startswith(OWN) else any(form.cleaned_data.values()))
        ]


def _initial(row: OfferQuestion | None) -> dict[str, Any]:
    return {"asked": row.asked, "answer": row.answer, "text": row.text} if row else {}


def _is_own(key: str) -> bool:
    rest = key.removeprefix(OWN)
    return key.startswith(OWN) and len(rest) == 32 and rest.isascii() and rest.isalnum()
