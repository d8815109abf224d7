"""How many cards a day asks for. Pure, no Django."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise

DEFAULT = 20
EASED = datetime.timedelta(7)  # how long the way back takes, and how long a pause has to be
DAY = datetime.timedelta(1)


def share(
    cap: int,
    today: datetime.date,
    days: Sequence[datetime.date],
    breaks: Iterable[tuple[datetime.date, datetime.date]],
) -> int:
    """Return how many cards `today` asks for: `cap`, and half of it in the first week after a break.

    `days`: those before today on which there were answers, at least of the last four weeks and the one
    before, in order. A break is a planned one (first and last day), or a week and more without an answer.
    """
    return max(cap // 2, 1) if _is_back(today, days, breaks) else cap


def _is_back(
    today: datetime.date,
    days: Sequence[datetime.date],
    breaks: Iterable[tuple[datetime.date, datetime.date]],
) -> bool:
    if any(first <= today - DAY and today - EASED <= last < today for first, last in breaks if last > first):
        return True
    return any(
        later - earlier > EASED and later > today - EASED for earlier, later in pairwise([*days, today])
    )
