"""The life of an import: the file waits for a yes, for an hour, and goes when it is saved."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import DataImport, User
from accounts.models.transfers import digest_of
from accounts.portability import upload
from accounts.portability.comparison import compare
from accounts.portability.merge import merge
from accounts.portability.plan import Part, Plan

LISTED = 50


@dataclass(frozen=True)
class Line:
    """Something that the reader should know of a row: where it stands, its title, and why."""

    section: str
    title: str
    why: str = ""


@dataclass(frozen=True)
class Preview:
    """`parts` are the sections in which something happens; of `refused` and `kept` at most LISTED each."""

    plan: Plan
    exported_at: datetime.datetime
    parts: tuple[Part, ...]
    refused: tuple[Line, ...]
    kept: tuple[Line, ...]
    unknown: tuple[str, ...]
    more_refused: int
    more_kept: int
    file_wins: bool


def keep(user: User, session_key: str | None, file: UploadedFile, now: datetime.datetime) -> DataImport:
    """Keep a file for the look at it, in place of one that waits. Raises OSError."""
    DataImport.objects.of(user, session_key, now).drop()
    row = DataImport(
        user=user,
        session=digest_of(session_key),
        file=DataImport.new_name(),
        asked_at=now,
        expires_at=now + DataImport.KEPT,
    )
    with row.open_new() as out:
        for piece in file.chunks():
            out.write(piece)
    row.save(force_insert=True)
    return row


def preview(row: DataImport, user: User) -> Preview:
    """Return what the file would change in the account as it is now. Raises Unreadable, FileNotFoundError."""
    export = _read(row)
    plan = compare(export, user)
    refused, kept = list(_refused(plan)), list(_kept(plan))
    return Preview(
        plan,
        export.exported_at,
        tuple(part for part in plan.parts if not part.is_quiet),
        tuple(refused[:LISTED]),
        tuple(kept[:LISTED]),
        export.unknown,
        max(len(refused) - LISTED, 0),
        max(len(kept) - LISTED, 0),
        export.exported_at < user.date_joined,
    )


def apply(row: DataImport, user: User) -> Plan:
    """Save what the file changes, all or nothing, and let go of it; a second time changes nothing.

    Raises IntegrityError with nothing changed.
    """
    export = _read(row)
    with transaction.atomic():
        plan = merge(export, user)
        DataImport.objects.filter(pk=row.pk).update(is_done=True)
    row.path.unlink(missing_ok=True)
    return plan


def said(plan: Plan) -> str:
    """Return what was done, in a sentence or two."""
    if plan.is_empty:
        return "Everything in this file was here already. Nothing has changed."
    text = f"Imported: {_rows(plan.new)} new, {_rows(plan.changed)} changed."
    return text + (f" {_rows(plan.refused)} could not be taken." if plan.refused else "")


def _rows(number: int) -> str:
    return f"{number:,} row{'' if number == 1 else 's'}"


def _read(row: DataImport) -> upload.Export:
    with row.path.open("rb") as file:
        return upload.read(file, row.path.stat().st_size)


def _refused(plan: Plan) -> Iterator[Line]:
    for part in plan.parts:
        for title, why in [*part.refused, *part.lost_links]:
            yield Line(part.label, title, why)


def _kept(plan: Plan) -> Iterator[Line]:
    for part in plan.parts:
        for title in part.kept:
            yield Line(part.label, title)
