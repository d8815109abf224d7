"""What is measured: each target is a list of requests that real browsers send, and its goal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench import scripts
from tests.bench.answers import answers
from tests.bench.visitor import Request, Visitor, send

PHASE = "/roadmap/core-ml/"
ROADMAP = "/roadmap/"


@dataclass(frozen=True)
class Signed:
    """Visitors who are logged in: `walkers` some way along, `full` with a row of every skill.

    `full` have a long job search too.
    `unlogged` and `logged` walked equally far, the ones without an entry, the others with five years of them.
    """

    walkers: Sequence[tuple[Visitor, Sequence[str]]]
    full: Sequence[tuple[Visitor, Sequence[str]]]
    unlogged: Sequence[tuple[Visitor, Sequence[str]]]
    logged: Sequence[tuple[Visitor, Sequence[str]]]


@dataclass(frozen=True)
class Target:
    """`goal`: at most so many times the CPU of the hello. `statements`: at most so many.

    `beside`: the target that this may cost 1.5 times the CPU of.
    """

    name: str
    status: int
    requests: Callable[[Signed], list[Request]]
    goal: float | None = None
    statements: int | None = None
    beside: str | None = None


def _get(path: str) -> Callable[[Signed], list[Request]]:
    return lambda signed: [visitor.get(path) for visitor, _ in signed.walkers]


def _of_full(path: str) -> Callable[[Signed], list[Request]]:
    return lambda signed: [visitor.get(path) for visitor, _ in signed.full]


def _ticks(page: str) -> Callable[[Signed], list[Request]]:
    """Every request changes a state: neighbours in the list are of different learners."""
    return lambda signed: [
        visitor.tick(skills[number], state, page)
        for state in ("done", "learning", "skipped", "open")
        for number in range(3)
        for visitor, skills in signed.walkers
    ]


def _pairs(name: str, path: str) -> list[Target]:
    """The same page without a log and with five years of it."""
    empty = Target(f"{name}, empty log", 200, lambda signed: [v.get(path) for v, _ in signed.unlogged], 4, 7)
    long = Target(
        f"{name}, long log", 200, lambda signed: [v.get(path) for v, _ in signed.logged], 4, 7, empty.name
    )
    return [empty, long]


def _unchanged(signed: Signed) -> list[Request]:
    """Ask with the ETags of the moment."""
    asked = [visitor.get(ROADMAP) for visitor, _ in signed.full]
    tags = [
        send(visitor.port, request).headers["etag"]
        for (visitor, _), request in zip(signed.full, asked, strict=True)
    ]
    return [
        visitor.get(ROADMAP, If_None_Match=tag) for (visitor, _), tag in zip(signed.full, tags, strict=True)
    ]


HELLO = Target("hello, signed in", 200, _get("/hello/"))
TARGETS = [
    HELLO,
    Target("tick on a phase page", 200, _ticks(PHASE), 2.5, 7),
    Target("tick on the roadmap", 200, _ticks(ROADMAP), 2.5, 7),
    Target("tick by API", 200, lambda signed: scripts.ticks(signed.walkers), 3, 5),
    Target("phase of 62 skills", 200, _get(PHASE), 2, 5),
    Target(
        "roadmap, every skill touched", 200, lambda signed: [v.get(ROADMAP) for v, _ in signed.full], 2.5, 5
    ),
    Target("roadmap, unchanged (304)", 304, _unchanged, None, 5),
    Target("today", 200, _get("/today/"), 3, 7),
    *_pairs("today", "/today/"),
    *_pairs("week", "/week/"),
    *_pairs("progress", "/progress/"),
    *_pairs("what-if", "/progress/?hours=15"),
    *_pairs("log", "/log/"),
    Target("resources, filtered", 200, _get("/resources/?kind=course&access=free"), 4, 5),
    Target("resources, all", 200, _get("/resources/"), None, 5),
    Target(
        "skill", 200, lambda signed: [v.get(f"/skills/{skills[0]}/") for v, skills in signed.walkers], None, 7
    ),
    Target("review", 200, _get("/review/"), None, 5),
    Target("review, answer", 200, lambda signed: answers([v for v, _ in signed.walkers]), 4, 9),
    Target("public profile", 200, _get("/u/ada/"), None, 6),
    Target("public profile, badge", 200, _get("/u/ada/badge.svg"), None, 2),
    Target("public profile, card", 200, _get("/u/ada/card.png"), None, 6),
    Target("career, 500 applications", 200, _of_full("/career/"), 12, 7),
    Target("career, 500 as a table", 200, _of_full("/career/?view=table"), None, 7),
    Target("log-in", 303, lambda signed: [visitor.log_in_request() for visitor, _ in signed.walkers]),
]
