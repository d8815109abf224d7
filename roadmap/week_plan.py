"""What to do in one week: a proposal worked out from the trail, the log and what the learner changed.

Pure, no Django. Nothing of it is stored. It goes by how things stood when the week began, so that a tick
on Wednesday moves no row of it. Kinds are theory, practice and build; the last two are building.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

TARGET = 0.7  # building's share of the hours
LEAST = 1.0  # hours; a smaller part of a longer skill is not worth beginning
LARGE = 0.7  # a skill with more left than this share of the week gets half of the week


class Candidate(NamedTuple):
    """A skill that was not done when the week began; `left` hours of it were still to come.

    `stage`: the stretch of the trail it lies on. Skills are brought forward within their stretch alone.
    """

    id: int
    kind: str
    left: float
    comes_after: tuple[int, ...] = ()
    stage: int = 0


class Pick(NamedTuple):
    """What the learner said about a skill: proposed, pinned or dropped, and its place in the list."""

    choice: str = "proposed"
    position: int | None = None


class Part(NamedTuple):
    """`hours` of a skill, of `left` that were to come. `carried`: it stood in last week's plan."""

    id: int
    kind: str
    hours: float
    left: float
    pinned: bool = False
    carried: bool = False


NO_PICK = Pick()


def plan(
    candidates: Sequence[Candidate],
    hours: float,
    picks: Mapping[int, Pick],
    carried: Collection[int] = (),
) -> tuple[Part, ...]:
    """Fill `hours` from `candidates`, which are in the order of the trail; return the parts in order.

    First comes what is pinned, even past the hours, then what is carried over, then the trail: each
    kind fills its share of the hours, and what one cannot fill the other does. But for the pinned ones
    a skill comes after nothing that is open, unless that is planned to its end. In the list, places that
    the learner gave come first, then what is carried over, then the order of the trail.
    """
    week = _Week(candidates, hours, carried)
    choices = {one.id: picks.get(one.id, NO_PICK).choice for one in candidates}
    for one in candidates:
        if choices[one.id] == "pinned":
            week.take(one, week.room_for(one, in_shares=True), pinned=True)
    offered = [one for one in candidates if choices[one.id] == "proposed"]
    for in_shares in (True, False):
        for one in offered:
            if one.id in carried and week.ready(one) and (room := week.room_for(one, in_shares=in_shares)):
                week.take(one, room)
        while found := next(week.taking(offered, in_shares=in_shares), None):
            week.take(*found)
            if not in_shares:
                week.top_up()
        week.top_up()
    return _in_order(week, candidates, picks)


def build_share(parts: Iterable[Part]) -> float | None:
    """Return building's share of the hours, 0 to 1; None without hours."""
    total = building = 0.0
    for part in parts:
        total += part.hours
        building += part.hours * (part.kind != "theory")
    return building / total if total else None


class _Week:
    """A week while it fills."""

    def __init__(self, candidates: Sequence[Candidate], hours: float, carried: Collection[int]) -> None:
        self.hours = hours
        self.parts: dict[int, Part] = {}
        self._open = {one.id for one in candidates}
        self._carried = carried
        theory = _halves(hours * (1 - TARGET))
        self._rooms = {True: theory, False: hours - theory}  # by whether it is theory

    def room_for(self, one: Candidate, *, in_shares: bool) -> float:
        """Return the hours that are free for `one`, in the share of its kind or at all; 0: not worth it."""
        if one.id in self.parts:
            return 0.0
        room = self._rooms[one.kind == "theory"] if in_shares else sum(self._rooms.values())
        return room if room >= min(LEAST, one.left, self.hours) > 0 else 0.0

    def ready(self, one: Candidate) -> bool:
        """Return whether all that comes before it is done, or planned to its end."""
        return all(pk not in self._open or self._whole(pk) for pk in one.comes_after)

    def taking(self, offered: Sequence[Candidate], *, in_shares: bool) -> Iterator[tuple[Candidate, float]]:
        """Yield what could be taken next, with its room, on the stretch where the trail goes on."""
        stage = None
        for one in offered:
            if one.id in self.parts or not self.ready(one):
                continue
            stage = one.stage if stage is None else stage
            if one.stage != stage and in_shares:
                return
            if room := self.room_for(one, in_shares=in_shares):
                yield one, room

    def take(self, one: Candidate, room: float, *, pinned: bool = False) -> None:
        part = one.left if one.left <= self.hours * LARGE else max(_halves(self.hours / 2), LEAST)
        part = min(part, one.left, room)
        if one.left - part < LEAST and one.left <= sum(self._rooms.values()):
            part = one.left  # no crumb is left for next week
        if pinned:
            part = max(min(part, sum(self._rooms.values())), min(one.left, LEAST))
        self.parts[one.id] = Part(one.id, one.kind, part, one.left, pinned, one.id in self._carried)
        self._use(part, theory=one.kind == "theory")

    def top_up(self) -> None:
        """Give the hours that are over to the parts that could use them, first to what that completes."""
        for part in sorted(self.parts.values(), key=lambda part: part.left - part.hours):
            more = min(part.left - part.hours, sum(self._rooms.values()))
            if more > 0:
                self.parts[part.id] = part._replace(hours=part.hours + more)
                self._use(more, theory=part.kind == "theory")

    def _use(self, hours: float, *, theory: bool) -> None:
        """Take hours from the share of a kind, and what goes beyond it from the other's."""
        beyond = max(hours - self._rooms[theory], 0.0)
        self._rooms[theory] -= hours - beyond
        self._rooms[not theory] = max(self._rooms[not theory] - beyond, 0.0)

    def _whole(self, pk: int) -> bool:
        part = self.parts.get(pk)
        return part is not None and part.hours >= part.left


def _in_order(week: _Week, candidates: Sequence[Candidate], picks: Mapping[int, Pick]) -> tuple[Part, ...]:
    trail = {c.id: place for place, c in enumerate(candidates)}

    def place(part: Part) -> tuple[bool, int, bool, int]:
        position = picks.get(part.id, NO_PICK).position
        return position is None, position or 0, not part.carried, trail[part.id]

    return tuple(sorted(week.parts.values(), key=place))


def _halves(hours: float) -> float:
    return round(hours * 2) / 2
