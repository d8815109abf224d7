"""The rules of the pages' forms, for what came as JSON."""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm

from accounts.api.problems import Problem


def followed(form: BaseForm, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the form's cleaned data. Raises Problem that points at what is wrong.

    `names`: what a field of the form is called in the body, where that differs.
    """
    if form.is_valid():
        return form.cleaned_data
    faults = []
    for field, errors in form.errors.items():
        name = (names or {}).get(field, field)
        for error in errors:
            faults.append({"detail": str(error)} | ({} if field == "__all__" else {"pointer": f"#/{name}"}))
    raise Problem("conflict", faults[0]["detail"], errors=faults)
