"""The id of a row that a form adds."""

import uuid
from typing import Any

from django import forms


class NewRowField(forms.UUIDField):
    """Made with the page and sent with the form, so that sending it twice adds one row.

    A form that comes without it adds a row all the same.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.HiddenInput,
            initial=uuid.uuid4,
            error_messages={"invalid": "This form is damaged. Load the page again."},
            **kwargs,
        )

    def clean(self, value: Any) -> uuid.UUID:
        return super().clean(value) or uuid.uuid4()
