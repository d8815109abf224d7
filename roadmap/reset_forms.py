"""What to reset; for everything, a sentence typed out."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from accounts.forms.fields import validate_storable
from roadmap.resets.scopes import ALL, Scope

PHRASE = "reset all"


class ResetForm(forms.Form):
    """`scope` is the chosen one, once the form is valid."""

    what = forms.ChoiceField(
        label="What",
        error_messages={
            "required": "Choose what to reset.",
            "invalid_choice": "There is no such part of the trail. Choose from the list.",
        },
    )
    confirm = forms.CharField(
        label=f"For all of it, type “{PHRASE}”",
        required=False,
        max_length=100,
        validators=[validate_storable],
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, scopes: Sequence[Scope], data: Any = None) -> None:
        super().__init__(data, auto_id="reset_%s")
        self.scopes = {scope.key: scope for scope in scopes}
        field = cast(forms.ChoiceField, self.fields["what"])
        field.choices = [("", "Choose")] + [(scope.key, _label(scope)) for scope in scopes]
        self.fields["confirm"].widget.attrs.pop("maxlength", None)

    @property
    def scope(self) -> Scope:
        return self.scopes[self.cleaned_data["what"]]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        typed = " ".join(str(data.get("confirm", "")).casefold().split()).strip("“”\"'")
        if data.get("what") == ALL and "confirm" not in self.errors and typed != PHRASE:
            self.add_error("confirm", ValidationError(f"Type “{PHRASE}” to say that you mean all of it."))
        return data


def _label(scope: Scope) -> str:
    marks = f"{scope.number} mark{'' if scope.number == 1 else 's'}" if scope.number else "nothing yet"
    return f"{'– ' if scope.indented else ''}{scope.title} ({marks})"
