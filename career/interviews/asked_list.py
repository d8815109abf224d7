"""The question log as its page lists it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q

from accounts.models import User
from career.models import AskedQuestion, Interview
from roadmap.days import near_day
from roadmap.models import OwnQuestion
from roadmap.outline import Outline
from roadmap.snapshot import SkillItem

SHOWN = 40  # on a page


@dataclass(frozen=True)
class AskedView:
    """A question: when (in words), in which round, about which skill; `reviewed`: it is asked in reviews."""

    row: AskedQuestion
    on: str
    held_in: Interview | None
    skill: SkillItem | None
    reviewed: bool


@dataclass(frozen=True)
class AskedList:
    views: tuple[AskedView, ...]
    page: Page[AskedQuestion]


def asked_list(user: User, outline: Outline, wanted: Mapping[str, Any], page: str) -> AskedList:
    """Return one page of the questions that fit `wanted` (q, kind, skill as a slug), in three statements."""
    rows = AskedQuestion.objects.of(user)
    if words := wanted.get("q"):
        rows = rows.filter(Q(text__icontains=words) | Q(answer__icontains=words))
    if kind := wanted.get("kind"):
        rows = rows.filter(interview=None) if kind == "none" else rows.filter(interview__kind=kind)
    if slug := wanted.get("skill"):
        rows = rows.filter(skill_id=outline.catalogue.skill_by_slug[slug].id)
    shown = Paginator(rows, SHOWN).get_page(page)
    each, today = list(shown), user.today()
    own = OwnQuestion.objects.of(user).filter(prompt__in=[row.text for row in each])
    reviewed = set(own.values_list("prompt", "skill_id"))
    skills = outline.catalogue.skills
    return AskedList(
        tuple(
            AskedView(
                row,
                near_day(row.on, today),
                row.held_in,
                skills.get(row.skill_id) if row.skill_id else None,
                (row.text, row.skill_id) in reviewed,
            )
            for row in each
        ),
        shown,
    )
