"""The log is read by week, and costs the same after five years."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Enrollment, Skill, StudySession
from tests.factories import make_session, make_user
from tests.person import Person
from tests.roadmap.log_book import NOON, TODAY, ago, days_of, log


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def test_by_week_latest_first_with_totals(alice: Person):
    for days, minutes in ((0, 45), (1, 60), (2, 30), (3, 120), (9, 15)):
        make_session(user=alice.user, day=ago(days), minutes=minutes)
    page = alice.see("/log/")

    assert days_of(page) == ["Wed 22", "Tue 21", "Mon 20", "Sun 19", "Mon 13"]
    assert [c.text for c in page.by_id("weeks").all("caption")] == [
        "July 20–26 2 h 15 min",
        "July 13–19 2 h 15 min",
    ]
    assert "2 h 15 min of 10 h" in page.by_id("log-totals").text


def test_weeks_begin_where_the_learner_said(alice: Person):
    enrollment = Enrollment.objects.of(alice.user)
    enrollment.week_starts_on = 7
    enrollment.save()
    for days in (0, 3, 4):
        make_session(user=alice.user, day=ago(days), minutes=60)
    captions = [c.text for c in alice.see("/log/").by_id("weeks").all("caption")]

    assert captions == ["July 19–25 2 h", "July 12–18 1 h"]


def test_earlier_weeks_down_to_the_first_over_gaps(alice: Person):
    days = [0, 8, 30, 400, 401, 1500]
    for number in days:
        make_session(user=alice.user, day=ago(number), minutes=60)
    seen: list[str] = []
    path = "/log/"
    for _ in range(9):
        page = alice.see(path)
        seen += [node.get("datetime") for node in page.by_id("weeks").all("time")]
        links = [a.get("href") for a in page.by_id("weeks").all("a") if "before=" in a.get("href")]
        if not links:
            break
        path = links[0]

    assert seen == [str(ago(number)) for number in days]


@pytest.mark.parametrize("before", ["", "x", "2026-13-01", "0001-01-01", "9999-12-31", "2026-07-22T10", "١"])
def test_any_day_may_stand_in_the_address(alice: Person, before: str):
    make_session(user=alice.user, day=TODAY)

    assert alice.get(f"/log/?before={before}").status_code == 200
    assert log(alice, page=f"/log/?before={before}").status_code == 200


def test_nothing_logged_says_how_to_begin(alice: Person):
    page = alice.see("/log/")

    assert "A quarter of an hour counts" in page.by_id("weeks").text
    assert "Since" not in page.by_id("log-totals").text


def test_a_page_with_five_years_asks_no_more_than_one_with_a_day(alice: Person, bob: Person):
    make_session(user=alice.user, day=TODAY)
    skills = list(Skill.objects.values_list("pk", flat=True)[:50])
    StudySession.objects.bulk_create(
        StudySession(user=bob.user, day=ago(n), minutes=60, kind="theory", skill_id=skills[n % 50])
        for n in range(1_800)
    )
    counts = {}
    for person, path in ((alice, "/log/"), (bob, "/log/"), (bob, "/log/?before=2023-01-02")):
        person.get(path)
        with CaptureQueriesContext(connection) as statements:
            html = person.get(path).content.decode()
        counts[person, path] = len(statements)
        assert len(re.findall(r'id="entry-', html)) <= 31

    assert counts[alice, "/log/"] == counts[bob, "/log/"] <= 5
    assert counts[bob, "/log/?before=2023-01-02"] <= 7


def test_a_day_of_many_entries_ends_its_page(alice: Person):
    StudySession.objects.bulk_create(
        StudySession(user=alice.user, day=ago(n), minutes=1, kind="theory")
        for n in range(3)
        for _ in range(900)
    )
    page = alice.see("/log/")
    assert len(page.by_id("weeks").all("tr")) - 1 == 900
    links = [a.get("href") for a in page.by_id("weeks").all("a") if "before=" in a.get("href")]

    assert links == [f"/log/?before={TODAY}"]


def test_a_learner_far_into_the_log_of_another_sees_nothing_of_it(alice: Person, bob: Person):
    make_session(user=alice.user, day=TODAY, note="Down the rabbit hole")

    assert "rabbit" not in bob.get("/log/").content.decode()
    assert make_user().study_sessions.count() == 0


def test_what_is_finished_with_less_than_its_estimate_can_be_completed_in_the_log(alice: Person):
    skill = Skill.objects.get(slug="py-environment")
    make_session(user=alice.user, minutes=60, skill=skill)
    assert not alice.see("/today/").all(id="short")

    alice.tick("py-environment", page="/today/")

    note = alice.see("/today/").by_id("short")
    assert "1 h of its 3.5 h" in note.text
    assert [a.get("href") for a in note.all("a")] == ["/log/"]


def test_nobody_is_asked_about_what_was_never_logged(alice: Person):
    alice.tick("py-environment", page="/today/")
    assert not alice.see("/today/").all(id="short")
