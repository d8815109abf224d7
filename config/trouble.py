"""Tells trouble with the database or the disk, which passes, from a fault in the program, which does not."""

import dataclasses
import errno
import sqlite3
from collections.abc import Iterator

import psycopg
from django.db import DatabaseError, InterfaceError, OperationalError

BUSY, FULL = 503, 507

FULL_DISK_ERRNO = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SQLITE_FULL_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}
# SQLITE_ERROR is absent: "no such table" is a fault, although it is an OperationalError.
SQLITE_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}


@dataclasses.dataclass(frozen=True)
class Trouble:
    """What to answer: the HTTP status, and after how many seconds to try again."""

    status: int
    retry_after: int


def diagnose(error: BaseException | None) -> Trouble | None:
    """Return the trouble behind `error` or behind what caused it; None when it is a fault of ours."""
    for cause in _causes(error):
        if _is_full_disk(cause):
            return Trouble(FULL, retry_after=60)
        if _is_passing(cause):
            return Trouble(BUSY, retry_after=5)
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        # Django wraps the driver's exception, which knows more: look at that one first.
        if isinstance(error, DatabaseError | InterfaceError) and error.__cause__:
            yield error.__cause__
        yield error
        error = error.__cause__ or error.__context__


def _is_full_disk(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) in SQLITE_FULL_DISK
    if isinstance(error, OSError):
        return error.errno in FULL_DISK_ERRNO
    return isinstance(error, psycopg.errors.DiskFull)


def _is_passing(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        # The low byte is the kind of error, the rest its variety.
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in SQLITE_PASSING
    if isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
        return True  # a standby that has not been promoted yet
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return True
    unwrapped = error.__cause__ is None
    return unwrapped and isinstance(error, OperationalError | InterfaceError)
