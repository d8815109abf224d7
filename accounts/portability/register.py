"""The register: which tables are a person's, and what of them leaves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models

from accounts.models import User

# Raises ValidationError or ValueError for a value that no form of ours would have taken.
Check = Callable[[Any], None]
UNDO_ONLY = "Only Undo needs it, for an hour."


@dataclass(frozen=True, eq=False)
class Section:
    """A table of a person's rows. Sections that others point at are registered before them.

    `name` is its key in the JSON and its CSV's name, `about` a line of the documentation. `titles` are the
    fields that name a row to people. `changed` is the field that tells when a row was last changed; without
    one, rows have no time of their own. `part_of` names the field of the row that these belong to for good:
    they stay or go with its version. `key` names rows that neither an id nor a unique constraint does.
    `left_out` gives for each field that never leaves the reason, `fixed` the fields that leave and are
    never read back. `checks` are held against what comes in. At most `most` rows fit one account, or one row
    of the field `per`. `numbered`: a field whose value may be taken already, and is then the next free one.
    """

    name: str
    model: type[models.Model]
    about: str
    titles: tuple[str, ...]
    changed: str = ""
    part_of: str = ""
    key: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()
    checks: Mapping[str, Check] = field(default_factory=dict)
    most: int = 10_000
    per: str = ""
    numbered: str = ""

    @cached_property
    def manager(self) -> "models.Manager[Any]":
        """Return the manager that hides nothing."""
        return self.model._base_manager

    @cached_property
    def uid(self) -> str:
        """Return the field with the id that travels; empty without one."""
        for each in self.model._meta.concrete_fields:
            if isinstance(each, models.UUIDField) and each.unique and not each.is_relation:
                return each.name
        return ""

    @cached_property
    def is_kept(self) -> bool:
        """Return whether a deleted row stays for a while, for Undo."""
        return any(each.name == "deleted_at" for each in self.model._meta.concrete_fields)

    @cached_property
    def owner(self) -> str:
        """Return the lookup that leads to the person."""
        if self.model is User:
            return "pk"
        for each in self.model._meta.concrete_fields:
            if each.related_model is User:
                return each.name
        for each in self.model._meta.concrete_fields:
            if each.related_model in _sections and not each.null:
                return f"{each.name}__{_sections[each.related_model].owner}"
        raise TypeError(f"{self.model._meta.label} reaches no person")


@dataclass(frozen=True)
class Document:
    """Files to read, beside the tables: `files` yields their names and texts; `about` says what they are."""

    about: str
    files: Callable[[User], Iterable[tuple[str, str]]]


_sections: dict[Any, Section] = {}
_documents: list[Document] = []
_left_out: dict[str, str] = {}


def register(*new: Section) -> None:
    """Add sections. Called in an app's ready()."""
    for section in new:
        _sections[section.model] = section


def register_document(*new: Document) -> None:
    _documents.extend(new)


def leave_out(reasons: Mapping[str, str]) -> None:
    """Say of tables (labels such as "accounts.Token") that reach a person why they are in no section."""
    _left_out.update(reasons)


def left_out() -> Mapping[str, str]:
    return _left_out


def sections() -> Iterator[Section]:
    yield from _sections.values()


def section_of(model: Any) -> Section | None:
    return _sections.get(model)


def documents() -> Iterator[Document]:
    yield from _documents
