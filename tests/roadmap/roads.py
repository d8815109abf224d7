"""Alice's road, and the dates that it must have."""

import datetime

from roadmap.forecast import forecast
from roadmap.road import Remaining, Road, Week

MONDAY = datetime.date(2026, 3, 2)
DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
ALICE = Road(
    remaining=[Remaining(4, 8)] * 100,
    finished=[],
    weeks=[Week(hours) for hours in (12, 8, 10, 0, 14, 11, 9, 16)],
    stated=20,
    today=MONDAY,
    seed="alice",
)


def likely(road: Road) -> datetime.date:
    date = forecast(road).likely
    assert date is not None
    return date


def late(road: Road) -> datetime.date:
    date = forecast(road).late
    assert date is not None
    return date
