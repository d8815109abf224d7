"""What learners may say about their public profile."""

import unicodedata
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.urls import get_resolver

from roadmap.links import HttpLinkField
from roadmap.models import Profile, ProfileLink
from roadmap.profile.names import short, trouble_with

SECTIONS = {
    "shows_skills": ("Shown skills", "Each with its evidence. A skill that is only done never appears."),
    "shows_builds": ("Builds", "With their metrics, and the skills that they show."),
    "shows_phases": ("Phases", "How far along the roadmap you are."),
    "shows_milestones": ("Milestones", "Those you reached, with the month."),
    "shows_hours": ("Hours", "All hours of your log, and the month you began."),
}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """Return the first part of every address of the site."""
    paths = (str(pattern.pattern).lstrip("^") for pattern in get_resolver().url_patterns)
    inner = (
        str(part.pattern)
        for pattern in get_resolver().url_patterns
        for part in getattr(pattern, "url_patterns", ())
    )
    return frozenset(path.partition("/")[0] for path in (*paths, *inner))


class LineField(forms.CharField):
    """One line of text: no control characters, and none that turn the direction of what follows."""

    def __init__(self, *, most: int, what: str, **kwargs: Any) -> None:
        errors = {"max_length": f"Keep {what} under {most + 1} characters; this has %(show_value)d."}
        super().__init__(required=False, max_length=most, error_messages=errors, **kwargs)
        # The browser would cut a pasted text off without a word.
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())

    def validate(self, value: str) -> None:
        super().validate(value)
        # Joiners stay: emoji and several scripts are written with them.
        if any(unicodedata.category(sign) in _HIDDEN and sign not in "\u200c\u200d" for sign in value):
            raise ValidationError("One character in it cannot be seen; please type it again.", code="hidden")


class ProfileForm(forms.Form):
    """All of the profile at once. `links` are what was typed in pairs of label and address."""

    handle = forms.CharField(
        label="Handle",
        required=False,
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
        help_text="3 to 30 letters, digits and hyphens. Change it, and the old one leads here for 90 days.",
    )
    name = LineField(most=80, what="the name", label="Name")
    headline = LineField(most=200, what="the headline", label="Headline")
    is_public = forms.BooleanField(
        label="Profile is on",
        required=False,
        help_text="Off: the address, the card and the badge lead nowhere.",
    )
    is_indexed = forms.BooleanField(label="Search engines may list it", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "profile_%s"
        for name, (label, hint) in SECTIONS.items():
            self.fields[name] = forms.BooleanField(label=label, help_text=hint, required=False)
        for number in range(1, ProfileLink.MOST + 1):
            self.fields[f"label_{number}"] = LineField(
                most=40, what="the label", label=f"Label of link {number}"
            )
            self.fields[f"url_{number}"] = HttpLinkField(label=f"Address of link {number}", required=False)

    @property
    def sections(self) -> list[BoundField]:
        return [self[name] for name in SECTIONS]

    @property
    def link_rows(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"label_{n}"], self[f"url_{n}"]) for n in range(1, ProfileLink.MOST + 1)]

    def clean_handle(self) -> str:
        name = str(self.cleaned_data["handle"]).strip().lower()
        if name and (trouble := trouble_with(name, first_words())):
            raise ValidationError(trouble, code="handle")
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("is_public") and data.get("handle") == "":
            self.add_error("handle", "Choose a handle first: it is the address of your profile.")
        links = []
        for number in range(1, ProfileLink.MOST + 1):
            label, url = data.get(f"label_{number}", ""), data.get(f"url_{number}", "")
            if label and not url and f"url_{number}" not in self.errors:
                self.add_error(f"url_{number}", "Write the address of this link, or clear its label.")
            elif url:
                links.append((label or short(url), url))
        return data | {"links": links}

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the profile, once the form is valid."""
        names = {field.name for field in Profile._meta.get_fields()}
        return {name: value for name, value in self.cleaned_data.items() if name in names}


class ShowForm(forms.Form):
    """Whether one piece of evidence or one build is on the profile."""

    show = forms.TypedChoiceField(
        choices=[("yes", "Show it"), ("no", "Keep it off")],
        coerce=lambda value: value == "yes",
        error_messages={
            "required": "Choose whether to show it or to keep it off.",
            "invalid_choice": "Choose whether to show it or to keep it off.",
        },
    )
