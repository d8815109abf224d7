"""What was done in a stretch of time: applications with their moves, to export and to print."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import User
from career.models import Application, Stage, StageChange, StageItem, Standard

HEADER = (
    *("Id", "Company", "Role", "Link", "Tier", "Source", "Place", "Remote"),
    *("Pay from", "Pay to", "Currency", "Pay per", "Résumé", "Contact"),
    *("Stage", "Applied on", "Stage since", "History", "Next action", "Next on", "Archived on", "Note"),
)
MOVES_HEADER = ("Application id", "Company", "Role", "Stage", "On", "Note")


@dataclass(frozen=True)
class Entry:
    """An application with all its moves, and those of the stretch."""

    row: Application
    moves: tuple[StageChange, ...]
    within: tuple[StageChange, ...]
    stages: dict[str, StageItem]

    def name(self, stage: str) -> str:
        return self.stages[stage].name if stage in self.stages else stage

    def _means(self, stage: str) -> str:
        return self.stages[stage].means if stage in self.stages else stage

    @property
    def sent_on(self) -> datetime.date | None:
        """Return the first day it was more than saved; None for what was withdrawn before."""
        before = (Standard.SAVED, Standard.WITHDRAWN)
        return next((move.on for move in self.moves if self._means(move.stage) not in before), None)

    @property
    def applied_on(self) -> datetime.date | None:
        return next((move.on for move in self.moves if self._means(move.stage) == Standard.APPLIED), None)

    @property
    def last(self) -> StageChange:
        """Return the last move of the stretch."""
        return self.within[-1]

    @property
    def last_name(self) -> str:
        return self.name(self.last.stage)

    @property
    def is_search(self) -> bool:
        """Return whether something happened in the stretch that others can see."""
        moved = any(self._means(move.stage) != Standard.SAVED for move in self.within)
        return moved and self.sent_on is not None


def entries(user: User, first: datetime.date | None, last: datetime.date | None) -> list[Entry]:
    """Return the applications that moved from `first` to `last`, in the order of their first move.

    Three statements. Without both dates also those that have no move at all.
    """
    stages = {stage.key: stage for stage in Stage.objects.of(user)}
    moves: dict[object, list[StageChange]] = {}
    changes = StageChange.objects.filter(application__user=user, application__deleted_at=None)
    for change in changes.order_by("pk"):
        moves.setdefault(change.application_id, []).append(change)
    found = []
    rows = Application.objects.filter(user=user).select_related("resume", "contact")
    for row in rows.order_by("made_at", "pk"):
        row.user = user  # whose clock tells the day of archiving
        mine = tuple(moves.get(row.pk, ()))
        within = tuple(
            move for move in mine if (not first or move.on >= first) and (not last or move.on <= last)
        )
        if within or not (first or last):
            found.append(Entry(row, mine, within, stages))
    return sorted(found, key=lambda entry: entry.moves[0].on if entry.moves else entry.row.stage_on)


def application_rows(found: list[Entry]) -> Iterator[tuple[object, ...]]:
    """Yield the header and a row for each application."""
    yield HEADER
    for entry in found:
        row = entry.row
        contact = row.contact if row.contact and not row.contact.deleted_at else ""
        resume = row.resume if row.resume and not row.resume.deleted_at else ""
        archived = row.archived_at and row.user.local(row.archived_at).date()
        yield (
            *(row.pk, row.company, row.role, row.link, row.tier or ""),
            *(row.get_source_display(), row.place, row.get_remote_display()),
            *(_blank(row.pay_low), _blank(row.pay_high), row.pay_currency),
            row.get_pay_per_display() if row.pay_currency else "",
            *(resume, contact, entry.name(row.stage), entry.applied_on or "", row.stage_on),
            "; ".join(f"{move.stage} {move.on}" for move in entry.moves),
            *(row.next_step, row.next_on or "", archived or "", row.note),
        )


def move_rows(found: list[Entry]) -> Iterator[tuple[object, ...]]:
    """Yield the header and a row for each move of the stretch, by application."""
    yield MOVES_HEADER
    for entry in found:
        for move in entry.within:
            named = (entry.row.pk, entry.row.company, entry.row.role)
            yield (*named, entry.name(move.stage), move.on, move.note)


def _blank(value: object | None) -> object:
    return "" if value is None else value
