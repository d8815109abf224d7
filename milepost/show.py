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


def steps(found: list[dict[str, Any]]) -> Iterable[str]:
    """Yield what is next, and what then."""
    if not found:
        yield "All done."
    for place, step in enumerate(found):
        yield f"{'Then' if place else 'Next'}: {step['title']} ({step['skill']})"


def entry(found: dict[str, Any]) -> str:
    """Return an entry of the log on a line."""
    about = f" on {found['title']}" if found["title"] else ""
    return f"Logged: {duration(found['minutes'])}{about}, {found['day']}."
