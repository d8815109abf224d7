"""Writes a plan into the account: all of it or nothing."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.portability.columns import Column, columns
from accounts.portability.comparison import compare
from accounts.portability.plan import Change, Part, Plan
from accounts.portability.register import Section
from accounts.portability.upload import Export

BATCH = 500


@transaction.atomic
def merge(export: Export, user: User) -> Plan:
    """Bring the file into the account as it is now; return what was done.

    Of two at once the second finds what the first one wrote. Raises IntegrityError, with nothing changed,
    for what no comparison foresaw.
    """
    User.objects.lock(user.pk)
    user.refresh_from_db()
    plan = compare(export, user)
    for part in plan.parts:
        _write(part, user, plan)
    return plan


def _write(part: Part, user: User, plan: Plan) -> None:
    section = part.section
    if part.replaced:
        parents = plan.pks[section.model._meta.get_field(section.part_of).related_model]
        gone = [parents[uid] for uid in part.replaced if uid in parents]
        for start in range(0, len(gone), BATCH):
            section.manager.filter(**{f"{section.part_of}__in": gone[start : start + BATCH]}).delete()
    if part.new:
        _create(part, user, plan)
    if part.changed:
        _update(part, user, plan)


def _create(part: Part, user: User, plan: Plan) -> None:
    section = part.section
    made = [section.model(**_attributes(section, change, user, plan)) for change in part.new]
    section.manager.bulk_create(made, batch_size=BATCH)
    if section.uid:
        pks = plan.pks[section.model]
        pks.update((str(getattr(row, section.uid)), row.pk) for row in made)
    _link(section, zip(made, part.new, strict=True))


def _update(part: Part, user: User, plan: Plan) -> None:
    section = part.section
    rows = section.manager.in_bulk([change.pk for change in part.changed])
    names: set[str] = {"deleted_at"} if section.is_kept else set()
    for change in part.changed:
        for name, value in _attributes(section, change, user, plan).items():
            setattr(rows[change.pk], name, value)
        if section.is_kept:
            rows[change.pk].deleted_at = None
    for column in columns(section):
        unmoved = (section.uid, section.numbered, *section.fixed)
        if column.kind != "slugs" and column.name not in unmoved and not column.field.primary_key:
            names.add(column.name)
    section.manager.bulk_update(rows.values(), sorted(names), batch_size=BATCH)
    pairs = [(rows[change.pk], change) for change in part.changed]
    for column in _lists(section):
        through, source = column.field.remote_field.through, column.field.m2m_field_name()
        through._base_manager.filter(**{f"{source}__in": [row.pk for row, _ in pairs]}).delete()
    _link(section, pairs)


def _attributes(section: Section, change: Change, user: User, plan: Plan) -> dict[str, Any]:
    """Return what to set on the row, foreign keys by the id in the database."""
    found: dict[str, Any] = {}
    for column in columns(section):
        if column.kind == "slugs" or column.name not in change.values:
            continue
        value = change.values[column.name]
        if column.kind == "own" and value is not None:
            value = plan.pks[column.target][str(value)]
        found[column.field.attname] = value
    if change.pk is None and "__" not in section.owner:
        found[section.owner] = user
    return found


def _lists(section: Section) -> list[Column]:
    return [column for column in columns(section) if column.kind == "slugs"]


def _link(section: Section, pairs: Iterable[tuple[Any, Change]]) -> None:
    """Write the rows between these and the catalogue."""
    pairs = list(pairs)
    for column in _lists(section):
        through = column.field.remote_field.through
        source, target = column.field.m2m_field_name(), column.field.m2m_reverse_field_name()
        through._base_manager.bulk_create(
            [
                through(**{f"{source}_id": row.pk, f"{target}_id": pk})
                for row, change in pairs
                for pk in change.values[column.name]
            ],
            batch_size=BATCH,
        )
