"""A week's mail in words. Pure, no Django."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from roadmap.arrival_words import day, sentence
from roadmap.days import hours as hours_in_words
from roadmap.forecast import Forecast
from roadmap.words import counted, listed

MONTH = 30.4  # days


class DateWords(NamedTuple):
    """`likely` stands out; empty where there is no date, and then `rest` says why. All empty: not wanted."""

    likely: str = ""
    rest: str = ""


def title(logged: float, done: int, later: int | None) -> str:
    """Return “11.5 hours, and three days earlier”; `later` in days, None without a date at both ends."""
    if logged < 0.25:
        return f"{counted(done, 'skill').capitalize()} done" if done else "A quiet week"
    amount = hours_in_words(logged)
    told = f"{amount} hour{'' if amount == '1' else 's'}"
    if later:
        return f"{told}, and {moved(later)}"
    if later == 0:
        return f"{told}, and the same date"
    return f"{told}, {counted(done, 'skill')} done" if done else told


def moved(days: int) -> str:
    """Return “three days earlier”, “14 days later” or “about four months later”; “as before” for none."""
    if not days:
        return "as before"
    direction = "later" if days > 0 else "earlier"
    if abs(days) > 2 * MONTH:
        return f"about {counted(round(abs(days) / MONTH), 'month')} {direction}"
    return f"{counted(abs(days), 'day')} {direction}"


def hours(logged: str, planned: str, build: int | None) -> str:
    """Return “11.5 of 12 hours. 64% building, aim 70.”"""
    told = f"{logged} of {planned} hours." if planned else f"{logged} hours."
    return told if build is None else f"{told} {build}% building, aim 70."


def date(
    found: Forecast | None,
    later: int | None,
    reasons: Sequence[tuple[str, str]],
    today: datetime.date,
) -> DateWords:
    """Return the date and what moved it; None for those who do not want to see any."""
    if found is None:
        return DateWords()
    if later is None or not found.likely or found.arrived:
        return DateWords("", sentence(found, today))
    late = f", late {day(found.late, today)}" if found.late else ""
    if not later:
        return DateWords(day(found.likely, today), f"{late}. It stayed where it was when the week began.")
    told = f"{late}. {moved(later).capitalize()} than when the week began"
    why = "; ".join(f"{small(text)} ({days})" for text, days in reasons)
    return DateWords(day(found.likely, today), f"{told}: {why}." if why else f"{told}.")


def about(kind: str, left: str, completes: str) -> str:
    """Return “Practice, 2 h left. It completes Linear algebra.”"""
    told = f"{kind}, {left} left." if left else f"{kind}."
    return f"{told} It completes {completes}." if completes else told


def left(amount: float) -> str:
    return f"{hours_in_words(amount)} h"


def then(steps: Sequence[tuple[str, str]]) -> str:
    """Return “Then Cross-validation (4 h) and Metrics (2 h).”"""
    named = [f"{name} ({hours_left})" if hours_left else name for name, hours_left in steps]
    return f"Then {listed(named)}." if named else ""


def review(due: int, minutes: int) -> str:
    """Return “12 questions due, about 15 minutes.”"""
    return f"{due} question{'s' * (due != 1)} due, about {minutes} minute{'s' * (minutes != 1)}."


def preheader(done: int, steps: Sequence[str]) -> str:
    """Return “Two skills done. Next: Cross-validation.”"""
    told = [f"{counted(done, 'skill').capitalize()} done."] if done else []
    return " ".join([*told, *[f"Next: {name}." for name in steps[:1]]])


def small(text: str) -> str:
    """Return `text` as it goes on in a sentence."""
    return text[:1].lower() + text[1:]
