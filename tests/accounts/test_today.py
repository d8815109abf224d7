"""What day it is where the learner lives."""

import datetime

import pytest

from accounts import time_zones
from accounts.models import User


def at(moment: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("zone", "moment", "today"),
    [
        # Both sides of the date line: three dates at one moment.
        ("Pacific/Kiritimati", "2026-11-22T10:30Z", "2026-11-23"),
        ("UTC", "2026-11-22T10:30Z", "2026-11-22"),
        ("Pacific/Pago_Pago", "2026-11-22T10:30Z", "2026-11-21"),
        ("Etc/GMT-14", "2026-11-22T10:00Z", "2026-11-23"),
        ("Etc/GMT-14", "2026-11-22T09:59Z", "2026-11-22"),
        # A quarter of an hour decides.
        ("Asia/Kathmandu", "2026-11-22T18:14Z", "2026-11-22"),
        ("Asia/Kathmandu", "2026-11-22T18:15Z", "2026-11-23"),
        # Clocks go forward: midnight is five hours before UTC's, then four.
        ("America/New_York", "2026-03-08T04:59Z", "2026-03-07"),
        ("America/New_York", "2026-03-08T05:00Z", "2026-03-08"),
        ("America/New_York", "2026-03-09T03:59Z", "2026-03-08"),
        ("America/New_York", "2026-03-09T04:00Z", "2026-03-09"),
        # Clocks go back: the day has 25 hours.
        ("America/New_York", "2026-11-01T04:00Z", "2026-11-01"),
        ("America/New_York", "2026-11-02T04:59Z", "2026-11-01"),
        ("America/New_York", "2026-11-02T05:00Z", "2026-11-02"),
        # Clocks go forward at midnight itself: 00:30 never was.
        ("America/Havana", "2026-03-08T04:59Z", "2026-03-07"),
        ("America/Havana", "2026-03-08T05:00Z", "2026-03-08"),
        # Samoa left December 30 of 2011 out.
        ("Pacific/Apia", "2011-12-30T09:59Z", "2011-12-29"),
        ("Pacific/Apia", "2011-12-30T10:00Z", "2011-12-31"),
        # Half an hour of summer time.
        ("Australia/Lord_Howe", "2026-10-03T15:29Z", "2026-10-04"),
        # A leap day begins here first.
        ("Pacific/Auckland", "2028-02-28T11:00Z", "2028-02-29"),
        # What a later database dropped, and what never was: UTC.
        ("Atlantis/Poseidonis", "2026-11-22T23:59Z", "2026-11-22"),
        ("../../etc/passwd", "2026-11-22T23:59Z", "2026-11-22"),
        ("", "2026-11-22T23:59Z", "2026-11-22"),
    ],
)
def test_today(zone: str, moment: str, today: str) -> None:
    assert User(time_zone=zone).today(at(moment)) == datetime.date.fromisoformat(today)


def test_now_is_the_default() -> None:
    before = datetime.datetime.now(datetime.UTC).date()
    assert before <= User(time_zone="UTC").today() <= datetime.datetime.now(datetime.UTC).date()


def test_the_names_are_zones_and_nothing_else() -> None:
    assert {"UTC", "Europe/London", "Asia/Calcutta", "America/Argentina/Ushuaia"} <= time_zones.names()
    assert not {"Factory", "localtime", "posixrules"} & time_zones.names()
    assert all(time_zones.zone(name).key == name for name in time_zones.names())
    assert sorted(name for names in time_zones.by_area().values() for name in names) == sorted(
        time_zones.names()
    )


@pytest.mark.parametrize(
    "guess", ["Mars/Olympus", "", None, 7, ["UTC"], "Europe/\x00London", "\ud800", "europe/london"]
)
def test_a_guess_that_is_no_zone_is_utc(guess: object) -> None:
    assert time_zones.known_or_utc(guess) == "UTC"


def test_the_clock_on_the_wall() -> None:
    assert time_zones.clock("Europe/London", at("2026-07-14T13:05Z")) == "14:05"
    assert time_zones.clock("Europe/London", at("2026-12-14T13:05Z")) == "13:05"
