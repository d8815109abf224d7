"""Things that come after others, laid out in layers from left to right. Pure, no Django.

The method of Sugiyama, Tagawa and Toda (1981): each thing stands in the layer right of the last thing it
comes after (the longest path), arrows over several layers get a bend in each layer between, and each layer
is sorted by the mean place of its neighbors (the barycenter), back and forth, as long as fewer arrows cross.
Equal input gives an equal picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 12
Bend = tuple[int, int, int]
"""Where an arrow (from, to) passes a layer (its number)."""
Place = int | Bend
Ranks = Mapping[Place, int]


class Arrow(NamedTuple):
    """`after` comes after `before`; `bends`, left to right, are in the layers between."""

    before: int
    after: int
    bends: tuple[Bend, ...]


@dataclass(frozen=True)
class Layers:
    """`columns`: what stands in each layer, top to bottom. Heights are middles, in rows from the top."""

    columns: tuple[tuple[int, ...], ...]
    arrows: tuple[Arrow, ...]
    heights: Mapping[int, float]
    bend_heights: Mapping[Bend, float]
    rows: float

    @cached_property
    def column_of(self) -> dict[int, int]:
        return {thing: number for number, things in enumerate(self.columns) for thing in things}

    def way(self, arrow: Arrow) -> tuple[float, ...]:
        """Return the heights at which an arrow leaves, bends and ends, one for each layer."""
        between = (self.bend_heights[bend] for bend in arrow.bends)
        return (self.heights[arrow.before], *between, self.heights[arrow.after])

    @property
    def crossings(self) -> int:
        """Return how often two arrows cross."""
        steps: dict[int, list[tuple[float, float]]] = {}
        for arrow in self.arrows:
            for step, pair in enumerate(pairwise(self.way(arrow)), self.column_of[arrow.before]):
                steps.setdefault(step, []).append(pair)
        return sum(_crossings(pairs) for pairs in steps.values())


def layers(comes_after: Mapping[int, Sequence[int]]) -> Layers:
    """Lay out the keys of `comes_after`; what they come after but is no key is left out.

    Raises ValueError when something comes, over others, after itself.
    """
    before = {thing: [one for one in others if one in comes_after] for thing, others in comes_after.items()}
    depth = _depths(before)
    columns: list[list[Place]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for thing in comes_after:
        columns[depth[thing]].append(thing)
    arrows = []
    for thing, others in before.items():
        for one in others:
            bends = tuple((one, thing, step) for step in range(depth[one] + 1, depth[thing]))
            for bend in bends:
                columns[bend[2]].append(bend)
            arrows.append(Arrow(one, thing, bends))
    left: dict[Place, list[Place]] = {place: [] for column in columns for place in column}
    right: dict[Place, list[Place]] = {place: [] for place in left}
    for arrow in arrows:
        route: tuple[Place, ...] = (arrow.before, *arrow.bends, arrow.after)
        for a, b in pairwise(route):
            left[b].append(a)
            right[a].append(b)
    columns = _sorted(columns, left, right)
    heights = _heights(columns, left, right)
    return Layers(
        tuple(tuple(place for place in column if isinstance(place, int)) for column in columns),
        tuple(arrows),
        {place: height for place, height in heights.items() if isinstance(place, int)},
        {place: height for place, height in heights.items() if not isinstance(place, int)},
        max(heights.values(), default=0.0) + 0.5,
    )


def _depths(before: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return for each thing the number of steps of the longest way to it."""
    depth: dict[int, int] = {}
    waiting = dict(before)
    while waiting:
        ready = [thing for thing, others in waiting.items() if all(one in depth for one in others)]
        if not ready:
            raise ValueError(f"These come after each other in a circle: {sorted(waiting)}")
        for thing in ready:
            depth[thing] = 1 + max((depth[one] for one in waiting.pop(thing)), default=-1)
    return depth


def _sorted(
    columns: list[list[Place]], left: Mapping[Place, list[Place]], right: Mapping[Place, list[Place]]
) -> list[list[Place]]:
    """Return the columns in the order with the fewest crossings that the sweeps find."""
    best, fewest = columns, _all_crossings(columns, right)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        columns = [*columns]
        rightward = sweep % 2 == 0
        order = range(1, len(columns)) if rightward else range(len(columns) - 2, -1, -1)
        for number in order:
            beside = _ranks(columns[number - 1 if rightward else number + 1])
            neighbors = left if rightward else right
            columns[number] = _by_barycenter(columns[number], neighbors, beside)
        crossings = _all_crossings(columns, right)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def _by_barycenter(column: list[Place], neighbors: Mapping[Place, list[Place]], beside: Ranks) -> list[Place]:
    """Sort a column by the mean rank of each one's neighbors; those without any keep their rank."""
    free = {place: rank for rank, place in enumerate(column) if not neighbors[place]}
    tied = sorted(
        (place for place in column if place not in free),
        key=lambda place: sum(beside[one] for one in neighbors[place]) / len(neighbors[place]),
    )
    for place, rank in free.items():
        tied.insert(rank, place)
    return tied


def _heights(
    columns: list[list[Place]], left: Mapping[Place, list[Place]], right: Mapping[Place, list[Place]]
) -> dict[Place, float]:
    """Return the middle of each place in rows, drawn toward its neighbors; bends take half a row."""
    heights: dict[Place, float] = {}
    for column in columns:
        heights |= _apart(column, [0.0] * len(column))
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wanted = []
            for place in column:
                around = [heights[one] for one in (*left[place], *right[place])]
                wanted.append(sum(around) / len(around) if around else heights[place])
            heights |= _apart(column, wanted)
    top = min(heights.values(), default=0.0) - 0.5
    return {place: height - top for place, height in heights.items()}


def _apart(column: list[Place], wanted: list[float]) -> dict[Place, float]:
    """Return heights as near to `wanted` as the order and the room of each place allow.

    Places that would overlap become a block, which stands where its places want it on average.
    """
    blocks: list[tuple[list[int], float]] = []  # members, where the first of them stands
    offsets: list[float] = []
    down = 0.0
    for number, place in enumerate(column):
        if number:
            down += (_room(column[number - 1]) + _room(place)) / 2
        offsets.append(down)
        block = ([number], wanted[number] - down)
        while blocks and blocks[-1][1] > block[1]:
            members = blocks.pop()[0] + block[0]
            block = (members, sum(wanted[one] - offsets[one] for one in members) / len(members))
        blocks.append(block)
    return {column[one]: start + offsets[one] for members, start in blocks for one in members}


def _room(place: Place) -> float:
    return 1.0 if isinstance(place, int) else 0.5


def _ranks(column: list[Place]) -> dict[Place, int]:
    return {place: rank for rank, place in enumerate(column)}


def _all_crossings(columns: list[list[Place]], right: Mapping[Place, list[Place]]) -> int:
    ranks = [_ranks(column) for column in columns]
    return sum(
        _crossings([(ranks[n][a], ranks[n + 1][b]) for a in column for b in right[a]])
        for n, column in enumerate(columns[:-1])
    )


def _crossings(pairs: Sequence[tuple[float, float]]) -> int:
    return sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(pairs) for c, d in pairs[:n])
