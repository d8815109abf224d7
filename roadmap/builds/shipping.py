"""What the guide asks of a build before it is called shipped. It is shown, and refuses nothing."""

from typing import NamedTuple

from roadmap.models import Build


class Point(NamedTuple):
    """One thing that a README says; `letter` stands for it in the database."""

    letter: str
    title: str
    done: bool


class Ask(NamedTuple):
    """One thing that a shipped build has; `field` is where it is written, nothing for the README."""

    title: str
    met: bool
    field: str


POINTS = {
    "q": "The question it answers",
    "r": "How to run it",
    "n": "The result, as a number",
    "d": "Where the data is from, and its license",
    "x": "What you would do next",
}


def points_of(build: Build) -> tuple[Point, ...]:
    return tuple(Point(letter, title, letter in build.readme_points) for letter, title in POINTS.items())


def asks_of(build: Build) -> tuple[Ask, ...]:
    """Return the list in its order, with what is there already."""
    has_name = bool(build.metric_name)
    return (
        Ask("A problem in words", bool(build.problem), "problem"),
        Ask("A baseline", has_name and build.metric_baseline is not None, "metric_baseline"),
        Ask("A metric of your own", has_name and build.metric_mine is not None, "metric_mine"),
        Ask("A README with the five points", all(point.done for point in points_of(build)), ""),
        Ask("A demo, or why there is none", bool(build.demo or build.no_demo), "demo"),
        Ask("A write-up", bool(build.writeup), "writeup"),
    )
