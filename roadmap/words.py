"""Days, numbers and lists in words. Pure, no Django."""

import datetime
from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def span(first: datetime.date, last: datetime.date) -> str:
    """Return “November 23–29”, “November 30 to December 6”, or one day."""
    if first == last:
        return f"{first:%B} {first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.day}–{last.day}"
    return f"{first:%B} {first.day} to {last:%B} {last.day}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return “one skill”, “three skills”, “14 skills”; `plural` where an s does not make it."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun if number == 1 else plural or f'{noun}s'}"


def listed(names: Sequence[str]) -> str:
    """Return “A”, “A and B”, “A, B and C”."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
