"""What learners may send about a build."""

import datetime
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from django import forms
from django.db.models import CharField, Model, TextField

from roadmap.builds.shipping import POINTS
from roadmap.forms import DoneOnField
from roadmap.links import HttpLinkField
from roadmap.models import Build, BuildLine, OwnRequirement
from roadmap.project_forms import RequirementForm, ShipByForm
from roadmap.snapshot import SkillItem

TOO_LONG = "This has %(show_value)d characters. Shorten it to %(limit_value)d or fewer."
DAMAGED = {"invalid": "This form is damaged. Load the page again."}


def _longest(model: type[Model], name: str) -> int | None:
    """Return how many characters a column of text takes."""
    column = model._meta.get_field(name)
    return column.max_length if isinstance(column, CharField | TextField) else None


def _text(label: str, field: str, *, rows: int = 0, required: bool = False, **more: Any) -> forms.CharField:
    """Return a field as long as the column of the same name."""
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"}) if rows else forms.TextInput({"dir": "auto"})
    made = forms.CharField(
        label=label,
        required=required,
        max_length=_longest(Build, field),
        widget=widget,
        error_messages={"max_length": TOO_LONG, "required": "Give it a title."},
        **more,
    )
    made.widget.attrs.pop("maxlength", None)  # a pasted text would be cut without a word
    return made


def _number(label: str) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "Write a number, such as 14.2."},
    )


def _link(label: str, **more: Any) -> HttpLinkField:
    field = HttpLinkField(
        label=label, required=False, widget=forms.URLInput(attrs={"placeholder": "https://"}), **more
    )
    field.widget.attrs.pop("maxlength", None)
    return field


class FactsForm(forms.Form):
    """What a build has to show: links and a number."""

    repository = _link("Repository")
    demo = _link("Live demo")
    metric_name = _text("Name", "metric_name")
    metric_baseline = _number("Baseline")
    metric_mine = _number("Yours")
    metric_better = forms.ChoiceField(
        label="Better is",
        required=False,
        choices=Build.Better.choices,
        error_messages={"invalid_choice": "Better is lower or higher."},
    )

    def clean_metric_better(self) -> str:
        return self.cleaned_data["metric_better"] or Build.Better.HIGHER

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        values = (data.get("metric_baseline"), data.get("metric_mine"))
        nameless = not data.get("metric_name") and "metric_name" not in self.errors
        if nameless and any(value is not None for value in values):
            self.add_error("metric_name", "Say what the number is, such as MAE or accuracy.")
        return data


