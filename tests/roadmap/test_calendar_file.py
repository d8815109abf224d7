"""Entries as a file: what another program reads out of it is what was put in."""

import datetime
import re
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.calendar_entries import (
    Due,
    Entry,
    Off,
    SprintTitles,
    WeekPlan,
    break_entries,
    ship_entries,
    sprint_entries,
    uid,
    week_entries,
)
from roadmap.calendar_file import calendar_file
from roadmap.sprint_days import sprint_days
from roadmap.zone_changes import observances
from tests.roadmap.calendar_reader import events, zone

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
SITE = "https://milepost.example"
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
DAY = datetime.date(2026, 12, 24)
TITLES = SprintTitles(
    {n: (f"Focus {n}", (f"Skill {n}a", f"Skill {n}b")) for n in range(1, 13)},
    {30: "First model", 60: "App", 90: "Interview"},
)
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Chatham",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Europe/Dublin",
    "UTC",
)


def written(*entries: Entry, where: zoneinfo.ZoneInfo = BERLIN) -> str:
    return calendar_file(entries, where, SITE, NOW).decode()


def day(title: str = "Ship", since: datetime.date = DAY, until: datetime.date = DAY) -> Entry:
    return Entry("one@milepost", title, since, until)


def test_a_day_is_a_date_and_its_end_is_the_day_after():
    text = written(day())

    assert "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n" in text
    assert events(text)["Ship"][2:4] == (DAY, datetime.date(2026, 12, 25))


def test_leap_day_and_the_turn_of_the_year():
    text = written(day(since=datetime.date(2028, 2, 28), until=datetime.date(2028, 2, 29)))
    assert events(text)["Ship"].end == datetime.date(2028, 3, 1)

    text = written(day(since=datetime.date(2026, 12, 31), until=datetime.date(2026, 12, 31)))
    assert events(text)["Ship"].end == datetime.date(2027, 1, 1)


@pytest.mark.parametrize("name", ZONES)
def test_a_day_is_the_same_day_in_every_zone(name: str):
    assert events(written(day(), where=zoneinfo.ZoneInfo(name)))["Ship"].start == DAY


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_time_is_read_as_it_was_meant_all_year_round(name: str, month: int):
    """With nothing but the file's own component to know the zone by."""
    starts = datetime.datetime(2027, month, 15, 18, 0)
    where = zoneinfo.ZoneInfo(name)
    text = written(Entry("one@milepost", "Review", starts, starts.replace(hour=19)), where=where)

    assert zone(text) == name
    read = events(text)["Review"].start
    assert isinstance(read, datetime.datetime)
    assert read.astimezone(datetime.UTC) == starts.replace(tzinfo=where).astimezone(datetime.UTC)
    assert f"DTSTART;TZID={name}:2027{month:02}15T180000" in text or name == "UTC"


@pytest.mark.parametrize(
    ("starts", "utc"),
    [
        ((2027, 3, 28, 1, 59), "00:59"),
        ((2027, 3, 28, 3, 0), "01:00"),
        ((2026, 10, 25, 1, 59), "23:59"),
        ((2026, 10, 25, 3, 0), "02:00"),
    ],
)
def test_the_hours_around_a_change_of_the_clock(starts: tuple[int, int, int, int, int], utc: str):
    begins = datetime.datetime(*starts)
    text = written(Entry("one@milepost", "Review", begins, begins + datetime.timedelta(hours=2)))

    read = events(text)["Review"].start
    assert isinstance(read, datetime.datetime)
    assert f"{read.astimezone(datetime.UTC):%H:%M}" == utc


def test_the_onset_of_a_change_is_in_the_clock_before_it():
    found = observances(
        BERLIN,
        datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC),
    )

    assert [(str(o.onset), o.name, o.is_summer) for o in found] == [
        ("2026-01-01 01:00:00", "CET", False),
        ("2026-03-29 02:00:00", "CEST", True),
        ("2026-10-25 03:00:00", "CET", False),
    ]


