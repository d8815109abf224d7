"""Text of several lines."""

from typing import Any

from django import forms


class ProseField(forms.CharField):
    """Several lines; a line's end counts as one character, as it does in the browser."""

    def __init__(self, *, most: int, rows: int, **kwargs: Any) -> None:
        errors = {"max_length": f"Keep it under {most:,} characters; what you typed is still here."}
        super().__init__(
            required=False,
            max_length=most,
            widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
            error_messages=errors,
            **kwargs,
        )

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")
