"""What was found in a job text. `start` and `end` count characters of the text as it was given."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

SignKind = Literal["green", "red"]

GREEN = ("specific-technologies", "clear-ownership", "mentorship", "learning-budget")
RED = ("phd-required", "unrealistic-mix", "no-projects-or-impact", "vague-responsibilities")


class Span(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill of the roadmap, named by `term` as written; `optional`: as “a plus” or “nice to have”."""

    slug: str
    term: str
    start: int
    end: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Outside:
    """A technology that is no skill of the roadmap, or a word of the learner's own without a skill."""

    term: str
    start: int
    end: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A flag of the guide, at most one of each key. `quote` is the sentence, verbatim; `why` is ours."""

    key: str
    kind: SignKind
    start: int
    end: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated, verbatim: `value` is the text from `start` to `end`."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Each in the order of the text, without repeats; empty where the text does not say."""

    years: tuple[Fact, ...] = ()
    degree: tuple[Fact, ...] = ()
    place: tuple[Fact, ...] = ()
    pay: tuple[Fact, ...] = ()
    technologies: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """`sentences`: where each sentence, bullet and heading of the text lies, in order."""

    mentions: tuple[Mention, ...] = ()
    outside: tuple[Outside, ...] = ()
    signs: tuple[Sign, ...] = ()
    facts: Facts = Facts()
    sentences: tuple[Span, ...] = ()
