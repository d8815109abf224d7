"""A row of the file, checked field by field against what the table takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CASCADE, CheckConstraint

from accounts.portability import rules
from accounts.portability.columns import Column, Gone, Unfit, columns
from accounts.portability.register import Section
from accounts.portability.rows import Row

Ids = dict[Any, dict[str, str]]  # of own rows: those in the file and those in the account, by model


class Catalogue:
    """Slugs of the catalogue with their ids, each table read once."""

    def __init__(self) -> None:
        self._ids: dict[Any, dict[str, Any]] = {}

    def ids(self, model: Any) -> dict[str, Any]:
        if model not in self._ids:
            self._ids[model] = dict(model._base_manager.values_list("slug", "pk"))
        return self._ids[model]


@dataclass(frozen=True)
class Read:
    """`values` as Python has them (catalogue items by id, own rows by their id in the account).

    `portable` is the same as an export has it. `lost` names catalogue items that are gone from a list.
    """

    values: Row
    portable: Row
    lost: list[str] = field(default_factory=list)


def read(section: Section, given: Mapping[str, Any], there: Row | None, known: Catalogue, ids: Ids) -> Read:
    """Read a row; what it does not say stays as it is `there`, or takes its default. Raises Unfit."""
    found = Read({}, {})
    for column in columns(section):
        if column.name in section.fixed:
            continue
        if column.name in given:
            value = given[column.name]
        else:
            value = there[column.name] if there else _default(column)
        try:
            _take(found, section, column, value, known, ids)
        except Gone:
            raise
        except Unfit as error:
            raise Unfit(f"“{column.name}” {error}") from error
    for constraint in section.model._meta.constraints:
        if not isinstance(constraint, CheckConstraint):
            continue
        if rules.holds(constraint.condition, found.values) is False:
            raise Unfit(f"does not hold to the rule “{constraint.name.replace('_', ' ')}”")
    return found


def _default(column: Column) -> Any:
    if column.kind == "slugs":
        return []
    if column.field.is_relation or column.kind == "uuid":
        return None
    return column.portable(column.field.get_default())


def _take(found: Read, section: Section, column: Column, given: Any, known: Catalogue, ids: Ids) -> None:
    value = column.read(given)
    portable = column.portable(value)
    said = value is not None and (value != "" or not column.field.blank)
    if said and column.name in section.checks:
        try:
            section.checks[column.name](value)
        except ValidationError as error:
            raise Unfit("is no value that it may have") from error
        except ValueError as error:
            raise Unfit(str(error)) from error
    if column.kind == "slug" and value is not None:
        value = known.ids(column.target).get(value)
        if value is None:
            raise Gone(f"“{portable}” is not in the catalogue (any more)")
    elif column.kind == "slugs":
        there = known.ids(column.target)
        found.lost.extend(slug for slug in value if slug not in there)
        portable = [slug for slug in value if slug in there]
        value = [there[slug] for slug in portable]
    elif column.kind == "own" and value is not None:
        value = portable = ids.get(column.target, {}).get(str(value))
        if value is None and (not column.null or column.field.remote_field.on_delete is CASCADE):
            raise Unfit("leads to a row that is not taken")
    found.values[column.name] = value
    found.portable[column.name] = portable
