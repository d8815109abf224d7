"""The chapters of the guide, in order."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags

WORDS_A_MINUTE = 238  # reading silently (Brysbaert, 2019)
CHECKED = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class Chapter:
    """`about` says in a line what it is good for; `template` holds its text."""

    slug: str
    title: str
    about: str
    template: str
    checked_on: datetime.date = CHECKED

    @property
    def description(self) -> str:
        """Return what search engines and shared links say of it."""
        return f"{self.about}: a short chapter on getting hired in machine learning, unsourced claims marked."


CHAPTERS = (
    Chapter(
        "companies",
        "Target companies",
        "Four kinds of employers, and how to pick thirty names",
        "career/guide/_companies.html",
    ),
    Chapter(
        "resume",
        "Résumé",
        "One page that makes somebody want to ask",
        "career/guide/_resume.html",
    ),
    Chapter(
        "cover-letter",
        "Cover letter",
        "Four paragraphs, written once and adapted often",
        "career/guide/_cover-letter.html",
    ),
    Chapter(
        "phone-screen",
        "The phone screen",
        "Half an hour that decides whether there are more",
        "career/guide/_phone-screen.html",
    ),
    Chapter(
        "technical-rounds",
        "Technical rounds",
        "Coding, ML design and fundamentals",
        "career/guide/_technical-rounds.html",
    ),
    Chapter(
        "final-round",
        "The final round",
        "Half a day or more, and how to keep your head",
        "career/guide/_final-round.html",
    ),
    Chapter(
        "pay",
        "Pay and negotiation",
        "What an offer is made of, and how to ask for more",
        "career/guide/_pay.html",
    ),
    Chapter(
        "pitfalls",
        "Five pitfalls",
        "How people get stuck, and the way out of each",
        "career/guide/_pitfalls.html",
    ),
    Chapter(
        "ways-in",
        "Ways in",
        "Four doors into the work, not all of them marked",
        "career/guide/_ways-in.html",
    ),
    Chapter(
        "signs",
        "Signs in a job text",
        "Four that should slow you down, four that speak for it",
        "career/guide/_signs.html",
    ),
    Chapter(
        "money",
        "Money while you learn",
        "Savings, costs, and small paid work on the way",
        "career/guide/_money.html",
    ),
    Chapter(
        "after",
        "After the first job",
        "What changes in two years, in five, and later",
        "career/guide/_after.html",
    ),
)
BY_SLUG: Mapping[str, Chapter] = {chapter.slug: chapter for chapter in CHAPTERS}


@dataclass(frozen=True)
class Place:
    """A chapter with its number and its neighbors; None where there is none."""

    chapter: Chapter
    number: int
    before: Chapter | None
    after: Chapter | None


def place(slug: str) -> Place:
    """Raises KeyError when there is no such chapter."""
    chapter = BY_SLUG[slug]
    at = CHAPTERS.index(chapter)
    return Place(
        chapter,
        at + 1,
        CHAPTERS[at - 1] if at else None,
        CHAPTERS[at + 1] if at + 1 < len(CHAPTERS) else None,
    )


def addresses() -> list[str]:
    """Return the paths of the guide, for search engines."""
    chapters = (reverse("career:chapter", args=[chapter.slug]) for chapter in CHAPTERS)
    return [reverse("career:guide"), *chapters]


@cache
def minutes(slug: str) -> int:
    """Return how long a chapter takes to read, at least a minute."""
    words = strip_tags(render_to_string(BY_SLUG[slug].template)).split()
    return max(math.ceil(len(words) / WORDS_A_MINUTE), 1)
