"""Answers as text for people or as JSON for programs."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import typer

WIDTH = 24  # of a bar, in characters
MARKS = {"open": "·", "learning": "~", "done": "✓", "skipped": "-"}


def answer(found: Any, as_json: bool, words: Callable[[], Iterable[str]]) -> None:
    """Print what was found as JSON, or else as the lines that `words` makes of it."""
    rows = [json.dumps(found, ensure_ascii=False, indent=2)] if as_json else words()
    for row in rows:
        typer.echo(row)


def bar(done: int, shown: int, total: int) -> str:
    """Return a bar in two tones: proven, then only claimed."""
    if not total:
        return "." * WIDTH
    proven, claimed = (round(number * WIDTH / total) for number in (min(shown, done), done))
    return "#" * proven + "=" * (claimed - proven) + "." * (WIDTH - claimed)


def figures(title: str, found: dict[str, Any]) -> str:
    """Return a line of figures: how many skills are done, and how many of them are shown by proof."""
    sums = f"{found['done']:>3} of {found['total']:<3}"
    return f"{bar(found['done'], found['shown'], found['total'])}  {sums}  {title}"


def state(found: dict[str, Any]) -> str:
    """Return a skill with its state on a line."""
    count = f" {found['count']} of {found['target']}" if found["target"] else ""
    day = f" on {found['done_on']}" if found["done_on"] else ""
    return f"{MARKS[found['state']]} {found['skill']}: {found['title']}, {found['state']}{day}{count}"


def duration(minutes: int) -> str:
    """Return minutes in hours: “2 h 05 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02} min" if rest else f"{hours} h"


def day(parts: dict[str, Any]) -> Iterable[str]:
    """Yield what is next, what is due and when the learner arrives; what a token may not see is left out."""
    if parts["progress"]:
        found = parts["progress"]["next"]
        yield f"Next: {found[0]['title']} ({found[0]['skill']})" if found else "Next: nothing. All is done."
        yield from (f"Then: {step['title']} ({step['skill']})" for step in found[1:])
    if parts["review"]:
        yield f"Review: {parts['review']['left']} due" + (
            f", {parts['review']['waiting']} more wait" if parts["review"]["waiting"] else ""
        )
    if parts["forecast"]:
        yield arrival(parts["forecast"])


def arrival(found: dict[str, Any]) -> str:
    """Return a forecast on a line: likely and late date, and the hours behind them."""
    if not found["is_shown"]:
        return "Forecast: switched off in your plan."
    if found["arrived"]:
        return "Forecast: you have arrived."
    if not found["likely"]:
        return f"Forecast: {found['sentence'] or 'no date yet.'}"
    late = f", {found['late']} at the late end" if found["late"] else ""
    source = "from your log" if found["from_log"] else "as you planned"
    hours = f"{found['hours_left']:g} h left at {found['hours_a_week']:g} h a week, {source}"
    return f"Forecast: {found['likely']} likely{late} ({hours})."


def entry(found: dict[str, Any]) -> str:
    """Return an entry of the log on a line."""
    about = f" on {found['title']}" if found["title"] else ""
    return f"Logged: {duration(found['minutes'])}{about}, {found['day']}."
