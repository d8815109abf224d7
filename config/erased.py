"""Accounts that were deleted stay deleted, whatever backup is brought back."""

from django.core.management import call_command
from django.db import DatabaseError, connections

from accounts import erasure
from config import sqlite


def note_before() -> None:
    """Write down what the database that is about to be replaced still has to say; it may be damaged."""
    if sqlite.is_used() and not sqlite.path().exists():
        return
    try:
        for user_id in erasure.unfinished():
            erasure.note(user_id)
    except DatabaseError:
        pass
    finally:
        connections.close_all()


def erase_again(*, migrate: bool = False) -> int:
    """Delete the accounts that a restored backup brought back; return how many that were.

    `migrate`: the backup may be of an older version, whose tables are brought up to date first.
    """
    back = erasure.brought_back()
    if back and migrate:
        call_command("migrate", interactive=False, verbosity=0)
    return sum(erasure.erase(user_id) for user_id in back)
