"""A text cut where a mark begins or ends, so that a template can print it piece by piece. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from career.reading.findings import Span


class Mark(NamedTuple):
    """`look`: a class of the page, such as “shown”."""

    start: int
    end: int
    look: str


class Bit(NamedTuple):
    """Text with one look; the empty look is plain."""

    text: str
    look: str


class Run(NamedTuple):
    """Bits in a row. `quote`: the number of the quotation that they are, from 1; 0: none."""

    bits: tuple[Bit, ...]
    quote: int


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        elif end > start:
            found.append(Span(start, end))
    return found


def cut(text: str, marks: Iterable[Mark], quotes: Sequence[Span]) -> tuple[Run, ...]:
    """Return all of `text` in runs. `quotes` are `merged`; of marks that overlap the first stands."""
    ordered = sorted(marks)
    runs: list[Run] = []
    at, taken = 0, 0
    for number, (start, end) in enumerate([*quotes, Span(len(text), len(text))], 1):
        for low, high, quote in ((at, start, 0), (start, end, number)):
            bits, taken = _bits(text, low, high, ordered, taken)
            if bits:
                runs.append(Run(bits, quote))
        at = end
    return tuple(runs)


def _bits(text: str, low: int, high: int, marks: Sequence[Mark], taken: int) -> tuple[tuple[Bit, ...], int]:
    """Return the bits from `low` to `high`, and how many of `marks` end before `high`."""
    bits: list[Bit] = []
    at = low
    while taken < len(marks) and marks[taken].start < high:
        start, end = max(marks[taken].start, at), min(marks[taken].end, high)
        if end > start:
            bits += [Bit(text[at:start], "")] * (start > at)
            bits.append(Bit(text[start:end], marks[taken].look))
            at = end
        if marks[taken].end > high:
            break
        taken += 1
    if high > at:
        bits.append(Bit(text[at:high], ""))
    return tuple(bits), taken
