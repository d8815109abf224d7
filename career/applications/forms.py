"""What learners may send about an application."""

import datetime
from typing import Any

from django import forms

from accounts.models import User
from career.applications.fields import AnyDayField, PaperField
from career.applications.stages import Stages
from career.models import Application, Tier
from career.money_fields import CurrencyField, MoneyField
from career.prose_field import ProseField
from career.words_field import WordsField
from roadmap.links import HttpLinkField
from roadmap.new_row import NewRowField

TIERS = [("", "Not said"), *((str(tier.value), f"{tier.value} {tier.label}") for tier in Tier)]
SOURCES = [("", "Not said"), *Application.Source.choices]
REMOTE = [("", "Not said"), *Application.Remote.choices]
PAPERS = ("resume", "job_text", "contact")
# The columns that a form sets as they stand there.
COLUMNS = (
    *("company", "role", "link", "tier", "source", "place", "remote", "pay_low", "pay_high"),
    *("pay_currency", "pay_per", "note", *PAPERS),
)


class ApplicationForm(forms.Form):
    """Everything that is written about an application but where it stands and what comes next.

    `application` is the id of a new one, so that sending it twice adds it once.
    """

    application = NewRowField()
    company = WordsField(label="Company", error_messages={"required": "Write the company's name."})
    role = WordsField(label="Role", required=False, hint="Junior ML Engineer")
    link = HttpLinkField(label="Link", required=False)
    source = forms.ChoiceField(label="Source", choices=SOURCES, required=False)
    tier = forms.TypedChoiceField(label="Tier", choices=TIERS, required=False, coerce=int, empty_value=None)
    place = WordsField(label="Place", required=False, hint="Leeds")
    remote = forms.ChoiceField(label="Remote", choices=REMOTE, required=False)
    pay_low = MoneyField(label="Pay from", required=False, empty=None)
    pay_high = MoneyField(label="Pay to", required=False, empty=None)
    pay_currency = CurrencyField(required=False)
    pay_per = forms.ChoiceField(label="Per", choices=Application.Pay.choices, required=False)
    note = ProseField(most=10_000, rows=3, label="Notes")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "application_%s"
        for name in ("source", "tier", "remote", "pay_per"):
            self.fields[name].error_messages["invalid_choice"] = "Choose one of the list."
        rows = {
            "resume": ("Résumé version", user.resumes.only("number", "title", "user")),
            "job_text": ("Job text", user.job_texts.only("title", "company", "user")),
            "contact": ("Contact", user.contacts.only("name", "user")),
        }
        for name, (label, found) in rows.items():
            self.fields[name] = PaperField(found, label=label)

    def clean_pay_per(self) -> str:
        return self.cleaned_data["pay_per"] or Application.Pay.YEAR

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        low, high = data.get("pay_low"), data.get("pay_high")
        if low is not None and high is not None and low > high:
            self.add_error("pay_high", "Write the higher amount here, or leave it empty.")
        if (low is not None or high is not None) and data.get("pay_currency") == "":
            self.add_error("pay_currency", "Say which currency the pay is in, such as EUR.")
        return data

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: self.cleaned_data[name] for name in COLUMNS}

    @property
    def has_details(self) -> bool:
        """Say whether something stands in what is folded, or is wrong with it."""
        folded = [name for name in COLUMNS if name not in ("company", "role", "link", "source", "pay_per")]
        return any(self[name].value() or self[name].errors for name in [*folded, "on"] if name in self.fields)


class NewApplicationForm(ApplicationForm):
    """With the stage it is in, and since when."""

    def __init__(self, *args: Any, user: User, stages: Stages, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        choices = [(item.key, item.name) for item in stages.offered()]
        self.fields["stage"] = forms.ChoiceField(
            label="Stage",
            choices=choices,
            error_messages={
                "invalid_choice": "There is no such stage. Choose from the list.",
                "required": "Choose the stage.",
            },
        )
        self.fields["on"] = AnyDayField(label="In this stage since", required=False, today=today)
        self.initial.setdefault("stage", stages.first.key)


class MoveForm(forms.Form):
    """`stage`: where it shall be; `was`: where the page showed it; `on`: the day, today unless it says so."""

    was = forms.CharField(max_length=20, required=False)

    def __init__(self, *args: Any, stages: Stages, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"] = forms.ChoiceField(
            choices=[(item.key, item.name) for item in stages],
            error_messages={
                "invalid_choice": "There is no such stage. Choose from the list.",
                "required": "Choose the stage.",
            },
        )
        self.fields["on"] = AnyDayField(label="On", required=False, today=today)


class PlanForm(forms.Form):
    """What comes next, and when."""

    next_step = forms.CharField(
        label="Next action",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"max_length": "Keep it under 200 characters."},
    )
    next_on = AnyDayField(label="On", required=False)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("next_on") and data.get("next_step") == "":
            self.add_error("next_step", "Say what you want to do on that day.")
        return data


class MoveDayForm(forms.Form):
    """The day of a move that is corrected."""

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = AnyDayField(label="On", today=today)


class NoteForm(forms.Form):
    note = ProseField(most=10_000, rows=4, label="Notes")
