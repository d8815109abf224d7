"""What someone looks for in the resource list, as the query string says it. Pure, no Django."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode


class Unknown(NamedTuple):
    """A value that no filter has."""

    facet: str
    value: str


@dataclass(frozen=True)
class Selection:
    """Words and filters. Values of one facet widen the list, facets narrow it."""

    query: str
    values: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.query or self.values)

    @property
    def query_string(self) -> str:
        """Return “?kind=book&kind=video”, or nothing when nothing is selected."""
        pairs = [("q", self.query)] if self.query else []
        pairs += [(facet, value) for facet, values in self.values.items() for value in values]
        return f"?{urlencode(pairs)}" if pairs else ""

    def without_query(self) -> "Selection":
        return replace(self, query="")

    def without(self, facet: str, value: str | None = None) -> "Selection":
        """Return the selection without one value of a facet, or without any of it."""
        left = tuple(v for v in self.values.get(facet, ()) if v != value) if value is not None else ()
        others = {name: values for name, values in self.values.items() if name != facet}
        return replace(self, values={**others, facet: left} if left else others)


def read(
    query: str, values_of: Callable[[str], Sequence[str]], known: Mapping[str, Sequence[str]]
) -> tuple[Selection, list[Unknown]]:
    """Return what was asked for in the order of `known` (facet to its values), and what no filter knows."""
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: list[Unknown] = []
    for facet, values in known.items():
        asked = dict.fromkeys(value for value in values_of(facet) if value)
        if taken := tuple(value for value in values if value in asked):
            chosen[facet] = taken
        unknown += [Unknown(facet, value) for value in asked if value not in taken]
    return Selection(" ".join(query.split()), chosen), unknown
