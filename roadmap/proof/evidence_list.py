"""The evidence on one skill, in words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from accounts.models import User
from roadmap.days import short_day
from roadmap.models import Evidence
from roadmap.snapshot import SkillItem

ICONS = {
    "repository": "layers",
    "notebook": "book-open",
    "post": "file-text",
    "certificate": "flag",
    "demo": "play",
    "other": "link",
    "build": "hammer",
    "note": "pencil",
}


@dataclass(frozen=True)
class PieceView:
    """`when` is its day in words, `where` the host of a link."""

    piece: Evidence
    when: str
    where: str

    @property
    def short(self) -> str:
        """Return the address as it is said: without its scheme, and not too long."""
        text = self.piece.url.partition("://")[2].removeprefix("www.").rstrip("/")
        return text if len(text) <= 60 else f"{text[:59]}…"

    @property
    def icon(self) -> str:
        return ICONS[self.piece.kind]


def pieces(rows: Iterable[Evidence], today: datetime.date) -> tuple[PieceView, ...]:
    return tuple(
        PieceView(row, short_day(row.day, today), (urlsplit(row.url).hostname or "").removeprefix("www."))
        for row in rows
    )


def evidence_screen(user: User, skill: SkillItem, today: datetime.date) -> dict[str, Any]:
    """Return what the section shows; read in one statement."""
    found = pieces(Evidence.objects.on(user, skill.id), today)
    return {"pieces": found, "shown": any(view.piece.shows for view in found)}


def fingerprint(screen: dict[str, Any]) -> str:
    """Return what changes with every piece that is shown."""
    rows = [view.piece for view in screen["pieces"]]
    return repr([(row.pk, row.fields, row.shows, str(row.build) if row.build else "") for row in rows])
