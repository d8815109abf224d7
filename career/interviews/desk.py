"""What the page of one round shows: when it is, what to prepare with, and what is written afterwards."""

import datetime
import uuid
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from accounts.models import User
from career.interviews.points import Point, Tool, preparation
from career.interviews.rounds import PointView, RoundView, points_of, round_view
from career.models import AskedQuestion, Interview, PreparationPoint, Story
from roadmap.days import named_day
from roadmap.outline import Line, Outline
from roadmap.review.cards import Cards, cards_of
from roadmap.review_forms import FARTHEST

PROBLEMS = "coding-problems-100"


class ToolLink(NamedTuple):
    """Where a point is prepared; `note` says what is there, such as “2 ready”."""

    label: str
    path: str
    note: str


@dataclass(frozen=True)
class Prepared:
    """A point with what the learner has for it."""

    point: PointView
    tool: ToolLink | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Aim:
    """The day of the round as what reviews aim at. `now`: the day they aim at today, if any.

    `ahead`: it can be aimed at, since it lies ahead and is not aimed at already.
    """

    date: datetime.date
    day: str
    now: datetime.date | None
    now_day: str
    ahead: bool

    @property
    def is_set(self) -> bool:
        return self.now == self.date


@dataclass(frozen=True)
class Desk:
    """`weak`: slugs of the skills that were named weak; `asked`: id and words of what was asked."""

    view: RoundView
    points: tuple[Prepared, ...]
    asked: tuple[tuple[uuid.UUID, str], ...]
    weak: frozenset[str]
    aim: Aim | None
    chapter: str

    @property
    def done(self) -> int:
        return sum(one.point.done for one in self.points)


def desk_of(user: User, pk: uuid.UUID, outline: Outline, now: datetime.datetime) -> Desk:
    """Return the learner's round `pk` in three statements. Raises Interview.DoesNotExist."""
    row = Interview.objects.rounds(user).annotate(ready=_stories_ready(), mocks=_mocks()).get(pk=pk)
    today = user.today(now)
    cards = cards_of(user.pk, today, marks=outline.marks)
    pieces = sorted(_pieces(row), key=lambda piece: (len(piece[4]), piece[4]))
    kept = [PreparationPoint(key=key, text=text, done=d) for kind, key, text, d, _ in pieces if kind == "p"]
    points = points_of(row, kept)
    tools = _tools(outline, cards, row)
    skills = outline.catalogue.skills
    weak_ids = [int(key) for kind, key, *_ in pieces if kind == "w"]
    view = round_view(row, 0, user, now)
    plan = preparation(row.kind)
    guide = {point.key: point for point in plan.points}
    return Desk(
        view=view,
        points=tuple(_prepared(one, guide.get(one.key), tools, outline) for one in points),
        asked=tuple((uuid.UUID(key), text) for kind, key, text, *_ in pieces if kind == "a"),
        weak=frozenset(skills[pk].slug for pk in weak_ids if pk in skills),
        aim=_aim(view, user, cards.deck.interview_on, today),
        chapter=reverse("career:chapter", args=[plan.chapter]) if plan.chapter else reverse("career:guide"),
    )


def _stories_ready() -> Coalesce:
    """Count the stories that are told in all four parts."""
    told = Story.objects.filter(user=OuterRef("user")).exclude(
        Q(situation="") | Q(task="") | Q(action="") | Q(result="")
    )
    return Coalesce(Subquery(told.order_by().values("user").annotate(n=Count("pk")).values("n")), 0)


def _mocks() -> Coalesce:
    held = Interview.objects.filter(user=OuterRef("user"), is_mock=True)
    return Coalesce(Subquery(held.order_by().values("user").annotate(n=Count("pk")).values("n")), 0)


def _pieces(row: Interview) -> list[tuple[str, str, str, bool, str]]:
    """Read ticked points, questions and weak skills as (kind, key, text, done, order), in one statement."""
    nothing: Value = Value("", output_field=CharField())
    no = Value(False)
    pk, moment, skill = (Cast(name, CharField()) for name in ("pk", "made_at", "skill_id"))
    points = PreparationPoint.objects.filter(interview=row).order_by()
    asked = AskedQuestion.objects.filter(interview=row).order_by()
    weak = Interview.weak_skills.through.objects.filter(interview_id=row.pk).order_by()
    return list(
        points.values_list(Value("p"), "key", "text", "done", pk).union(
            asked.values_list(Value("a"), pk, "text", no, moment),
            weak.values_list(Value("w"), skill, nothing, no, pk),
            all=True,
        )
    )


def _tools(outline: Outline, cards: Cards, row: Interview) -> dict[Tool, ToolLink]:
    """Return every tool with what the learner has there."""
    day, slugs = cards.today.isoformat(), set(preparation(row.kind).skills)
    due = [card for card in cards.near if card.due(day) and not card.suspended]
    about = sum(card.skill.slug in slugs for card in due)
    of_these = f", {about} on this" if about else ""
    problems = outline.catalogue.skill_by_slug.get(PROBLEMS)
    solved = outline.line(problems).count if problems else 0
    ready, held = getattr(row, "ready", 0), getattr(row, "mocks", 0)
    return {
        Tool.STORIES: ToolLink("Stories", reverse("career:stories"), f"{ready} ready"),
        Tool.REVIEW: ToolLink("Review", reverse("roadmap:review"), f"{len(due)} due{of_these}"),
        Tool.SCRATCH: ToolLink("From scratch", reverse("roadmap:review_scratch"), ""),
        Tool.PRACTICE: ToolLink("Coding problems", reverse("roadmap:practice"), f"{solved} solved"),
        Tool.BUILDS: ToolLink("Your builds", reverse("roadmap:projects"), ""),
        Tool.MOCKS: ToolLink("Mock interviews", reverse("career:mocks"), f"{held} held"),
        Tool.ASKED: ToolLink("Question log", reverse("career:asked_questions"), ""),
    }


def _prepared(
    view: PointView, guide: Point | None, tools: dict[Tool, ToolLink], outline: Outline
) -> Prepared:
    by_slug = outline.catalogue.skill_by_slug
    if guide is None:
        return Prepared(view, None, ())
    lines = tuple(outline.line(by_slug[slug]) for slug in guide.skills if slug in by_slug)
    return Prepared(view, tools[guide.tool] if guide.tool else None, lines)


def _aim(view: RoundView, user: User, now: datetime.date | None, today: datetime.date) -> Aim | None:
    """Return the offer to aim the review at the day of a round that lies ahead, on the learner's calendar."""
    if not view.row.starts_at or not view.is_ahead:
        return None
    date = user.today(view.row.starts_at)
    now = now if now and now > today else None
    return Aim(
        date,
        named_day(date, today),
        now,
        named_day(now, today) if now else "",
        today < date <= today + FARTHEST and now != date,
    )
