"""Solved problems by topic and difficulty. Pure, no Django.

The guide asks for 200 problems with a focus on medium difficulty, so medium stands first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DIFFICULTIES = ("medium", "easy", "hard")


@dataclass(frozen=True)
class Row:
    """One topic: how many are solved by difficulty, in the order of `DIFFICULTIES`, and how many alone."""

    title: str
    solved: tuple[int, ...]
    alone: int

    @property
    def total(self) -> int:
        return sum(self.solved)


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    whole: Row

    @property
    def medium_share(self) -> float:
        """Return the part of all problems that is medium, 0 to 1."""
        return self.whole.solved[0] / self.whole.total if self.whole.total else 0.0


def table(counts: Iterable[tuple[str, str, bool, int]], topics: Mapping[str, str]) -> Table:
    """Tally counts of (topic, difficulty, alone, how many); topics without any stay in, as gaps to fill."""
    solved: dict[tuple[str, str], int] = {}
    alone: dict[str, int] = {}
    for topic, difficulty, by_herself, number in counts:
        solved[topic, difficulty] = solved.get((topic, difficulty), 0) + number
        alone[topic] = alone.get(topic, 0) + (number if by_herself else 0)
    rows = tuple(
        Row(title, tuple(solved.get((topic, level), 0) for level in DIFFICULTIES), alone.get(topic, 0))
        for topic, title in topics.items()
    )
    columns = tuple(map(sum, zip(*(row.solved for row in rows), strict=True)))
    return Table(rows, Row("All", columns, sum(row.alone for row in rows)))
