"""What counts as trouble that passes, and what is our fault."""

import errno
import sqlite3

import psycopg
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, ProgrammingError

from config.trouble import BUSY, FULL, diagnose


def wrapped(outer, inner):
    """Return `outer` as Django raises it from the driver's `inner`."""
    outer.__cause__ = inner
    return outer


def sqlite_error(code):
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    return wrapped(OperationalError("words"), error)


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_BUSY),
        sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT),
        sqlite_error(sqlite3.SQLITE_LOCKED),
        sqlite_error(sqlite3.SQLITE_IOERR_READ),
        sqlite_error(sqlite3.SQLITE_CANTOPEN),
        sqlite_error(sqlite3.SQLITE_READONLY),
        sqlite_error(sqlite3.SQLITE_CORRUPT),
        wrapped(OperationalError(), psycopg.errors.AdminShutdown()),
        wrapped(OperationalError(), psycopg.errors.LockNotAvailable()),
        wrapped(OperationalError(), psycopg.errors.TooManyConnections()),
        wrapped(OperationalError(), psycopg.OperationalError("connection refused")),
        wrapped(InterfaceError(), psycopg.InterfaceError("the connection is closed")),
        wrapped(OperationalError(), psycopg.errors.ReadOnlySqlTransaction()),
        InterfaceError("connection already closed"),
        OperationalError("no cause known"),
    ],
)
@pytest.mark.asvs("16.5.2")
def test_a_database_that_is_busy_or_away_is_503(error):
    trouble = diagnose(error)
    assert trouble is not None
    assert trouble.status == BUSY == 503
    assert 0 < trouble.retry_after <= 10


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_FULL),
        sqlite_error(sqlite3.SQLITE_IOERR_WRITE),
        sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE),
        wrapped(OperationalError(), psycopg.errors.DiskFull()),
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
    ],
)
def test_a_full_disk_is_507(error):
    trouble = diagnose(error)
    assert trouble is not None
    assert trouble.status == FULL == 507


@pytest.mark.parametrize(
    "error",
    [
        None,
        KeyError("x"),
        sqlite_error(sqlite3.SQLITE_ERROR),  # no such table
        ProgrammingError("relation does not exist"),
        wrapped(ProgrammingError(), psycopg.errors.UndefinedTable()),
        wrapped(IntegrityError(), psycopg.errors.UniqueViolation()),
        FileNotFoundError(errno.ENOENT, "No such file"),
    ],
)
def test_a_fault_of_ours_stays_a_fault(error):
    assert diagnose(error) is None


def test_trouble_is_found_behind_the_exception_that_hid_it():
    try:
        try:
            raise sqlite_error(sqlite3.SQLITE_BUSY)
        except OperationalError as error:
            raise RuntimeError("could not render") from error
    except RuntimeError as hidden:
        trouble = diagnose(hidden)
    assert trouble is not None
    assert trouble.status == BUSY


def test_causes_in_a_circle_end():
    first, second = KeyError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert diagnose(first) is None
