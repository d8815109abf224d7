"""A person's rows, as the JSON has them: in the order they were made, and without what was deleted."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import (
    CASCADE,
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from accounts.models import User
from accounts.portability.columns import Column, columns
from accounts.portability.register import Section, section_of, sections

CHUNK = 500
Row = dict[str, Any]


def rows(section: Section, user: User) -> Iterator[Row]:
    """Yield the rows that leave: one statement, and one for each list of slugs."""
    found = section.manager.filter(_living(section), **{section.owner: user.pk})
    for _, row in _portable(section, user, found.order_by("pk")):
        yield row


def rows_with_pk(section: Section, user: User) -> Iterator[tuple[Any, bool, Row]]:
    """Yield every row there is, with its pk and whether it was deleted and waits for Undo."""
    found = section.manager.filter(**{section.owner: user.pk}).order_by("pk")
    for (pk, deleted), row in _portable(section, user, found):
        yield pk, deleted, row


def count(user: User) -> int:
    """Return about how many rows an export has; one statement."""
    counts = {}
    for section in sections():
        if section.owner != "pk":
            mine = section.manager.filter(**{section.owner: OuterRef("pk")}).order_by()
            one = mine.annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
            counts[f"n_{section.name}"] = Coalesce(Subquery(one, output_field=IntegerField()), 0)
    found: dict[str, Any] = dict(User.objects.filter(pk=user.pk).values(**counts).get())
    return sum(found.values())


def _portable(section: Section, user: User, found: "QuerySet[Any]") -> Iterator[tuple[tuple[Any, bool], Row]]:
    shown = columns(section)
    lists = {column.name: _slugs(section, column, user) for column in shown if column.kind == "slugs"}
    plain = [column for column in shown if column.kind != "slugs"]
    sources = {f"v_{column.name}": _source(column) for column in plain}
    deleted = Q(deleted_at__isnull=False) if section.is_kept else Q(pk__isnull=True)
    values = found.values_list("pk", Case(When(deleted, then=1), default=0), *sources.values())
    for pk, is_deleted, *cells in values.iterator(chunk_size=CHUNK):
        row = {column.name: column.portable(cell) for column, cell in zip(plain, cells, strict=True)}
        for name, slugs in lists.items():
            row[name] = slugs.get(pk, [])
        yield (pk, bool(is_deleted)), row


def _source(column: Column) -> Any:
    if column.kind == "slug":
        return F(f"{column.name}__slug")
    if column.kind != "own":
        return F(column.name)
    target = column.target_section
    reference = F(f"{column.name}__{target.uid}")
    if target.is_kept and column.field.remote_field.on_delete is not CASCADE:
        return Case(When(**{f"{column.name}__deleted_at__isnull": True, "then": reference}), default=None)
    return reference


def _slugs(section: Section, column: Column, user: User) -> dict[Any, list[str]]:
    through = column.field.remote_field.through._base_manager
    source, target = column.field.m2m_field_name(), column.field.m2m_reverse_field_name()
    found = through.filter(**{f"{source}__{section.owner}": user.pk})
    lists: dict[Any, list[str]] = {}
    for pk, slug in found.values_list(f"{source}_id", f"{target}__slug").order_by(f"{target}__slug"):
        lists.setdefault(pk, []).append(slug)
    return {pk: sorted(slugs) for pk, slugs in lists.items()}


def _living(section: Section, prefix: str = "") -> Q:
    """Return what leaves out rows that were deleted, and those that go with one."""
    found = Q(**{f"{prefix}deleted_at__isnull": True}) if section.is_kept else Q()
    for field in section.model._meta.concrete_fields:
        target = section_of(field.related_model) if field.is_relation else None
        remote: Any = field.remote_field
        if target is None or target.model is User or remote.on_delete is not CASCADE:
            continue
        beyond = _living(target, f"{prefix}{field.name}__")
        if beyond:
            found &= Q(**{f"{prefix}{field.name}__isnull": True}) | beyond if field.null else beyond
    return found


def titled(section: Section, row: Row) -> str:
    """Return what a person calls a row."""
    words: Iterable[Any] = (row.get(name) for name in section.titles)
    text = ", ".join(str(word) for word in words if isinstance(word, str | int) and str(word).strip())
    return " ".join(text.split())[:80] or "without a title"
