"""What learners may write down about a company they aim at."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse

from career.models import TargetCompany, Tier
from career.prose_field import ProseField
from roadmap.links import HttpLinkField
from roadmap.new_row import NewRowField

NOTE = TargetCompany._meta.get_field("note").max_length or 0


class CompanyForm(forms.Form):
    """`company` is the id of a new one, so that sending it twice adds it once."""

    company = NewRowField()
    name = forms.CharField(
        max_length=120,
        label="Company",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={
            "required": "Write the name, such as Kestrel Labs.",
            "max_length": "Keep the name under 120 characters.",
        },
    )
    tier = forms.TypedChoiceField(
        choices=[(tier.value, f"Tier {tier.value}: {tier.label}") for tier in reversed(Tier)],
        coerce=int,
        initial=Tier.TRADITIONAL,
        label="Tier",
        help_text="The guide’s kinds of companies. A rough fit is fine.",
        error_messages={
            "required": "Choose a tier.",
            "invalid_choice": "There is no such tier. Choose from the list.",
        },
    )
    link = HttpLinkField(required=False, label="Link", help_text="Their jobs page, or a paper of the team.")
    note = ProseField(
        most=NOTE,
        rows=7,
        label="Research",
        help_text="What they build, who is on the team, what to ask them.",
    )

    def __init__(self, *args: Any, names: Mapping[str, uuid.UUID], **kwargs: Any) -> None:
        """`names`: the learner's other companies by case-folded name."""
        super().__init__(*args, **kwargs)
        self.auto_id = "company_%s"
        self._names = names
        self.twin = ""

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        twin = self._names.get(name.casefold())
        if twin and twin != self.cleaned_data.get("company"):
            self.twin = reverse("career:company", args=[twin])
            raise forms.ValidationError(f"{name} is on your list already. Write what is new there.")
        return name

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: self.cleaned_data[name] for name in ("name", "tier", "link", "note")}
