"""The admin as staff use it: its addresses, forms and actions."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.markup import Node, parse

LEARNERS = ["skillprogress", "milestoneprogress", "resourceprogress", "enrollment", "build"]


def at(name: str, *args: object) -> str:
    return reverse(f"admin:roadmap_{name}", args=args)


def typed(page: Node) -> dict[str, Any]:
    """Return what a browser would send of the change form as it stands."""
    form = next(node for node in page.all("form") if node.id.endswith("_form"))
    sent: dict[str, Any] = {}
    for box in form.all("input"):
        live = box.get("name") and box.get("type") != "submit" and "disabled" not in box.attributes
        if live and (box.get("type") != "checkbox" or "checked" in box.attributes):
            usual = "on" if box.get("type") == "checkbox" else ""
            sent.setdefault(box.get("name"), []).append(box.get("value") or usual)
    for area in form.all("textarea"):
        sent[area.get("name")] = [area.raw.removeprefix("\r\n").removeprefix("\n")]
    for select in form.all("select"):
        chosen = [option.get("value") for option in select.all("option") if "selected" in option.attributes]
        sent[select.get("name")] = chosen
    return {name: values for name, values in sent.items() if "__prefix__" not in name}


def open_form(staff: Client, path: str) -> dict[str, Any]:
    answer = staff.get(path)
    assert answer.status_code == 200
    return typed(parse(answer.content.decode()))


def act(staff: Client, model: str, action: str, *pks: int) -> Any:
    return staff.post(at(f"{model}_changelist"), {"action": action, "_selected_action": pks}, follow=True)
