"""Figures as a table, and how many goals they meet."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.load import Load


@dataclass
class Goals:
    """Counts goals as they are printed."""

    met: int = 0
    missed: list[str] = field(default_factory=list)

    def judge(self, name: str, value: float, most: float) -> str:
        """Return “ok” or “MISSED” for a `value` of at most `most`."""
        return self.within(name, value, value, most)

    def within(self, name: str, value: float, least: float, most: float) -> str:
        """Return “ok” or “MISSED” for a `value` between `least` and `most`, both included."""
        if least <= value <= most:
            self.met += 1
            return "ok"
        self.missed.append(name)
        return "MISSED"

    def __str__(self) -> str:
        total = self.met + len(self.missed)
        return f"{self.met} of {total} goals met." + (
            f" Missed: {', '.join(self.missed)}." if self.missed else ""
        )


@dataclass(frozen=True)
class Row:
    """One target's rounds, beside the hello of the same rounds."""

    loads: Sequence[Load]
    hello: Sequence[Load]

    def middle(self, name: str) -> float:
        return float(median(getattr(load, name) for load in self.loads))

    def ratios(self, name: str) -> list[float]:
        """Return, round by round, how many times the hello's value this is."""
        return [getattr(a, name) / getattr(b, name) for a, b in zip(self.loads, self.hello, strict=True)]


def line(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows as a Markdown table with aligned columns; the first column is text."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for number, row in enumerate([head, *rows]):
        cells = [
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line("| " + " | ".join(cells) + " |")
        if number == 0:
            line(
                "|"
                + "|".join(
                    "-" * (width + 2) if i == 0 else "-" * (width + 1) + ":" for i, width in enumerate(widths)
                )
                + "|"
            )
