"""Lists a page at a time: a cursor is signed, and leads on from what was seen last."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from django.core import signing
from ninja import Query
from pydantic import BeforeValidator, Field, StringConstraints

from accounts.api.problems import Problem

Item = TypeVar("Item")


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not (value.isascii() and value.isdigit() and len(value) < 10):
        raise ValueError("write a whole number")
    return value


Limit = Annotated[
    int,
    BeforeValidator(_digits),
    Query(50, ge=1, le=100, description="How many at most."),
]
Cursor = Annotated[
    Annotated[str, StringConstraints(max_length=400, pattern=r"^[A-Za-z0-9_:.-]+$")] | None,
    Query(None, description="“next” of the page before."),
]


def seal(name: str, place: Sequence[str | int]) -> str:
    """Return a cursor of the list `name`, behind the row at `place`."""
    return signing.dumps([*place], salt=f"api.cursor.{name}")


def opened(name: str, cursor: str | None, parts: int) -> list[Any] | None:
    """Return the place of a cursor, None without one. Raises Problem for one that is not of this list."""
    if cursor is None:
        return None
    try:
        place = signing.loads(cursor, salt=f"api.cursor.{name}")
    except signing.BadSignature:
        place = None
    if not isinstance(place, list) or len(place) != parts:
        fault = {"detail": "This cursor is not of this list.", "parameter": "cursor"}
        raise Problem("conflict", "Begin without a cursor.", errors=[fault])
    return place


def part(
    name: str, rows: Sequence[Item], key: Callable[[Item], str], cursor: str | None, limit: int
) -> tuple[Sequence[Item], str | None]:
    """Return a page of rows that are at hand, in their order, and the cursor of the next one.

    When the row that was seen last is gone, what stood behind it goes on from its place.
    """
    start = 0
    if place := opened(name, cursor, 2):
        seen, index = str(place[0]), int(place[1])
        found = next((n for n, row in enumerate(rows) if key(row) == seen), None)
        start = index if found is None else found + 1
    page = rows[start : start + limit]
    more = start + limit < len(rows)
    return page, seal(name, (key(page[-1]), start + limit)) if more else None


Next = Annotated[str | None, Field(description="The cursor of the next page; null on the last one.")]
