"""What an import would change: a verdict on every row of the file."""

from dataclasses import dataclass, field
from typing import Any

from accounts.portability.register import Section
from accounts.portability.rows import Row


@dataclass(frozen=True)
class Change:
    """A row to write: `values` as Python has them, with ids of own rows as the account has them.

    `pk` is that of the row to change, None for a new one.
    """

    pk: Any
    values: Row
    title: str


@dataclass
class Part:
    """What becomes of one section of the file.

    `kept` are titles of rows whose version in the account stays, `refused` titles with the reason, and
    `lost_links` titles of rows that are taken without a link. `replaced` are the rows of another section
    (id in the account) that get all of `new` in place of what is part of them now.
    """

    section: Section
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    kept: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    lost_links: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[Any] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.section.name.replace("_", " ").capitalize()

    @property
    def is_quiet(self) -> bool:
        return not (self.new or self.changed or self.kept or self.refused or self.lost_links)


@dataclass(frozen=True)
class Plan:
    """`pks` leads from the id that travels to the row's key in the database, by model, for rows there."""

    parts: tuple[Part, ...]
    pks: dict[Any, dict[str, Any]]

    def _sum(self, name: str) -> int:
        return sum(len(getattr(part, name)) for part in self.parts)

    @property
    def new(self) -> int:
        return self._sum("new")

    @property
    def changed(self) -> int:
        return self._sum("changed")

    @property
    def same(self) -> int:
        return sum(part.same for part in self.parts)

    @property
    def kept(self) -> int:
        return self._sum("kept")

    @property
    def refused(self) -> int:
        return self._sum("refused") + self._sum("lost_links")

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed)
