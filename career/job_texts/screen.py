"""What the page of one job text shows."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from career.job_text import Reading, Sign, Span, read
from career.job_texts.buckets import buckets, marks
from career.job_texts.pieces import cut, merged
from career.models import JobText, OwnTerm
from career.reading.findings import GREEN, RED
from roadmap.learner_weeks import weeks_for
from roadmap.outline import Outline
from roadmap.recent import Recent

# As the guide lists them, in its order.
TITLES = {
    "specific-technologies": "Specific technologies",
    "clear-ownership": "Clear project ownership",
    "mentorship": "Mentorship",
    "learning-budget": "A learning budget",
    "phd-required": "“PhD required”",
    "unrealistic-mix": "Unrealistic mix of skills",
    "no-projects-or-impact": "No projects or impact",
    "vague-responsibilities": "Vague responsibilities",
}
_AS_SAID = {
    "specific-technologies": "specific technologies",
    "clear-ownership": "ownership of a project",
    "mentorship": "mentorship",
    "learning-budget": "a learning budget",
}
FACTS = (
    ("years", "Experience"),
    ("degree", "Degree"),
    ("place", "Place"),
    ("pay", "Pay"),
    ("technologies", "Technologies"),
)


@dataclass(frozen=True)
class SignView:
    """`quote`: the number of its quotation in the text."""

    sign: Sign
    title: str
    quote: int


@dataclass(frozen=True)
class FactView:
    title: str
    values: tuple[str, ...]


# What was read last for each learner: a long text takes tens of milliseconds.
_read = Recent[Reading](200)


def reading_for(row: JobText, outline: Outline, own: list[OwnTerm]) -> Reading:
    """Read the text with the learner's own terms, or return what was read from the same before."""
    skills = outline.catalogue.skills
    terms = {one.term: skills[one.skill_id].slug if one.skill_id else None for one in own}
    digest = hashlib.blake2b(row.text.encode(), digest_size=16).digest()
    made_from = (digest, tuple(terms.items()), outline.catalogue.version)
    return _read.get(row.user_id, made_from, lambda: read(row.text, outline.catalogue.skill_by_slug, terms))


def job_text_screen(user: User, row: JobText, outline: Outline) -> Mapping[str, Any]:
    """Return the text with its marks, the buckets, signs and facts, in three statements."""
    own = list(OwnTerm.objects.filter(user=user))
    reading = reading_for(row, outline, own)
    weeks = weeks_for(user, outline)
    week = frozenset(part.id for part in weeks.plan(weeks.rows.week))
    quotes = merged(Span(sign.start, sign.end) for sign in reading.signs)
    signs = [_view(sign, quotes) for sign in reading.signs]
    green = [view for view in signs if view.sign.kind == "green"]
    facts = [_fact(reading, name, title) for name, title in FACTS]
    found = {view.sign.key for view in green}
    return {
        "row": row,
        "runs": cut(row.text, marks(reading, outline), quotes),
        "named": buckets(reading, outline, user.pk, week),
        "green": sorted(green, key=lambda view: GREEN.index(view.sign.key)),
        "red": sorted(
            (view for view in signs if view.sign.kind == "red"), key=lambda view: RED.index(view.sign.key)
        ),
        "silent": [words for key, words in _AS_SAID.items() if key not in found],
        "facts": [fact for fact in facts if fact.values],
        "unstated": [fact.title.lower() for fact in facts[:-1] if not fact.values],
        "own_terms": [
            (term.term, outline.catalogue.skills.get(term.skill_id) if term.skill_id else None)
            for term in own
        ],
        "hours_shown": outline.hours_shown,
    }


def _view(sign: Sign, quotes: list[Span]) -> SignView:
    number = next((n for n, span in enumerate(quotes, 1) if span.start <= sign.start < span.end), 0)
    return SignView(sign, TITLES[sign.key], number)


def _fact(reading: Reading, name: str, title: str) -> FactView:
    return FactView(title, tuple(fact.value for fact in getattr(reading.facts, name)))
