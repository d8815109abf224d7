"""A README to start from, made of a build's own fields."""

from roadmap.builds.metric import metric_words, number
from roadmap.models import Build


def skeleton(build: Build, title: str) -> str:
    """Return Markdown with a heading for each of the five points; what is not known yet is asked for."""
    parts = [
        f"# {_line(title)}",
        _line(build.summary),
        "## Question",
        build.problem.strip() or "Who has the problem, and what is a better answer worth?",
        "## How to run it",
        "\n".join(filter(None, [_link("Code", build.repository), _link("Demo", build.demo)]))
        or "The commands that take a stranger from a fresh clone to the result.",
        "## Result",
        _result(build),
        "## Data and license",
        _data(build),
        "## What next",
        build.would_change.strip() or "What you would do with another week.",
        _link("Write-up", build.writeup),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _link(name: str, url: str) -> str:
    return f"{name}: <{url}>" if url else ""


def _result(build: Build) -> str:
    if said := metric_words(build.metric_name, build.metric_baseline, build.metric_mine):
        return f"{said}."
    if build.metric_name and build.metric_baseline is not None:
        return f"{build.metric_name} …, baseline {number(build.metric_baseline)}."
    return "One number, next to the baseline it beats."


def _data(build: Build) -> str:
    if not build.data_source:
        return "Where the data comes from, and what its license allows."
    license = f", {build.data_license}" if build.data_license else ", license to be named"
    return f"{_line(build.data_source)}{license}."
