"""Learners who tick without pause, and remember what was acknowledged."""

import http.client
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.bench.visitor import send
from tests.config.installation import Installation


class Traffic:
    """Several browsers of one learner, each ticking its own share of the skills again and again.

    `acknowledged` maps a skill to the state that the server last confirmed, `tried` to the one last sent,
    `sent` to how often one was sent.
    """

    def __init__(self, here: Installation, slugs: list[str], *, browsers: int = 4) -> None:
        self.here = here
        self.acknowledged: dict[str, str] = {}
        self.tried: dict[str, str] = {}
        self.sent: Counter[str] = Counter()
        self.answers: list[int] = []
        self.failures = 0
        self._end = threading.Event()
        visitor = here.visitor()
        self._threads = [
            threading.Thread(target=self._tick, args=(slugs[number::browsers], visitor.tick), daemon=True)
            for number in range(browsers)
        ]

    def __enter__(self) -> "Traffic":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *unused: object) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join(30)

    def _tick(self, slugs: list[str], tick: Callable[..., object]) -> None:
        for state in ("learning", "done", "skipped", "open") * 1000:
            for slug in slugs:
                if self._end.is_set():
                    return
                self.tried[slug] = state
                self.sent[slug] += 1
                try:
                    answer = send(self.here.port, tick(slug, state, "/roadmap/"))  # type: ignore[arg-type]
                except (OSError, http.client.HTTPException):
                    self.failures += 1
                    self._end.wait(0.05)
                    continue
                self.answers.append(answer.status)
                if answer.status == 200:
                    self.acknowledged[slug] = state

    def lost(self, saved: Mapping[str, str]) -> dict[str, str]:
        """Return the acknowledged ticks that `saved` (skill to state) contradicts.

        The one that was under way at the end may have been saved without an acknowledgement.
        """
        return {
            slug: state
            for slug, state in self.acknowledged.items()
            if saved.get(slug, "open") not in (state, self.tried[slug])
        }


QUERY = (
    "SELECT s.slug, p.state FROM roadmap_skillprogress p JOIN roadmap_skill s ON s.id = p.skill_id "
    "JOIN accounts_user u ON u.id = p.user_id WHERE u.email = 'alice@example.org'"
)


def slugs(database: Path) -> list[str]:
    """Return skills to tick: those that are not counted."""
    return [
        row[0]
        for row in _read(database, "SELECT slug FROM roadmap_skill WHERE target IS NULL AND NOT retired")
    ]


def saved(database: Path) -> dict[str, str]:
    """Return the learner's states as the file has them."""
    return dict(_read(database, QUERY))


def integrity(database: Path) -> str:
    ((answer,),) = _read(database, "PRAGMA integrity_check")
    return str(answer)


def _read(database: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(database, timeout=30)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
