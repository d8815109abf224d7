"""Mock interviews as their page lists them."""

import datetime
from collections import Counter
from dataclasses import dataclass

from accounts.models import User
from career.models import Interview
from roadmap.days import near_day
from roadmap.outline import Outline
from roadmap.snapshot import SkillItem

SHOWN = 100


@dataclass(frozen=True)
class MockView:
    """A mock interview; `on` is its day in words, `weak` the skills that were."""

    row: Interview
    on: str
    weak: tuple[SkillItem, ...]


@dataclass(frozen=True)
class MockList:
    """The last `SHOWN`; `counts`: how many there are of each kind (label), all of them counted."""

    views: tuple[MockView, ...]
    counts: tuple[tuple[str, int], ...]
    total: int


def mock_list(user: User, outline: Outline, today: datetime.date) -> MockList:
    """Return a learner's mock interviews in two statements."""
    rows = list(Interview.objects.mocks(user))
    shown = rows[:SHOWN]
    weak: dict[object, list[SkillItem]] = {}
    links = Interview.weak_skills.through.objects.filter(interview__in=[row.pk for row in shown])
    for interview_id, skill_id in links.values_list("interview_id", "skill_id"):
        if skill := outline.catalogue.skills.get(skill_id):
            weak.setdefault(interview_id, []).append(skill)
    kinds = Counter(row.get_kind_display() for row in rows)
    return MockList(
        tuple(
            MockView(
                row,
                near_day(row.local.date(), today) if row.local else "",
                tuple(sorted(weak.get(row.pk, []), key=lambda skill: skill.place)),
            )
            for row in shown
        ),
        tuple((label, kinds[label]) for label in Interview.Kind.labels if kinds[label]),
        len(rows),
    )
