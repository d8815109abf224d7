"""What a learner looks for among their applications."""

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.template.loader import get_template
from django.utils.safestring import SafeString

from career.applications.stages import Stages
from career.models import Application, Tier
from roadmap.fragments import join, kept

ALL_TIERS = [("", "All tiers"), *((str(tier.value), f"{tier.value} {tier.label}") for tier in Tier)]
ALL_SOURCES = [("", "All sources"), *Application.Source.choices]
CHOICE = "career/applications/_filter.html"
KEPT = [("", "Not archived"), ("only", "Archived"), ("all", "Both")]


class FilterForm(forms.Form):
    """Filters in the query string; `view` is that of the page. What makes no sense filters nothing."""

    view = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    sort = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    tier = forms.ChoiceField(choices=ALL_TIERS, required=False, label="Tier")
    source = forms.ChoiceField(choices=ALL_SOURCES, required=False, label="Source")
    q = forms.CharField(
        required=False,
        max_length=120,
        label="Text",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "max_length": "Search for 120 characters or fewer.",
            "null_characters_not_allowed": "A search cannot hold this character (NUL). Remove it.",
        },
    )
    archived = forms.ChoiceField(choices=KEPT, required=False, label="Archived")

    def __init__(self, *args: Any, stages: Stages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "filter_%s"
        choices = [("", "All stages"), *((item.key, item.name) for item in stages)]
        self.fields["stage"] = forms.ChoiceField(choices=choices, required=False, label="Stage")
        for name in ("tier", "source", "stage", "archived"):
            self.fields[name].error_messages["invalid_choice"] = "There is no such choice."
        self.full_clean()

    @property
    def choices(self) -> list[SafeString]:
        """Return the choices as they stand in the form of the board, or of the table."""
        is_table = self.found.get("view") == "table"
        names = ("tier", "source", "stage", "archived") if is_table else ("tier", "source")
        return [self._choice(name) for name in names]

    def _choice(self, name: str) -> SafeString:
        field = cast(forms.ChoiceField, self.fields[name])
        choices = tuple(field.widget.choices)
        shown = {"name": name, "label": str(field.label), "value": self.found.get(name, "")}
        if name == "stage":  # in words that are the learner's own
            return join([get_template(CHOICE).render(shown | {"choices": choices})])
        return kept(CHOICE, {}, choices=choices, **shown)

    @property
    def found(self) -> dict[str, str]:
        """Return the filters that are on."""
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}

    @property
    def narrowed(self) -> bool:
        return bool({"tier", "source", "q", "stage", "archived"} & set(self.found))

    def query_string(self, **changes: str) -> str:
        """Return “?view=table&tier=2” with `changes` (nothing takes a filter away)."""
        query = {name: value for name, value in (self.found | changes).items() if value}
        return f"?{urlencode(query)}" if query else ""

    @property
    def condition(self) -> Q:
        """Return what tier, source and text ask for."""
        found = self.found
        asked = Q()
        if "tier" in found:
            asked &= Q(tier=int(found["tier"]))
        if "source" in found:
            asked &= Q(source=found["source"])
        for word in found.get("q", "").split():
            asked &= (
                Q(company__icontains=word)
                | Q(role__icontains=word)
                | Q(place__icontains=word)
                | Q(next_step__icontains=word)
                | Q(note__icontains=word)
            )
        return asked

    @property
    def kept(self) -> Q:
        """Return whether archived ones are asked for."""
        archived = self.found.get("archived")
        if archived == "all":
            return Q()
        return Q(archived_at__isnull=archived != "only")
