"""What is a person's, counted: every table whose rows lead to them, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import connection, models

from accounts.models import User

_words: dict[str, tuple[str, str]] = {}
_first: list[str] = []


def call(label: str, one: str, many: str, *, first: bool = False) -> None:
    """Say how rows of a table (such as “roadmap.StudySession”) are called, where its own name will not do.

    `first`: people look for these before all others. Called in an app's ready().
    """
    _words[label] = (one, many)
    if first and label not in _first:
        _first.append(label)


@dataclass(frozen=True)
class Belonging:
    label: str
    number: int
    name: str

    def __str__(self) -> str:
        return f"{self.number:,} {self.name}"


def tables() -> Iterator[tuple[type[models.Model], str]]:
    """Yield every table with a column that leads to a user, and that field's name; a table may come twice."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is User:
                yield model, field.name


@cache
def _statement() -> tuple[str, int]:
    """Return one statement that counts all tables for a user, and how often it names the user."""
    quote = connection.ops.quote_name
    parts = [
        f"SELECT {number}, COUNT(*) FROM {quote(model._meta.db_table)}"  # nosec B608  # names of our own tables
        f" WHERE {quote(f'{name}_id')} = %s"
        for number, (model, name) in enumerate(tables())
    ]
    return " UNION ALL ".join(parts), len(parts)


def belongings_of(user_id: int) -> list[Belonging]:
    """Count what is there of a user in one statement: what people look for first, then the most."""
    sql, times = _statement()
    with connection.cursor() as cursor:
        cursor.execute(sql, [user_id] * times)
        counts = dict(cursor.fetchall())
    sums: dict[type[models.Model], int] = {}
    for number, (model, _) in enumerate(tables()):
        sums[model] = sums.get(model, 0) + counts[number]
    found = [_belonging(model, number) for model, number in sums.items() if number]
    return sorted(found, key=lambda each: (_rank(each.label), -each.number, each.name))


def _belonging(model: type[models.Model], number: int) -> Belonging:
    meta = model._meta
    one, many = _words.get(meta.label, (str(meta.verbose_name), str(meta.verbose_name_plural)))
    return Belonging(meta.label, number, one if number == 1 else many)


def _rank(label: str) -> int:
    return _first.index(label) if label in _first else len(_first)


def looked_for(found: list[Belonging]) -> list[Belonging]:
    """Return those of `found` that people look for first."""
    return [each for each in found if each.label in _first]
