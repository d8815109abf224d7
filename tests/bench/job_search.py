"""A long job search: hundreds of applications, each with its way so far."""

import datetime
import random
from collections.abc import Iterable

from django.utils import timezone

from accounts.models import User
from career.models import Application, StageChange, Tier
from tests.bench.learners import Learner

APPLICATIONS = 500
OPEN = ("saved", "applied", "screen", "technical", "final", "offer")
OVER = ("rejected", "ghosted", "withdrawn", "declined")


def apply_often(learners: Iterable[Learner]) -> None:
    """Give each so many applications, most of them open, as full as people write them."""
    for number, learner in enumerate(learners):
        user, dice = User.objects.get(email=learner.email), random.Random(number)
        made = Application.objects.bulk_create(_application(user, n, dice) for n in range(APPLICATIONS))
        StageChange.objects.bulk_create(
            StageChange(application=row, stage=stage, on=row.stage_on) for row in made for stage in _way(row)
        )


def _application(user: User, number: int, dice: random.Random) -> Application:
    today = timezone.now().date()
    stage = dice.choice(OPEN if number % 4 else OVER)
    return Application(
        user=user,
        company=f"Company number {number} & Sons",
        role="Junior machine learning engineer, forecasting",
        tier=dice.choice(Tier.values),
        source=dice.choice(Application.Source.values),
        place="Leeds",
        note="Six people. They moved from rules to gradient boosting last year. " * 5,
        stage=stage,
        stage_on=today - datetime.timedelta(dice.randrange(200)),
        next_step="" if stage in OVER else "Follow up and link the forecasting project",
        next_on=None if stage in OVER else today + datetime.timedelta(dice.randrange(-5, 30)),
    )


def _way(row: Application) -> tuple[str, ...]:
    if row.stage in OVER:
        return ("saved", "applied", row.stage)
    return OPEN[: OPEN.index(row.stage) + 1]
