"""More hours and a specialization less: each really brings the late date into reach, and less would not."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from accounts.models import User
from career.runway import DAY, Plan, in_months, lasts_to
from career.savings.plans import Setting
from career.savings.screen import learning_of
from career.savings.ways import MOST_HOURS, Learning, ways
from roadmap.arrival import arrive
from tests.factories import make_log
from tests.person import Person

WEEKS = 12


@pytest.fixture
def learning(alice: Person) -> Learning:
    make_log(user=alice.user, weeks=8, hours=20)
    alice.send("/specializations/", {"specialization": ["nlp", "recsys"]})
    return known(alice.user)


def known(user: User) -> Learning:
    found = learning_of(user, user.today())
    assert found is not None
    return found


def late(learning: Learning, hours: float) -> datetime.date:
    found = arrive(replace(learning.arrival.road, supposed=hours), fan=False).forecast.late
    assert found is not None
    return found


def until(learning: Learning, day: datetime.date) -> Setting:
    """Return a scenario whose money lasts to this day at least, and a month more at most."""
    today = learning.arrival.today
    plan = Plan(today, Decimal(0), Decimal(1000))
    months = next(n for n in range(200) if in_months(today, n) >= day)
    plan = replace(plan, savings=Decimal(1000) * months)
    ends = lasts_to(plan)
    assert ends is not None
    assert day <= ends + 2 * DAY
    return Setting(plan, "GBP", WEEKS, None)


def test_the_fewest_hours_that_are_enough_are_told(learning: Learning):
    pace = learning.arrival.forecast.pace
    setting = until(learning, late(learning, pace + 4) + WEEKS * 7 * DAY + 3 * DAY)
    ends = lasts_to(setting.plan)
    assert ends is not None
    (way,) = [way for way in ways(setting, learning) if "more hour" in way.change]
    more = int(way.change.split()[0])

    assert 1 <= more <= 4
    assert late(learning, pace + more) + WEEKS * 7 * DAY <= ends
    assert more == 1 or late(learning, pace + more - 1) + WEEKS * 7 * DAY > ends


def test_hours_that_no_week_has_are_not_told(learning: Learning):
    soonest = late(learning, MOST_HOURS)
    setting = until(learning, soonest - 60 * DAY)
    changes = [way.change for way in ways(setting, learning)]

    assert not [change for change in changes if "hour" in change]
    assert [change for change in changes if "less a month" in change], "money alone can close it"


def test_one_specialization_fewer_is_told_when_that_is_enough(alice: Person, learning: Learning):
    both = learning.arrival.forecast.late
    alice.send("/specializations/", {"specialization": ["nlp"]})
    one = known(alice.user).arrival.forecast.late
    assert both is not None
    assert one is not None
    assert one < both
    today = learning.arrival.today
    days = (one + (both - one) / 2 - today).days + WEEKS * 7
    money = Decimal(1000) * days * 12 / Decimal("365.25")
    found = ways(Setting(Plan(today, money, Decimal(1000), costs=()), "GBP", WEEKS, None), learning)

    assert [way for way in found if way.change.startswith("One specialization fewer: without ")]


def test_enough_money_needs_no_way(learning: Learning):
    found = learning.arrival.forecast.late
    assert found is not None
    assert ways(until(learning, found + WEEKS * 7 * DAY + 5 * DAY), learning) == ()
