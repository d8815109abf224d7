"""The resource list prepared for filtering: which resources each filter holds, as bits of one integer.

Three hundred resources in sixty filters are counted with one AND and one bit count each, where
loops over rows would cost more than the whole page may.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.catalogue import Catalogue
from roadmap.models import Resource
from roadmap.search import Text, fold, rank
from roadmap.snapshot import ResourceItem

JOB_SEARCH = "job-search"


class Choice(NamedTuple):
    """A value of a filter; bit n of `bits` is set when it holds the n-th resource."""

    value: str
    label: str
    bits: int


class Facet(NamedTuple):
    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Index:
    """All resources in the order of the list, retired ones too; `current` are the bits of the others."""

    items: tuple[ResourceItem, ...]
    place: dict[int, int]
    current: int
    facets: tuple[Facet, ...]
    texts: tuple[Text, ...]
    wholes: tuple[str, ...]

    def ranks(self, words: Sequence[str]) -> dict[int, int]:
        """Return how well each resource that has all `words` answers them, by place."""
        places: Iterable[int] = range(len(self.texts))
        for word in words:
            places = [place for place in places if word in self.wholes[place]]
        return {place: rank(self.texts[place], words) for place in places}

    def listed(self, bits: int) -> list[int]:
        """Return the places whose bits are set, in order."""
        return [place for place in range(len(self.items)) if bits >> place & 1]

    def bits(self, pks: Iterable[int]) -> int:
        return sum(1 << place for pk in set(pks) if (place := self.place.get(pk)) is not None)


_latest: tuple[Catalogue, Index] | None = None


def index_of(catalogue: Catalogue) -> Index:
    """Return the index of a snapshot, built once for each."""
    global _latest
    latest = _latest
    if latest is None or latest[0] is not catalogue:
        latest = _latest = (catalogue, _build(catalogue))
    return latest[1]


def _build(catalogue: Catalogue) -> Index:
    items = tuple(catalogue.resource_by_id.values())

    def choices(
        pairs: Iterable[tuple[str, str]], holds: Callable[[ResourceItem, str], bool]
    ) -> tuple[Choice, ...]:
        return tuple(
            Choice(value, label, sum(1 << place for place, item in enumerate(items) if holds(item, value)))
            for value, label in pairs
        )

    phases = [(phase.slug, f"Phase {phase.number}: {phase.short_title}") for phase in catalogue.phases]
    topics = [(topic.slug, topic.title) for topic in catalogue.topics]
    texts = tuple(
        Text(fold(item.title), fold(item.author), "\n".join(fold(topic.title) for topic in item.topics))
        for item in items
    )
    return Index(
        items=items,
        place={item.id: place for place, item in enumerate(items)},
        current=sum(1 << place for place, item in enumerate(items) if not item.retired),
        facets=(
            Facet(
                "access", "Cost", choices(Resource.Access.choices, lambda item, value: item.access == value)
            ),
            Facet(
                "phase",
                "Phase",
                choices(
                    [*phases, (JOB_SEARCH, "Job search")],
                    lambda item, value: item.phase == ("" if value == JOB_SEARCH else value),
                ),
            ),
            Facet("kind", "Kind", choices(Resource.Kind.choices, lambda item, value: item.kind == value)),
            Facet("level", "Level", choices(Resource.Level.choices, lambda item, value: item.level == value)),
            Facet(
                "topic",
                "Topic",
                choices(topics, lambda item, value: any(t.slug == value for t in item.topics)),
            ),
        ),
        texts=texts,
        wholes=tuple("\n".join(text) for text in texts),
    )