def test_lines_are_folded_at_75_octets_and_end_with_both_characters():
    raw = calendar_file([day("Übung macht den Meister; 猫, \\ und \n so weiter. " * 9)], BERLIN, SITE, NOW)

    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert [line.decode() for line in lines], "no character is cut in two"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=200))
def test_any_title_comes_out_as_it_went_in_and_adds_no_line(title: str):
    text = written(day(f"x{title}x"))

    assert list(events(text)) == [f"x{title}x"]
    unfolded = text.replace("\r\n ", "")
    assert len(re.findall("^SUMMARY:", unfolded, re.MULTILINE)) == 1


@pytest.mark.parametrize("title", ["a\r\nATTENDEE:mailto:x@example.org", "a\nEND:VEVENT", "a\rb", "a\x0bb"])
def test_a_title_with_line_breaks_makes_no_line_of_its_own(title: str):
    text = written(day(title))

    assert "\r\nATTENDEE" not in text
    assert text.count("\r\nEND:VEVENT\r\n") == 1


def test_control_characters_become_spaces():
    assert list(events(written(day("a\x07b\x1bc\td")))) == ["a b c d"]


def test_uids_stay_when_dates_and_titles_change_and_differ_between_people():
    before = sprint_entries("alice", "run-1", sprint_days(DAY, []), TITLES, "/sprint/")
    other = SprintTitles({n: (f"{t}!", s) for n, (t, s) in TITLES.weeks.items()}, TITLES.milestones)
    after = sprint_entries("alice", "run-1", sprint_days(DAY, [(DAY, DAY)]), other, "/other/")
    stranger = sprint_entries("bob", "run-1", sprint_days(DAY, []), TITLES, "/sprint/")

    uids = [entry.uid for entry in before]
    assert uids == [entry.uid for entry in after]
    assert len(set(uids)) == 15
    assert not set(uids) & {entry.uid for entry in stranger}
    assert uid("alice", "ship", "project-1") == uid("alice", "ship", "project-1")


def test_the_sprint_has_twelve_weeks_and_three_milestones():
    entries = list(sprint_entries("alice", "run-1", sprint_days(DAY, []), TITLES, "/sprint/"))

    assert entries[0].title == "Sprint week 1: Focus 1"
    assert entries[0].description == "- Skill 1a\n- Skill 1b"
    assert (entries[0].starts, entries[0].ends) == (DAY, datetime.date(2026, 12, 30))
    assert [entry.title for entry in entries[12:]] == [
        "Day 30: First model",
        "Day 60: App",
        "Day 90: Interview",
    ]
    assert entries[12].starts == entries[12].ends == datetime.date(2027, 1, 22)


def test_a_week_of_the_plan_names_hours_and_skills_and_an_empty_one_is_left_out():
    monday = datetime.date(2026, 11, 23)
    plans = [WeekPlan(monday, 7.5, ("Vectors", "Matrices")), WeekPlan(monday + datetime.timedelta(7), 10, ())]

    (entry,) = week_entries("alice", plans, "/week/")

    assert (entry.title, entry.description) == (
        "Study plan, week of November 23: 7.5 h",
        "- Vectors\n- Matrices",
    )
    assert (entry.starts, entry.ends, entry.path) == (monday, datetime.date(2026, 11, 29), "/week/")


def test_a_week_of_the_plan_keeps_its_uid_whatever_is_in_it():
    monday = datetime.date(2026, 11, 23)
    one, other = (
        next(week_entries("alice", [WeekPlan(monday, hours, skills)], "/week/"))
        for hours, skills in ((5, ("Vectors",)), (10, ("Matrices", "Vectors")))
    )

    assert one.uid == other.uid


def test_breaks_and_days_to_ship_by():
    (off,) = break_entries("alice", [Off("1", DAY, DAY, "")], "/breaks/")
    (due,) = ship_entries("alice", [Due("project-1", "A first model", DAY, "/projects/project-1/")])

    assert off.title == "Study break"
    assert due.title == "Ship: A first model"
    assert events(written(due))["Ship: A first model"].url == f"{SITE}/projects/project-1/"