class BuildForm(FactsForm):
    """A build as it can be edited; its own requirements are read apart (`builds.requirement_rows`).

    `project`: it is of a portfolio project, which brings the title. `skills`: those that can be chosen.
    """

    title = _text("Title", "title", required=True)
    summary = _text("In one line", "summary", help_text="Shown on your profile, under the title.")
    problem = _text(
        "Problem",
        "problem",
        rows=3,
        help_text="Who has it, what they do today, what a better answer is worth.",
    )
    approach = _text("What you did", "approach", rows=3)
    would_change = _text("What you would change", "would_change", rows=2)
    data_source = _text("Data source", "data_source")
    data_license = _text("License", "data_license")
    no_demo = _text("No demo, because", "no_demo")
    writeup = _link("Write-up")
    another = forms.CharField(required=False, max_length=120, label="Another skill")
    key = forms.UUIDField(required=False, error_messages=DAMAGED)
    status = forms.ChoiceField(
        required=False,
        label="Where it stands",
        choices=[("building", "I am building it"), ("idea", "An idea so far")],
        error_messages={"invalid_choice": "A new build is an idea, or you are building it."},
    )
    field_order = ("title", "summary", "problem", "approach", "would_change", "data_source", "data_license")

    def __init__(
        self,
        *args: Any,
        today: datetime.date,
        skills: Iterable[SkillItem],
        build: Build | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "build_%s"
        self.known = {skill.slug: skill for skill in skills}
        self.fields["skill"] = forms.MultipleChoiceField(
            required=False,
            label="Skills it shows",
            choices=[(slug, skill.title) for slug, skill in self.known.items()],
            error_messages={"invalid_choice": "There is no such skill. Choose from the list."},
        )
        self.fields["ship_by"] = deepcopy(ShipByForm.base_fields["ship_by"])
        self.fields["started_on"] = DoneOnField(today=today, label="Started on")
        self.today, self.was = today, build.ship_by if build else None
        if build is None or build.project_id:
            del self.fields["started_on"]
        if build and build.project_id:
            del self.fields["title"]
        if build:
            del self.fields["status"], self.fields["key"]
            if build.status == Build.Status.SHIPPED:
                self.fields["shipped_on"] = DoneOnField(today=today, label="Shipped on")

    def clean_ship_by(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["ship_by"]
        if day and day != self.was:
            check = ShipByForm({"ship_by": day.isoformat()}, today=self.today)
            if not check.is_valid():
                raise forms.ValidationError(check.errors["ship_by"].as_data())
        return day

    def clean_another(self) -> SkillItem | None:
        text = self.cleaned_data["another"].strip().removeprefix("skill:")
        if not text:
            return None
        if text not in self.known:
            raise forms.ValidationError("There is no such skill. Choose one from the list.")
        return self.known[text]

    def skills(self) -> Sequence[SkillItem]:
        """Return the chosen skills of a valid form."""
        chosen = [self.known[slug] for slug in self.cleaned_data["skill"]]
        another = self.cleaned_data["another"]
        return [*chosen, another] if another and another not in chosen else chosen

    def columns(self) -> dict[str, Any]:
        """Return the cleaned values that are columns of the build; a day that was cleared stays noted."""
        names = {field.name for field in Build._meta.fields} - {"key", "status"}
        values = {name: value for name, value in self.cleaned_data.items() if name in names}
        return {name: v for name, v in values.items() if v or name not in ("started_on", "shipped_on")}


class StatusForm(forms.Form):
    status = forms.ChoiceField(
        choices=Build.Status.choices,
        error_messages={
            "required": "Say where the build stands: idea, building, shipped or dropped.",
            "invalid_choice": "A build is an idea, building, shipped or dropped.",
        },
    )


class ReadmeForm(RequirementForm):
    """Whether the README has one of the five points."""

    point = forms.ChoiceField(
        choices=list(POINTS.items()),
        error_messages={
            "required": "Say which point of the README.",
            "invalid_choice": "The README list has no such point.",
        },
    )


class ProofForm(forms.Form):
    """What proves a requirement; nothing at all takes it away."""

    url = _link("Link")
    note = forms.CharField(
        label="Or a note",
        required=False,
        max_length=_longest(OwnRequirement, "note"),
        widget=forms.TextInput({"dir": "auto"}),
        error_messages={"max_length": TOO_LONG},
    )


class LineForm(forms.Form):
    """A line of the ship log; `line` is its id, so that a repeat is known."""

    text = forms.CharField(
        label="What you did",
        max_length=_longest(BuildLine, "text"),
        error_messages={"max_length": TOO_LONG, "required": "Write a line first."},
    )
    line = forms.UUIDField(required=False, error_messages=DAMAGED)

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"] = DoneOnField(today=today, label="Day")
        self.today = today

    def clean_day(self) -> datetime.date:
        return self.cleaned_data["day"] or self.today


class MilestoneForm(forms.Form):
    """Which milestone names the build, or does so no more."""

    milestone = forms.CharField(max_length=60, error_messages={"required": "Choose a milestone."})
    state = forms.ChoiceField(
        choices=[("named", "Named"), ("not", "Not named")],
        error_messages={"required": "Say named or not.", "invalid_choice": "Say named or not."},
    )
