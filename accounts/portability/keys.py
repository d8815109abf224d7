"""What makes a row the only one of its kind in an account: its id, and what its table takes no second of."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, UniqueConstraint

from accounts.portability import rules
from accounts.portability.register import Section
from accounts.portability.rows import Row

There = tuple[Any, bool, Row]  # pk, whether it was deleted and waits for Undo, the row


class Keys:
    """The rows of one section of an account, to be found by id or by what is unique."""

    def __init__(self, section: Section, there: list[There]) -> None:
        self._section = section
        self._rules = list(_unique(section))
        self._by_uid = {row[section.uid]: (pk, gone, row) for pk, gone, row in there} if section.uid else {}
        self._by_key: dict[Any, There | None] = {}
        self._numbers = {row[section.numbered] for _, _, row in there} if section.numbered else set()
        for pk, gone, row in there:
            for key in self._keys(row):
                self._by_key[key] = (pk, gone, row)

    def by_uid(self, uid: str) -> There | None:
        return self._by_uid.get(uid)

    def like(self, row: Row) -> There | None:
        """Return the row of the account that leaves no room for this one."""
        for key in self._keys(row):
            if found := self._by_key.get(key):
                return found
        return None

    def add(self, row: Row) -> bool:
        """Note a new row; False when there is one like it."""
        keys = list(self._keys(row))
        if any(key in self._by_key for key in keys):
            return False
        self._by_key.update(dict.fromkeys(keys))
        return True

    def move(self, pk: Any, gone: bool, before: Row, after: Row) -> bool:
        """Note that a row changes; False when it would become like another one."""
        old, new = set(self._keys(before)), set(self._keys(after))
        if any(key in self._by_key for key in new - old):
            return False
        for key in old - new:
            self._by_key.pop(key, None)
        self._by_key.update(dict.fromkeys(new, (pk, gone, after)))
        return True

    def free_number(self, wanted: int) -> int:
        """Return the number, or the next one after all that are taken when it is."""
        number = max(self._numbers) + 1 if wanted in self._numbers else wanted
        self._numbers.add(number)
        return number

    def _keys(self, row: Row) -> Iterator[Any]:
        for place, (names, condition, nulls) in enumerate(self._rules):
            values = tuple(row[name] for name in names)
            if None in values and not nulls:
                continue
            if condition is None or rules.holds(condition, row):
                yield place, values


def unique_names(section: Section) -> list[str]:
    """Return the fields of which there is no second in the whole installation."""
    fields = section.model._meta.concrete_fields
    return [
        f.name
        for f in fields
        if f.unique and not f.primary_key and not f.is_relation and f.name not in (section.uid, "email")
    ]


def _unique(section: Section) -> Iterator[tuple[tuple[str, ...], Q | None, bool]]:
    """Yield fields, condition, and whether nulls count as equal."""
    for field in section.model._meta.concrete_fields:
        if field.unique and field.is_relation:
            yield ((), None, True) if field.name == section.owner else ((field.name,), None, False)
    for constraint in section.model._meta.constraints:
        if not isinstance(constraint, UniqueConstraint) or section.numbered in constraint.fields:
            continue
        if constraint.fields:
            names = tuple(name for name in constraint.fields if name != section.owner)
            yield names, constraint.condition, False
    if section.owner == "pk":
        yield (), None, True
    if section.key:
        yield section.key, None, True
    for name in unique_names(section):
        yield (name,), None, False
