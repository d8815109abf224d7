"""A new row that is sent twice is there once."""

import uuid
from typing import Any

from django.db import IntegrityError, transaction

from career.models.kept import KeptRow


def add_once(row: KeptRow) -> tuple[Any, bool]:
    """Save a new row; return it, or the one of its learner that has its id already, and whether it was new.

    An id that is a stranger's, or that of a deleted row, is replaced.
    """
    rows = type(row).everything
    for _ in range(2):
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            if found := rows.there(row.user, str(row.pk)):
                return found, False
            row.pk = uuid.uuid4()
        else:
            return row, True
    raise IntegrityError("A new id is nobody's: something else keeps the row from being saved.")
