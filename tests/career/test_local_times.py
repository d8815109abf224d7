"""Times on the clock of a place, on the days when that clock is changed and on all others."""

import datetime
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from career.guide.chapters import BY_SLUG
from career.interviews.local_times import Moment, NoSuchTime, comes_twice, moment
from career.interviews.points import PREPARATIONS
from career.interviews.when import when_of
from career.models import Interview
from roadmap.models import Skill

ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "UTC",
]
UTC = datetime.UTC


@given(
    local=st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2035, 1, 1)),
    zone=st.sampled_from(ZONES).map(zoneinfo.ZoneInfo),
)
def test_what_a_clock_shows_is_what_was_meant(local: datetime.datetime, zone: zoneinfo.ZoneInfo):
    local = local.replace(second=0, microsecond=0)
    found = _moment(local, zone)
    if isinstance(found, NoSuchTime):
        assert local < found.instead <= local + datetime.timedelta(hours=1)
        assert _moment(found.instead, zone) == (found.instead.replace(tzinfo=zone).astimezone(UTC), False)
    else:
        assert found.at.astimezone(zone).replace(tzinfo=None, fold=0) == local
        assert found.twice == comes_twice(found.at, zone)


def _moment(local: datetime.datetime, zone: zoneinfo.ZoneInfo) -> Moment | NoSuchTime:
    try:
        return moment(local, zone)
    except NoSuchTime as error:
        return error


def test_half_an_hour_is_left_out_and_comes_twice_on_lord_howe():
    zone = zoneinfo.ZoneInfo("Australia/Lord_Howe")
    with pytest.raises(NoSuchTime) as error:
        moment(datetime.datetime(2026, 10, 4, 2, 15), zone)
    assert error.value.instead == datetime.datetime(2026, 10, 4, 2, 45)
    twice = moment(datetime.datetime(2027, 4, 4, 1, 45), zone)
    assert twice == (datetime.datetime(2027, 4, 3, 14, 45, tzinfo=UTC), True)
    assert not moment(datetime.datetime(2027, 4, 4, 2, 0), zone).twice


def test_a_round_across_the_change_ends_by_the_new_clock():
    zone, today = zoneinfo.ZoneInfo("Europe/Berlin"), datetime.date(2027, 1, 1)
    starts = moment(datetime.datetime(2027, 3, 28, 1, 30), zone).at
    assert when_of(starts, 60, zone, zone, today).text == "Sunday, March 28, 01:30 to 03:30"


def test_another_day_on_ones_own_clock_is_named():
    starts = datetime.datetime(2028, 1, 2, 23, 0, tzinfo=UTC)
    new_york, tokyo = (zoneinfo.ZoneInfo(name) for name in ("America/New_York", "Asia/Tokyo"))
    when = when_of(starts, 30, new_york, tokyo, datetime.date(2027, 12, 30))
    assert when.text == "Sunday, January 2, 2028, 18:00 to 18:30"
    assert (when.zone, when.own) == ("America/New_York", "Monday, January 3, 08:00 on your clock")


def test_zones_with_the_same_time_are_not_told_apart():
    starts = datetime.datetime(2027, 1, 2, 12, tzinfo=UTC)
    berlin, rome = (zoneinfo.ZoneInfo(name) for name in ("Europe/Berlin", "Europe/Rome"))
    when = when_of(starts, 30, berlin, rome, datetime.date(2027, 1, 1))
    assert (when.zone, when.own) == ("", "")


@pytest.mark.django_db
def test_every_kind_has_its_list_whose_skills_and_chapter_are_there():
    assert set(PREPARATIONS) == set(Interview.Kind.values)
    for preparation in PREPARATIONS.values():
        assert 5 <= len(preparation.points) <= 6
        assert len(preparation.keys) == len(preparation.points)
        assert all(len(point.key) <= 20 and not point.key.startswith("own-") for point in preparation.points)
        assert not preparation.chapter or preparation.chapter in BY_SLUG
        slugs = set(preparation.skills)
        found = set(Skill.objects.filter(slug__in=slugs, retired=False).values_list("slug", flat=True))
        assert found == slugs


def test_a_key_means_the_same_in_every_list():
    texts: dict[str, set[str]] = {}
    for preparation in PREPARATIONS.values():
        for point in preparation.points:
            texts.setdefault(point.key, set()).add(point.text)
    assert all(len(each) == 1 for each in texts.values())
