"""What a job text names, sorted by what the learner can show of it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from career.job_text import Reading
from career.job_texts.pieces import Mark
from roadmap.models import Build, Evidence
from roadmap.outline import Line, Outline


@dataclass(frozen=True)
class Named:
    """A skill that the text names, in its own words. `optional`: only ever as a plus.

    `proof`: what shows it; `is_here`: it stands in this week's plan.
    """

    line: Line
    words: str
    optional: bool
    proof: str = ""
    is_here: bool = False

    @property
    def is_said_otherwise(self) -> bool:
        """Whether the roadmap calls it by another name."""
        said, title = self.words.casefold(), self.line.skill.title.casefold()
        return said not in title and title not in said

    @property
    def can_be_added(self) -> bool:
        return self.line.counts and not self.line.settled and not self.is_here

    @property
    def is_elsewhere(self) -> bool:
        """Whether it belongs to a specialization that was not chosen."""
        return not self.line.counts and not self.line.covered and not self.line.settled


@dataclass(frozen=True)
class Unknown:
    """Something that no skill of the roadmap teaches."""

    words: str
    optional: bool


@dataclass(frozen=True)
class Buckets:
    shown: tuple[Named, ...]
    claimed: tuple[Named, ...]
    ahead: tuple[Named, ...]
    unknown: tuple[Unknown, ...]

    @property
    def total(self) -> int:
        return len(self.shown) + len(self.claimed) + len(self.ahead) + len(self.unknown)


def line_of(outline: Outline, slug: str) -> Line | None:
    """Return the learner's line of a skill; None when it has left the roadmap before they began it."""
    skill = outline.catalogue.skill_by_slug.get(slug)
    line = outline.line(skill) if skill else None
    return None if line and line.skill.retired and line.state == "open" and not line.shown else line


def look_of(line: Line | None) -> str:
    """Return how a word is marked: shown, claimed, open (learning, open or skipped) or off."""
    if line is None:
        return "off"
    if line.state == "done":
        return "shown" if line.shown else "claimed"
    return "open"


def buckets(reading: Reading, outline: Outline, user_id: int, week: frozenset[int]) -> Buckets:
    """Sort what was found; `week`: ids of the skills in this week's plan. One statement, for proofs."""
    words: dict[str, list[str]] = defaultdict(list)
    asked: dict[str, bool] = defaultdict(bool)
    for mention in reading.mentions:
        if mention.term.casefold() not in map(str.casefold, words[mention.slug]):
            words[mention.slug].append(mention.term)
        asked[mention.slug] |= not mention.optional
    lines = {slug: line_of(outline, slug) for slug in words}
    sorted_by: dict[str, list[Named]] = {"shown": [], "claimed": [], "open": [], "off": []}
    proofs = _proofs(user_id, [line.skill.id for line in lines.values() if line and look_of(line) == "shown"])
    unknown: dict[str, Unknown] = {}
    for slug, line in lines.items():
        said = ", ".join(words[slug])
        if line is None:
            unknown[said.casefold()] = Unknown(said, not asked[slug])
        else:
            pk = line.skill.id
            named = Named(line, said, not asked[slug], proofs.get(pk, ""), pk in week)
            sorted_by[look_of(line)].append(named)
    for found in reading.outside:
        key = found.term.casefold()
        before = unknown.get(key)
        unknown[key] = Unknown(
            before.words if before else found.term, found.optional and (not before or before.optional)
        )
    return Buckets(
        tuple(sorted_by["shown"]),
        tuple(sorted_by["claimed"]),
        tuple(sorted_by["open"]),
        tuple(unknown.values()),
    )


def marks(reading: Reading, outline: Outline) -> list[Mark]:
    """Return every word that was found with its look."""
    looks = {slug: look_of(line_of(outline, slug)) for slug in {found.slug for found in reading.mentions}}
    named = [Mark(found.start, found.end, looks[found.slug]) for found in reading.mentions]
    return named + [Mark(found.start, found.end, "off") for found in reading.outside]


def _proofs(user_id: int, skill_ids: list[int]) -> dict[int, str]:
    """Return by skill the name of the latest link or shipped build that shows it."""
    if not skill_ids:
        return {}
    shows = ~Q(url="") | Q(build__status=Build.Status.SHIPPED)
    rows = Evidence.objects.filter(shows, user=user_id, skill__in=skill_ids).select_related("build__project")
    return {row.skill_id: _name(row) for row in rows.order_by("day", "made_at")}


def _name(row: Evidence) -> str:
    if row.build:
        return str(row.build)
    return row.title or row.url.partition("://")[2].partition("/")[0].removeprefix("www.")
