"""What learners may send about their calendar feed."""

from typing import Any

from django import forms

OUTDATED = "Reload the page and try again."


class FeedForm(forms.Form):
    """`do`; to rotate, `known` names the address that shall go, so that a repeat replaces no newer one."""

    do = forms.ChoiceField(
        choices=[("make", "Make"), ("rotate", "Rotate"), ("off", "Off")],
        error_messages={"required": OUTDATED, "invalid_choice": OUTDATED},
    )
    known = forms.RegexField("^[0-9a-f]{16}$", required=False, error_messages={"invalid": OUTDATED})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("do") == "rotate" and not data.get("known") and "known" not in self.errors:
            self.add_error("known", OUTDATED)
        return data
