"""When mail is due: once for each week or day of the learner, whatever their clock does."""

import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from accounts.mail import schedule

UTC = datetime.UTC
SUNDAY = 7
NEW_YORK, BERLIN, LORD_HOWE = ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe")
KIRITIMATI, APIA = ("Pacific/Kiritimati", "Pacific/Apia")


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


# A day, an hour there, and the same moment in UTC: before, on and after the night that the clock changes,
# inside the hour that is left out and inside the one that comes twice.
CHANGES = [
    (NEW_YORK, "2026-03-01", at(2, 30), "2026-03-01T07:30"),
    (NEW_YORK, "2026-03-08", at(2, 30), "2026-03-08T07:30"),
    (NEW_YORK, "2026-03-08", at(18), "2026-03-08T22:00"),
    (NEW_YORK, "2026-11-01", at(1, 30), "2026-11-01T05:30"),
    (NEW_YORK, "2026-11-01", at(18), "2026-11-01T23:00"),
    (BERLIN, "2026-03-29", at(1, 59), "2026-03-29T00:59"),
    (BERLIN, "2026-03-29", at(2, 30), "2026-03-29T01:30"),
    (BERLIN, "2026-03-29", at(18), "2026-03-29T16:00"),
    (BERLIN, "2026-10-25", at(2, 30), "2026-10-25T00:30"),
    (BERLIN, "2026-10-25", at(18), "2026-10-25T17:00"),
    (LORD_HOWE, "2026-10-04", at(2, 15), "2026-10-03T15:45"),
    (LORD_HOWE, "2026-10-04", at(18), "2026-10-04T07:00"),
    (LORD_HOWE, "2026-04-05", at(1, 45), "2026-04-04T14:45"),
    (LORD_HOWE, "2026-04-05", at(18), "2026-04-05T07:30"),
]


@pytest.mark.parametrize(("zone", "day", "hour", "moment"), CHANGES)
def test_an_hour_on_the_day_the_clock_changes(zone: str, day: str, hour: datetime.time, moment: str):
    found = schedule.instant(datetime.date.fromisoformat(day), hour, ZoneInfo(zone))

    assert found == datetime.datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN, LORD_HOWE, KIRITIMATI, APIA, "UTC"])
@pytest.mark.parametrize("hour", [at(0), at(1, 30), at(2, 15), at(2, 30), at(18), at(23, 59)])
@pytest.mark.parametrize("weekday", [1, SUNDAY])
def test_a_year_has_one_digest_for_each_of_its_weeks(zone: str, hour: datetime.time, weekday: int):
    zone_, now = ZoneInfo(zone), datetime.datetime(2026, 1, 7, 12, tzinfo=UTC)
    day = schedule.first(now, weekday, hour, zone_)
    names, moments = [], []
    for _ in range(52):
        moment = schedule.instant(day, hour, zone_)
        names.append(schedule.period(day, weekly=True))
        moments.append(moment)
        day = schedule.after(day, moment, weekday, hour, zone_)

    assert len(set(names)) == 52
    gaps = {later - earlier for earlier, later in pairwise(moments)}
    hours = datetime.timedelta(hours=1)
    assert min(gaps) >= datetime.timedelta(7) - hours
    assert max(gaps) <= datetime.timedelta(7) + hours


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN, LORD_HOWE])
def test_a_daily_mail_names_each_day_of_a_year_once(zone: str):
    zone_, now = ZoneInfo(zone), datetime.datetime(2026, 1, 1, 12, tzinfo=UTC)
    day = schedule.first(now, None, at(2, 30), zone_)
    names = []
    for _ in range(365):
        names.append(schedule.period(day, weekly=False))
        day = schedule.after(day, schedule.instant(day, at(2, 30), zone_), None, at(2, 30), zone_)

    assert len(set(names)) == 365
    assert names[0] == "2026-01-02"
    assert names[-1] == "2027-01-01"


def test_the_first_one_lies_ahead_and_may_be_today():
    berlin, morning = ZoneInfo(BERLIN), datetime.datetime(2026, 11, 22, 9, tzinfo=UTC)

    assert schedule.first(morning, SUNDAY, at(18), berlin) == datetime.date(2026, 11, 22)
    evening = datetime.datetime(2026, 11, 22, 17, tzinfo=UTC)  # 18:00 there, which has come
    assert schedule.first(evening, SUNDAY, at(18), berlin) == datetime.date(2026, 11, 29)
    assert schedule.first(evening, None, at(8), berlin) == datetime.date(2026, 11, 23)


def test_the_day_is_the_one_of_the_place():
    now = datetime.datetime(
        2026, 11, 21, 20, tzinfo=UTC
    )  # Sunday on Kiritimati already, Saturday in New York

    assert schedule.first(now, SUNDAY, at(18), ZoneInfo(KIRITIMATI)) == datetime.date(2026, 11, 22)
    assert schedule.instant(datetime.date(2026, 11, 22), at(18), ZoneInfo(KIRITIMATI)).hour == 4


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2024-12-30", "2025-W01"),
    ],
)
def test_weeks_are_counted_as_calendars_do_over_new_year(day: str, name: str):
    assert schedule.period(datetime.date.fromisoformat(day), weekly=True) == name


def test_what_is_more_than_a_day_late_is_passed_over():
    berlin, sunday = ZoneInfo(BERLIN), datetime.date(2026, 11, 1)
    now = datetime.datetime(2026, 11, 23, 16, 59, tzinfo=UTC)  # a minute less than a day after the fourth

    assert schedule.after(sunday, now, SUNDAY, at(18), berlin) == datetime.date(2026, 11, 22)
    late = now + datetime.timedelta(minutes=1)
    assert schedule.after(sunday, late, SUNDAY, at(18), berlin) == datetime.date(2026, 11, 29)


def test_tries_come_less_and_less_often():
    now = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
    waits = [(schedule.next_try(now, tries) - now).total_seconds() / 60 for tries in range(1, 8)]

    assert waits == [5, 15, 45, 135, 405, 405, 405]
