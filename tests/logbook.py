"""What the server would have printed, read line by line."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from config.log import JsonFormatter


class Logbook:
    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def events(self) -> list[tuple[str, int | None]]:
        """Return the events of security with the row of whose they are, in their order."""
        return [(line["event"], line["user_id"]) for line in self.lines() if "event" in line]


@contextmanager
def logbook(level: int = logging.INFO) -> Iterator[Logbook]:
    """Yield what every logger prints at the level of production."""
    book = Logbook()
    handler = logging.StreamHandler(book.stream)
    handler.setFormatter(JsonFormatter())
    handler.setLevel(level)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield book
    finally:
        root.removeHandler(handler)
