"""What htmx does with an answer: pieces replace what has their id on the page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.markup import Node

VOLATILE = {"csrfmiddlewaretoken", "token", "entry", "line"}


class Action(NamedTuple):
    """A control that sends something: where to, what, and the ids of the control and of its row."""

    path: str
    fields: Mapping[str, str]
    control: str
    row: str


def actions(page: Node) -> Iterator[Action]:
    """Yield what each button of the page would send that stays on the page."""
    forms = {form.id: form for form in page.all("form")}
    for button in page.all("button"):
        form = forms.get(button.get("form")) or _around(button, "form")
        if form is None or button.get("type") == "button" or form.get("method") != "post":
            continue
        if form.id != "ticks" and "data-quiet" not in form.attributes:
            continue
        fields = fields_of(form) if form.id != "ticks" else {}
        if button.get("name"):
            fields[button.get("name")] = button.get("value")
        if fields.get("other") == "" and not fields.keys() & {"minutes", "do"}:
            continue  # It sends a number that nobody has written yet.
        if fields.get("text") == "":
            continue  # Nor a line.
        row = _around(button, "li")
        path = button.get("formaction") or form.get("action")
        yield Action(path, fields, button.id, row.id if row else "")


def fields_of(form: Node) -> dict[str, str]:
    """Return what `form` sends as it stands, without the CSRF token."""
    fields = {}
    for control in form.where(
        lambda node: node.tag in ("input", "textarea", "select") and bool(node.get("name"))
    ):
        if control.tag == "textarea":
            fields[control.get("name")] = control.raw.removeprefix("\n")
        elif control.tag == "select":
            chosen = [option for option in control.all("option") if "selected" in option.attributes]
            fields[control.get("name")] = (chosen or control.all("option"))[0].get("value")
        elif control.get("type") not in ("radio", "checkbox") or "checked" in control.attributes:
            fields[control.get("name")] = control.get("value")
    fields.pop("csrfmiddlewaretoken", None)
    return fields


def _around(node: Node, tag: str) -> Node | None:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


def swap(page: Node, update: Node) -> list[str]:
    """Put the pieces of `update` into `page`; return their ids.

    Raises AssertionError for a piece that would be dropped without a word: one that stands on the
    page nowhere or twice, or that is no piece at all.
    """
    swapped = []
    for piece in update.elements:
        how = piece.attributes.pop("hx-swap-oob", "")
        assert how in ("true", "innerHTML"), (
            f"<{piece.tag} id={piece.id!r}> is part of the answer, and htmx drops it"
        )
        places = [node for node in page if node.id == piece.id]
        assert len(places) == 1, f"{piece.id!r} stands on the page {len(places)} times"
        if how == "true":
            places[0].replace(piece)
        else:
            places[0].children = piece.children
            for child in piece.elements:
                child.parent = places[0]
        swapped.append(piece.id)
    assert not "".join(child for child in update.children if isinstance(child, str)).strip()
    return swapped


def outline(node: Node) -> list[str]:
    """Return the tree line by line, without tokens, messages and what the reader opened.

    Nor what Today fetches a moment after a tick.
    """
    lines: list[str] = []
    _outline(node, 0, lines)
    return lines


def _outline(node: Node, depth: int, lines: list[str]) -> None:
    if node.id in ("live", "ahead", "again", "goal", "finish") or node.tag in ("script", "template"):
        return
    # A milestone celebrates once.
    if node.tag == "p" and node.text.startswith("That is a post worth stopping at."):
        return
    attributes = {
        name: value for name, value in node.attributes.items() if (node.tag, name) != ("details", "open")
    }
    # The item of a phase holds all its rows, too much to send again: its title says what its color says.
    if node.id.startswith("phase-") and node.tag == "li":
        attributes.pop("data-state", None)
        attributes.pop("data-now", None)
    if "class" in attributes:
        attributes["class"] = attributes["class"].removesuffix(" reached")
    if attributes.get("name") in VOLATILE:
        attributes.pop("value", None)
    told = " ".join(f"{name}={value!r}" for name, value in sorted(attributes.items()))
    lines.append(f"{' ' * depth}{node.tag} {told}")
    for child in node.children:
        if isinstance(child, Node):
            _outline(child, depth + 1, lines)
        elif child.strip():
            lines.append(" " * depth + " " + " ".join(child.split()))
