"""What the pages of stories show: the list, which questions are covered, and the story that is open."""

import datetime
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from accounts.models import User
from career.models import Story, StoryTag
from career.reading_time import Meter, meter
from career.story_numbers import without_source
from roadmap.days import named_day
from roadmap.links import http_url
from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem

COUNTED = "star-stories"
Name = StoryTag.Name
# In the order in which interviewers ask, with the question as they put it.
QUESTIONS = {
    Name.IMPACT: "Which result are you proud of?",
    Name.FAILURE: "Tell me about something that went wrong.",
    Name.LEARNING: "When did you have to learn something fast?",
    Name.CONFLICT: "When did you disagree with someone at work?",
    Name.LEADERSHIP: "When did others follow your lead?",
    Name.AMBIGUITY: "When was it unclear what to do?",
}
_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A line of the sources: the numbers, where they come from, and an address if one stands there."""

    what: str
    where: str
    url: str


@dataclass(frozen=True)
class StoryView:
    """`told_when` is the day in words, `tags` their labels; what stands last is empty but for `in_full`."""

    story: Story
    tags: tuple[str, ...]
    questions: tuple[str, ...]
    meter: Meter
    told_when: str
    sources: tuple[Source, ...] = ()
    unsourced: tuple[str, ...] = ()
    skills: tuple[SkillItem, ...] = ()

    @property
    def is_draft(self) -> bool:
        return bool(self.story.missing)

    @property
    def parts(self) -> list[tuple[str, str]]:
        return [(name.title(), getattr(self.story, name)) for name in Story.PARTS]


@dataclass(frozen=True)
class Covered:
    """A kind of question: how many stories answer it, and how many drafts would."""

    name: str
    label: str
    question: str
    stories: int
    drafts: int


@dataclass(frozen=True)
class Counted:
    """The roadmap's skill that counts stories; `ready`: how many are complete, at most what it asks for."""

    line: Line
    ready: int

    @property
    def behind(self) -> bool:
        return self.ready > self.line.count and not self.line.settled


def told_parts(story: Story) -> list[tuple[str, str]]:
    """Return what is said aloud: what one would change belongs to the result."""
    said = [(name.title(), getattr(story, name)) for name in Story.PARTS]
    return [*said[:-1], ("Result", f"{story.result} {story.would_change}")]


def view_of(story: Story, today: datetime.date) -> StoryView:
    names = {tag.name for tag in story.tags.all()}
    asked = [name for name in QUESTIONS if name in names]
    return StoryView(
        story,
        tuple(name.label for name in asked),
        tuple(QUESTIONS[name] for name in asked),
        meter(told_parts(story)),
        named_day(story.told_on, today) if story.told_on else "",
    )


def in_full(view: StoryView, skills: Sequence[SkillItem] = ()) -> StoryView:
    """Return the view with its sources, the numbers that have none, and the skills it shows."""
    story = view.story
    texts = tuple(getattr(story, name) for name in (*Story.PARTS, "would_change"))
    return replace(
        view,
        sources=tuple(_source(line) for line in story.sources.splitlines() if line.strip()),
        unsourced=without_source(texts, story.sources),
        skills=tuple(skills),
    )


class NoStory(LookupError):
    """The learner has no story of this id."""


def stories_screen(
    user: User, outline: Outline, today: datetime.date, chosen: uuid.UUID | None = None
) -> dict[str, Any]:
    """Return list, coverage and the open story (`chosen`, else the first), in three statements.

    Raises NoStory when the chosen one is not the learner's.
    """
    views = [view_of(story, today) for story in Story.everything.of(user)]
    current = next((view for view in views if chosen in (None, view.story.pk)), None)
    if chosen and not current:
        raise NoStory
    return {
        "section": "projects",
        "views": views,
        "how_many": _how_many(len(views)),
        "coverage": coverage(views),
        "counted": _counted(outline, sum(not view.is_draft for view in views)),
        "current": in_full(current, skills_of(current.story, outline)) if current else None,
    }


def skills_of(story: Story, outline: Outline) -> list[SkillItem]:
    """Return the skills that a story shows in the order of the trail, in one statement."""
    ids = Story.skills.through.objects.filter(story_id=story.pk).values_list("skill_id", flat=True)
    found = [outline.catalogue.skills[pk] for pk in ids if pk in outline.catalogue.skills]
    return sorted(found, key=lambda skill: skill.place)


def coverage(views: Iterable[StoryView]) -> tuple[Covered, ...]:
    views = list(views)
    rows = []
    for name, question in QUESTIONS.items():
        drafts = [view.is_draft for view in views if name.label in view.tags]
        rows.append(Covered(name.value, name.label, question, drafts.count(False), drafts.count(True)))
    return tuple(rows)


def _how_many(number: int) -> str:
    """Return “Five stories”."""
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{word} {'story' if number == 1 else 'stories'}"


def _counted(outline: Outline, ready: int) -> Counted | None:
    skill = outline.catalogue.skill_by_slug.get(COUNTED)
    if not skill or not skill.target or skill.retired:
        return None
    return Counted(outline.line(skill), min(ready, skill.target))


def _source(line: str) -> Source:
    """Read “£210, £83: monitoring log https://…”; a line without a colon is all of it where."""
    found = _ADDRESS.search(line)
    url = found[0] if found else ""
    try:
        http_url(url)
    except ValidationError:
        url = ""
    rest = line.replace(url, "", 1).strip() if url else line.strip()
    what, colon, where = rest.partition(": ") if ": " in rest else (rest.rstrip(":"), "", "")
    if not colon and not url:
        what, where = "", rest
    if url and not where.strip():
        host = urlsplit(url).hostname or url
        where = host.removeprefix("www.")
    return Source(what.strip(), where.strip(), url)
