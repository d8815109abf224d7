"""A learner on a Wednesday, in the third week of their trail."""

import datetime
from typing import Any

from roadmap.models import Enrollment, Skill, StudySession
from tests.factories import make_session
from tests.markup import Node
from tests.person import Person

MONDAY = datetime.date(2026, 7, 20)
LAST = MONDAY - datetime.timedelta(7)
DAY = datetime.timedelta(1)
FIRST = ["py-environment", "command-line", "la-vectors"]


def begin(person: Person, *, weeks_ago: int = 2, hours: int = 10, **terms: Any) -> None:
    """Let the trail begin on a Monday, with ten hours a week."""
    started_on = MONDAY - datetime.timedelta(7 * weeks_ago)
    Enrollment.objects.plan(person.user, weekly_hours=hours, started_on=started_on)
    Enrollment.objects.filter(user=person.user).update(**{"study_days": "1234567", **terms})


def log(person: Person, slug: str, hours: float, day: datetime.date, kind: str = "practice") -> StudySession:
    skill = Skill.objects.get(slug=slug)
    return make_session(user=person.user, minutes=int(hours * 60), day=day, kind=kind, skill=skill)


def listed(page: Node) -> list[str]:
    """Return the slugs of the week's list, in order."""
    rows = page.by_id("week-list").all("li", class_="stop")
    return [row.id.removeprefix("skill-") for row in rows]


def row(page: Node, slug: str) -> Node:
    return page.by_id("week-list").by_id(f"skill-{slug}")
