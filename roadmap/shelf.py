"""The resource list for one learner: what matches a selection, and what each further filter would leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from roadmap import search
from roadmap.models.resource_marks import ResourceMarks
from roadmap.selection import Selection
from roadmap.shelf_index import Choice, Facet, Index
from roadmap.snapshot import ResourceItem

MINE = {"using": "In use", "saved": "Saved", "finished": "Finished", "up": "Thumb up"}
_FIRST = {"using": 0, "saved": 1, "finished": 2, "none": 3}


class CountedChoice(NamedTuple):
    """A value of a filter, and how many match it together with the other filters."""

    facet: str
    choice: Choice
    matches: int
    chosen: bool


class CountedFacet(NamedTuple):
    name: str
    label: str
    choices: tuple[CountedChoice, ...]


class Tag(NamedTuple):
    """An active filter, and the query string that the page has without it."""

    label: str
    query_string: str


class Drop(NamedTuple):
    """The filter that stands in the way most, and how many match without it."""

    label: str
    matches: int
    query_string: str


@dataclass(frozen=True)
class Shelf:
    """`narrowed` counts the facets and the search in force; `drop` is there when nothing matches."""

    items: tuple[ResourceItem, ...]
    facets: tuple[CountedFacet, ...]
    tags: tuple[Tag, ...]
    narrowed: int
    drop: Drop | None


def facets_of(index: Index, marks: ResourceMarks, *, visitor: bool) -> tuple[Facet, ...]:
    """Return the filters that this learner has; a visitor has no marks to filter by."""
    if visitor:
        return index.facets
    held: dict[str, list[int]] = {value: [] for value in MINE}
    for pk, mark in marks.mine.items():
        if mark.state in held:
            held[mark.state].append(pk)
        if mark.thumb > 0:
            held["up"].append(pk)
    choices = tuple(Choice(value, label, index.bits(held[value])) for value, label in MINE.items())
    return (Facet("mine", "Yours", choices), *index.facets)


def shelf(index: Index, facets: Sequence[Facet], selection: Selection, marks: ResourceMarks) -> Shelf:
    """Filter, count and sort: by relevance when searching, by state when filtered by it, else as listed."""
    # What left the list stays in sight of those who marked it.
    marked = index.bits(pk for pk, mark in marks.mine.items() if mark.state != "none" or mark.thumb)
    base = index.current | marked
    words = search.words(selection.query)
    ranks = index.ranks(words) if words else {}
    masks = {
        facet.name: reduce(or_, (c.bits for c in facet.choices if c.value in selection.values[facet.name]))
        for facet in facets
        if facet.name in selection.values
    }
    if words:
        masks["q"] = sum(1 << place for place in ranks)
    matching = reduce(and_, masks.values(), base)

    def order(place: int) -> tuple[int, int]:
        state = marks.of(index.items[place].id).state if "mine" in selection.values else "none"
        return ranks.get(place, 0), _FIRST[state]

    return Shelf(
        items=tuple(index.items[place] for place in sorted(index.listed(matching), key=order)),
        facets=tuple(_counted(facet, selection, masks, base) for facet in facets),
        tags=_tags(facets, selection),
        narrowed=len(masks),
        drop=_drop(facets, selection, masks, base) if masks and not matching else None,
    )


def _without(masks: dict[str, int], name: str, base: int) -> int:
    return reduce(and_, (mask for other, mask in masks.items() if other != name), base)


def _counted(facet: Facet, selection: Selection, masks: dict[str, int], base: int) -> CountedFacet:
    others = _without(masks, facet.name, base)
    chosen = selection.values.get(facet.name, ())
    return CountedFacet(
        facet.name,
        facet.label,
        tuple(
            CountedChoice(facet.name, choice, (choice.bits & others).bit_count(), choice.value in chosen)
            for choice in facet.choices
            if choice.bits or choice.value in chosen or facet.name == "mine"
        ),
    )


def _tags(facets: Sequence[Facet], selection: Selection) -> tuple[Tag, ...]:
    tags = [Tag(f"“{selection.query}”", selection.without_query().query_string)] if selection.query else []
    tags += [
        Tag(choice.label, selection.without(facet.name, choice.value).query_string)
        for facet in facets
        for choice in facet.choices
        if choice.value in selection.values.get(facet.name, ())
    ]
    return tuple(tags)


def _drop(facets: Sequence[Facet], selection: Selection, masks: dict[str, int], base: int) -> Drop | None:
    drops = []
    for name in masks:
        if name == "q":
            label, left = selection.query, selection.without_query()
        else:
            choices = next(facet.choices for facet in facets if facet.name == name)
            label = " or ".join(c.label for c in choices if c.value in selection.values[name])
            left = selection.without(name)
        drops.append(Drop(label, _without(masks, name, base).bit_count(), left.query_string))
    best = max(drops, key=lambda drop: drop.matches)
    return best if best.matches else None
