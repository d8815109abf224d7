"""After a test that commits: the rows of people go, the catalogue stays unless the test changed it.

Django's own way empties every table, and to load the catalogue anew takes seconds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast
from unittest.mock import patch

from django.core.management.color import no_style
from django.db import connection
from django.test import TransactionTestCase


def _filled() -> set[str]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = set()
        for table in tables:
            cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")
            if cursor.fetchone():
                found.add(table)
    return found


def _version() -> int | None:
    from roadmap.models import CatalogueVersion

    return CatalogueVersion.objects.values_list("number", flat=True).first()


@contextmanager
def only_people() -> Iterator[None]:
    """Keep what the tables hold now through every test to come. The catalogue is loaded, nobody is there."""
    kept, version = _filled(), _version()
    empty_all = cast(Any, TransactionTestCase)._fixture_teardown

    def empty(case: Any) -> None:
        if _version() != version:
            empty_all(case)
            return
        with connection.cursor() as cursor:
            others = sorted(set(connection.introspection.table_names(cursor)) - kept)
        connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), others))

    with patch.object(TransactionTestCase, "_fixture_teardown", empty):
        yield
