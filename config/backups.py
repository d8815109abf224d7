"""Backups that are complete although people go on writing, and the way back.

A copy of the file of a live SQLite database misses what its write-ahead log still holds: ten of ten such
copies lost acknowledged work.
"""

import datetime
import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from config import presence, sqlite


class UnusableBackup(Exception):
    """The file cannot be restored; the message says why. Nothing was changed."""


def default_path(suffix: str, now: datetime.datetime | None = None) -> Path:
    """Return a new name in the installation's folder of backups."""
    stamp = (now or datetime.datetime.now(datetime.UTC)).strftime("%Y-%m-%d-%H%M%S")
    return Path(settings.VAR_DIR) / "backups" / f"milepost-{stamp}.{suffix}"


def write_sqlite(target: Path) -> None:
    """Write all that is committed at this moment to `target`, which appears only when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(part)])
        part.chmod(0o600)
        if problem := sqlite.damage(part):
            raise sqlite.UnsafeDatabase(f"The database is damaged ({problem}), so is its backup.")
        _sync(part)
        part.replace(target)
        sqlite.sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def restore_sqlite(source: Path, now: datetime.datetime | None = None) -> Path | None:
    """Put the backup `source` in the database's place; return where the old database was kept.

    UnusableBackup when the file is not a whole backup of this program, presence.InUse while it is served.
    """
    place = sqlite.path()
    place.parent.mkdir(parents=True, exist_ok=True)
    with presence.alone():
        copy = place.with_name(f"{place.name}.restoring")
        try:
            shutil.copyfile(source, copy)
            copy.chmod(0o600)
            _check(copy, source)
            _sync(copy)
            kept = _put_aside(place, now)
            copy.replace(place)
            sqlite.sync_folder(place.parent)
        finally:
            for leftover in place.parent.glob(f"{copy.name}*"):
                leftover.unlink()
    sqlite.remember()
    return kept


def _check(copy: Path, source: Path) -> None:
    if problem := _first_problem(copy):
        raise UnusableBackup(f"{source} cannot be restored: {problem} Nothing was changed.")


def _first_problem(copy: Path) -> str:
    try:
        database = sqlite3.connect(copy, timeout=10)
        try:
            answer = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer != "ok":
                return f"it is damaged ({answer})."
            applied = set(database.execute("SELECT app, name FROM django_migrations"))
        finally:
            database.close()
    except sqlite3.Error as error:
        return f"it is not a backup of Milepost ({error})."
    if unknown := applied - _known_migrations():
        return f"it was made by a newer Milepost ({min(unknown)[1]}); update this one first."
    return ""


def _known_migrations() -> set[tuple[str, str]]:
    loader = MigrationLoader(None)
    replaced = {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    return set(loader.disk_migrations) | replaced


def _put_aside(place: Path, now: datetime.datetime | None) -> Path | None:
    """Move the database with its log out of the way, together, since they belong together."""
    if not place.exists():
        return None
    stamp = (now or datetime.datetime.now(datetime.UTC)).strftime("%Y-%m-%d-%H%M%S")
    kept = place.with_name(f"{place.name}.before-restore-{stamp}")
    for ending in ("-wal", "-shm", ""):
        if (part := place.with_name(place.name + ending)).exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
