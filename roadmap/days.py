"""Dates in words. Pure, no Django."""

import datetime
from functools import lru_cache


# A page names a day in each of its rows, and strftime() is slow.
@lru_cache(maxsize=10_000)
def short_day(date: datetime.date, today: datetime.date) -> str:
    """Return “today”, “yesterday”, “Tuesday” (within a week), “Jul 19” or “Jul 19, 2025”."""
    ago = (today - date).days
    if ago == 0:
        return "today"
    if ago == 1:
        return "yesterday"
    if 1 < ago < 7:
        return f"{date:%A}"
    return f"{date:%b} {date.day}" + ("" if date.year == today.year else f", {date.year}")


def long_day(date: datetime.date) -> str:
    """Return “Tuesday, July 19”."""
    return f"{date:%A, %B} {date.day}"


def hours(amount: float) -> str:
    """Return whole hours without a fraction and halves with one: “5”, “2.5”, “1,204”."""
    rounded = round(amount * 2) / 2
    return f"{rounded:,.0f}" if rounded == int(rounded) or rounded >= 100 else f"{rounded:,.1f}"


def near_day(date: datetime.date, today: datetime.date) -> str:
    """Return “Nov 24”, and with the year where half a year or more lies between."""
    return f"{date:%b} {date.day}" + ("" if abs((date - today).days) < 183 else f", {date.year}")


def span(first: datetime.date, last: datetime.date, today: datetime.date) -> str:
    """Return “Nov 16 – 22”, “Dec 21 – Jan 3” or “Nov 16”, with the year where it is far away."""
    until = near_day(last, today)
    if first == last:
        return until
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.day} – {until.removeprefix(f'{last:%b} ')}"
    year = f", {first.year}" if "," in until and first.year != last.year else ""
    return f"{first:%b} {first.day}{year} – {until}"


def duration(minutes: int) -> str:
    """Return “45 min”, “2 h” or “3 h 30 min”."""
    whole, rest = divmod(minutes, 60)
    return " ".join([f"{whole:,} h"] * bool(whole) + [f"{rest} min"] * bool(rest or not whole))


def brief(minutes: int) -> str:
    """Return “45 min”, “2 h” or “3 h 30”."""
    return duration(minutes).removesuffix(" min") if minutes > 60 else duration(minutes)


def spoken(minutes: int) -> str:
    """Return “45 minutes”, “1 hour” or “3 hours 30 minutes”, to be read out."""
    parts = [
        (count, word) for count, word in zip(divmod(minutes, 60), ("hour", "minute"), strict=True) if count
    ]
    return " ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in parts) or "0 minutes"


def named_week(first: datetime.date, today: datetime.date) -> str:
    """Return the week that begins on `first`: “November 16–22”, “October 26 – November 1, 2025”."""
    last = first + datetime.timedelta(6)
    year = "" if last.year == today.year else f", {last.year}"
    if first.year != last.year:
        return f"{first:%B} {first.day}, {first.year} – {last:%B} {last.day}, {last.year}"
    if first.month != last.month:
        return f"{first:%B} {first.day} – {last:%B} {last.day}{year}"
    return f"{first:%B} {first.day}–{last.day}{year}"


def named_day(date: datetime.date, today: datetime.date) -> str:
    """Return “June 1” or “June 1, 2025”."""
    return f"{date:%B} {date.day}" + ("" if date.year == today.year else f", {date.year}")
