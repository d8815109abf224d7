"""What the form of the plan sends when all is well, and what a form on a page would send as it stands."""

from collections.abc import Mapping
from typing import Any

from tests.markup import Node

PLAN: dict[str, Any] = {
    "weekly_hours": "12",
    "started_on": "2026-11-01",
    "study_days": ["1", "3", "6"],
    "week_starts_on": "1",
    "target_date": "",
    "forecast_shown": "on",
}


def filled(form: Node) -> dict[str, list[str]]:
    """Return what a browser sends for `form`, buttons and its token left out."""
    sent: dict[str, list[str]] = {}
    for control in form.all("input"):
        is_choice = control.get("type") in ("checkbox", "radio")
        if control.get("name") and (not is_choice or "checked" in control.attributes):
            sent.setdefault(control.get("name"), []).append(
                control.get("value") or ("on" if is_choice else "")
            )
    for select in form.all("select"):
        chosen = [option.get("value") for option in select.all("option") if "selected" in option.attributes]
        sent[select.get("name")] = chosen
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def as_sent(fields: Mapping[str, object]) -> dict[str, list[str]]:
    """Return fields as `filled` does."""
    return {name: [*value] if isinstance(value, list) else [str(value)] for name, value in fields.items()}
