"""What the page of coding problems shows."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator

from accounts.models import User
from roadmap.days import near_day, short_day
from roadmap.models import Problem
from roadmap.outline import Outline
from roadmap.practice.counted import counted
from roadmap.practice.table import table

PER_PAGE = 50


@dataclass(frozen=True)
class ProblemView:
    """`when` is the day it was solved, `back` the day it comes back, both in words."""

    problem: Problem
    when: str
    back: str


def practice_screen(user: User, outline: Outline, today: datetime.date, page: str = "") -> dict[str, Any]:
    """Return table, counted skills, problems to redo and one page of the list, in four statements."""
    found = table(Problem.objects.counts(user), dict(Problem.Topic.choices))
    pages = _Counted(
        Problem.objects.filter(user=user).order_by("-solved_on", "-made_at"), PER_PAGE, found.whole.total
    )
    shown = pages.get_page(page)
    return {
        "section": "projects",
        "table": found,
        "counted": counted(outline, found.whole.total),
        "to_redo": [_view(problem, today) for problem in Problem.objects.to_redo(user, today)[:PER_PAGE]],
        "problems": [_view(problem, today) for problem in shown],
        "page": shown,
    }


class _Counted(Paginator):  # type: ignore[type-arg]  # not subscriptable at run time
    """A paginator that knows the number of rows already."""

    def __init__(self, rows: Any, per_page: int, total: int) -> None:
        super().__init__(rows, per_page)
        self.count = total


def _view(problem: Problem, today: datetime.date) -> ProblemView:
    back = ""
    if problem.redo_on:
        back = "today" if problem.redo_on == today else near_day(problem.redo_on, today)
    return ProblemView(problem, short_day(problem.solved_on, today), back)
