"""Writes the catalogue's fixtures into the database: all or nothing, and nothing twice.

An entry is written when it differs from what was last loaded, so that what staff edited in the
admin stays until the same entry changes in the files.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction

from roadmap.catalog_rules import keys
from roadmap.fixture_files import Entry
from roadmap.models import (
    CatalogueVersion,
    Claim,
    Idea,
    Milestone,
    Module,
    Phase,
    Project,
    Question,
    Requirement,
    Resource,
    Skill,
    SkillResource,
    Specialization,
    SprintWeek,
    Topic,
)
from roadmap.models.catalog import CatalogItem

# In an order in which whatever a foreign key names is there already, but for keys to the own table.
MODELS: list[type[CatalogItem]] = [
    Phase,
    Specialization,
    Module,
    Topic,
    Resource,
    Skill,
    Project,
    Requirement,
    Milestone,
    SprintWeek,
    Claim,
    Idea,
    Question,
]


class InvalidCatalogue(Exception):
    """Carries the problems found, one sentence each; nothing was written."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Report:
    """The labels of what a load added, changed and retired ("skill py-syntax")."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    reordered: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired or self.reordered)


@transaction.atomic
def write(entries: list[Entry]) -> Report:
    """Bring the database to what `entries` say and return what that changed.

    Raises InvalidCatalogue when a model refuses a value; then nothing is written.
    """
    report = Report()
    for model in MODELS:
        label = f"roadmap.{model._meta.model_name}"
        _Table(model, [entry for entry in entries if entry.model == label], report).write()
    unknown = {entry.model for entry in entries} - {f"roadmap.{model._meta.model_name}" for model in MODELS}
    if unknown:
        raise InvalidCatalogue([f"{model} is no part of the catalogue" for model in sorted(unknown)])
    if report:
        CatalogueVersion.bump()
    return report


class _Table:
    """One model's entries beside its rows."""

    def __init__(self, model: type[CatalogItem], entries: list[Entry], report: Report) -> None:
        self.model, self.entries, self.report = model, entries, report
        self.rows: dict[str, Any] = {row.slug: row for row in model.objects.all()}
        self.pks: dict[type[models.Model], dict[str, int]] = {}

    def write(self) -> None:
        # A row that appears as new here may be named by an earlier entry of the same table
        # (part_of, fallback): write plain fields first and links when all rows are there.
        changed = [
            (position, entry) for position, entry in enumerate(self.entries, 1) if self._differs(entry)
        ]
        bad = [problem for position, entry in changed for problem in self._write_row(position, entry)]
        if bad:
            raise InvalidCatalogue(bad)
        for _, entry in changed:
            self._write_links(entry)
        self._reorder()
        self._retire()

    def _differs(self, entry: Entry) -> bool:
        row = self.rows.get(entry.slug)
        return row is None or row.fixture_digest != entry.digest

    def _write_row(self, position: int, entry: Entry) -> Iterator[str]:
        row = self.rows.get(entry.slug)
        (self.report.changed if row else self.report.added).append(
            f"{self.model._meta.model_name} {entry.slug}"
        )
        # A field that left the entry falls back to its default.
        fresh = self.model(slug=entry.slug, position=position, fixture_digest=entry.digest)
        fresh.pk = row.pk if row else None
        for name, value in entry.fields.items():
            try:
                field_ = self.model._meta.get_field(name)
            except FieldDoesNotExist:
                yield f"{entry.where}: {name!r} is no field"
                continue
            if isinstance(field_, models.ForeignKey):
                if field_.related_model is not self.model:
                    setattr(fresh, field_.attname, self._pk(field_.related_model, value))
            elif not isinstance(field_, models.ManyToManyField):
                setattr(fresh, name, value)
        relations = [f.name for f in self.model._meta.get_fields() if isinstance(f, models.ForeignKey)]
        try:
            fresh.clean_fields(exclude=relations)
        except ValidationError as error:
            yield from (
                f"{entry.slug}: {name}: {' '.join(texts)}" for name, texts in error.message_dict.items()
            )
            return
        try:
            fresh.save()
        except IntegrityError as error:
            raise InvalidCatalogue([f"{entry.where} ({entry.slug}): {error}"]) from error
        self.rows[entry.slug] = fresh

    def _write_links(self, entry: Entry) -> None:
        row = self.rows[entry.slug]
        for field_ in self.model._meta.get_fields():
            if isinstance(field_, models.ManyToManyField) and field_.name in self._own_links():
                getattr(row, field_.name).set(self._pks(field_.related_model, entry.fields.get(field_.name)))
            elif isinstance(field_, models.ForeignKey) and field_.related_model is self.model:
                setattr(row, field_.attname, self._pk(self.model, entry.fields.get(field_.name)))
                row.save(update_fields=[field_.name])
        if self.model is Skill:
            SkillResource.objects.filter(skill=row).delete()
            SkillResource.objects.bulk_create(
                SkillResource(skill=row, resource_id=pk, position=number)
                for number, pk in enumerate(self._pks(Resource, [[slug] for slug in entry.links]), 1)
            )

    def _own_links(self) -> set[str]:
        """Return the names of the many-to-many fields that the fixtures carry themselves."""
        links = self.model._meta.local_many_to_many
        return {f.name for f in links if f.remote_field.through and f.remote_field.through._meta.auto_created}

    def _reorder(self) -> None:
        moved = []
        for position, entry in enumerate(self.entries, 1):
            row = self.rows[entry.slug]
            if row.position != position:
                row.position = position
                moved.append(row)
        self.model.objects.bulk_update(moved, ["position"], batch_size=200)
        self.report.reordered += len(moved)

    def _retire(self) -> None:
        kept = {entry.slug for entry in self.entries}
        gone = [
            row
            for row in self.rows.values()
            if row.slug not in kept and row.fixture_digest and not row.retired
        ]
        # Without its digest it is written again when it comes back; what staff retire keeps theirs.
        self.model.objects.filter(pk__in=[row.pk for row in gone]).update(retired=True, fixture_digest="")
        self.report.retired += [f"{self.model._meta.model_name} {row.slug}" for row in gone]

    def _pk(self, model: Any, value: object) -> int | None:
        found = self._pks(model, value)
        return found[0] if found else None

    def _pks(self, model: Any, value: object) -> list[int]:
        if model not in self.pks:
            self.pks[model] = dict(model.objects.values_list("slug", "pk"))
        return [self.pks[model][slug] for slug in keys(value)]
