"""A few words on one line."""

from typing import Any

from django import forms


class WordsField(forms.CharField):
    """One line of at most `most` characters; `hint` stands in the empty field."""

    def __init__(self, *, most: int = 120, hint: str = "", **kwargs: Any) -> None:
        errors = {"max_length": f"Keep it under {most} characters."} | kwargs.pop("error_messages", {})
        attrs = {"dir": "auto", "autocomplete": "off"} | ({"placeholder": hint} if hint else {})
        super().__init__(
            max_length=most, error_messages=errors, widget=forms.TextInput(attrs=attrs), **kwargs
        )
