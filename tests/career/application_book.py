"""What people do with applications, in a word each."""

import datetime
from typing import Any

from career.models import Application
from tests.markup import Node, parse
from tests.person import Person

BOARD, NEW, STAGES, CARD = "/career/", "/career/new/", "/career/stages/", "/career/today-card/"
TABLE = "/career/?view=table"
DAY = datetime.timedelta(days=1)


def path(row: Application, part: str = "") -> str:
    return f"/career/{row.pk}/{part}"


def move(
    person: Person, row: Application, to: str, *, quiet: bool = False, page: str = "", **fields: Any
) -> Any:
    """Move from where the row stands (or `was`), from the board (quietly) or its own page."""
    send = person.quietly if quiet else person.send
    sent = {"stage": to, "was": row.stage} | fields
    return send(path(row, "stage/"), sent, page=page or (BOARD if quiet else path(row)))


def plan(person: Person, row: Application, do: str, *, quiet: bool = False, **fields: Any) -> Any:
    """Send the next action as the page shows it."""
    send = person.quietly if quiet else person.send
    return send(
        path(row, "next/"), {"do": do, "was": row.plan_mark} | fields, page=BOARD if quiet else path(row)
    )


def way(row: Application) -> list[tuple[str, datetime.date]]:
    return list(row.changes.values_list("stage", "on"))


def said(answer: Any) -> str:
    """Return what the answer to htmx says."""
    return parse(answer.content.decode()).by_id("live").text


def undo(person: Person, page: str = BOARD) -> Any:
    """Press the Undo that the page at `page` offers."""
    token = person.see(page).by_id("live").named("token").get("value")
    return person.send("/undo/", {"token": token}, page=page)


def lane(page: Node, key: str) -> list[str]:
    """Return the companies in a lane of the board, from the top."""
    (section,) = [node for node in page.all("section") if node.get("aria-labelledby") == f"lane-{key}"]
    return [title.text for title in section.all("h3")]


def rows(page: Node) -> list[str]:
    """Return the companies in the table, from the top."""
    return [row.all("th")[0].text for row in page.all("tbody")[0].all("tr")]
