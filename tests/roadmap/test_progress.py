"""The progress page: the dates, the drawings, their tables, and what would change the dates."""

import datetime
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Skill, SkillProgress, StudySession
from roadmap.outline import outline_for
from roadmap.stages import Stage
from roadmap.tally import Tally
from tests.factories import make_break, make_log, make_session
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.progress_page import lead, terms

TODAY = NOON.date()
DAY = datetime.timedelta(1)

pytestmark = pytest.mark.usefixtures("noon")


def test_a_visitor_is_asked_to_log_in_and_comes_back(visitor: Person):
    answer = visitor.get("/progress/")

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/progress/")


def test_on_the_first_day_there_is_a_date_from_the_stated_hours_and_no_empty_picture(alice: Person):
    page = alice.see("/progress/")

    assert "At the 10 hours a week that you stated you arrive around " in lead(page)
    assert "Nothing is logged yet" in page.by_id("burn-c").text
    assert not page.all("svg", class_="heat")
    assert "Your days appear here once you log some time." in page.by_id("main").text
    assert not page.all("svg", class_="scale")


def test_three_full_weeks_make_the_date_hers(alice: Person):
    make_log(user=alice.user, weeks=4, hours=[10, 12, 8, 14])
    page = alice.see("/progress/")

    assert "At your pace of 11 hours a week you arrive around " in lead(page)
    assert "your last 4 full weeks" in page.by_id("main").text
    assert "You have studied 44 hours so far." in page.by_id("burn-c").text


def test_every_picture_has_a_sentence_and_a_table(alice: Person):
    make_log(user=alice.user, weeks=6, kind="build")
    page = alice.see("/progress/")

    for picture in page.all("svg", role="img"):
        names = picture.get("aria-labelledby").split()
        assert picture.get("aria-label") or all(page.by_id(name).text for name in names)
    for figure in page.all("figure"):
        (caption,) = figure.all("figcaption")
        assert caption.all("p")[0].text
        assert caption.all("table")


def test_the_tables_say_what_the_pictures_show(alice: Person):
    make_session(user=alice.user, day=datetime.date(2026, 6, 30), minutes=90)
    make_session(user=alice.user, day=datetime.date(2026, 7, 1), minutes=60)
    page = alice.see("/progress/")
    rows = [[cell.text for cell in row if cell.tag in ("th", "td")] for row in page.all("tr")]

    assert ["June 2026", "1.5", "1.5"] in rows
    assert ["July 2026", "1", "2.5"] in rows
    assert ["Jun 29, 2026", "2.5"] in rows


def test_the_plan_is_compared_without_the_breaks(alice: Person):
    terms(alice, weekly_hours=7, started_on=TODAY - 28 * DAY)
    make_session(user=alice.user, day=TODAY - 28 * DAY, minutes=20 * 60)
    assert "That is 8 hours behind the plan of 7 hours a week." in _burn(alice)

    make_break(user=alice.user, starts_on=TODAY - 14 * DAY, days=7)
    assert "That is the straight plan of 7 hours a week, planned breaks left out." in _burn(alice)

    make_session(user=alice.user, minutes=10 * 60)
    assert "9 hours ahead of the plan" in _burn(alice)


def _burn(person: Person) -> str:
    return person.see("/progress/").by_id("burn-c").text


def test_the_balance_says_what_would_move_it(alice: Person):
    make_session(user=alice.user, minutes=120, kind="theory")
    make_session(user=alice.user, minutes=120, kind="build")
    page = alice.see("/progress/")

    assert "About 3 more hours of building or practice would put you at 70." in page.by_id("balance-c").text
    assert "50% building, 50% theory" in page.all("svg", class_="scale")[0].get("aria-label")


def test_weeks_in_a_row_survive_a_planned_break(alice: Person):
    make_log(user=alice.user, weeks=6, hours=[5, 5, 5, 0, 5, 5])
    assert "2 weeks in a row" in alice.see("/progress/").by_id("main").text

    make_break(user=alice.user, starts_on=TODAY - 23 * DAY, days=7)
    assert "5 weeks in a row" in alice.see("/progress/").by_id("main").text


def test_phases_and_modules_say_when_they_began_and_ended(alice: Person):
    skill = Skill.objects.get(slug="py-environment")
    make_session(user=alice.user, day=datetime.date(2026, 5, 4), skill=skill)
    assert "since May 4, 2026" in alice.see("/progress/").by_id("main").text

    lines = outline_for(alice.user.pk).module("dev-tools")
    assert lines
    states = [(line.skill.id, "done", datetime.date(2026, 6, 1), 0) for line in lines.lines]
    SkillProgress.objects.put_all(alice.user.pk, states)
    (row,) = [row for row in alice.see("/progress/").all("tr") if "Working tools" in row.text]
    assert "May 4, 2026 to Jun 1, 2026" in row.text


def test_the_bar_of_a_phase_has_two_tones_once_something_is_shown():
    tally = Tally(done=4, shown=1, total=8, hours_done=50.0, hours_total=100.0, hours_shown=12.5)

    assert (Stage("", 1, tally, "").done, Stage("", 1, tally, "").shown) == (50, 12.5)
    assert Stage("", 1, Tally(), "").shown == 0


def test_all_skills_done_is_told_once(alice: Person):
    lines = outline_for(alice.user.pk).lines
    SkillProgress.objects.put_all(alice.user.pk, [(pk, "done", TODAY - DAY, 0) for pk in lines])
    page = alice.see("/progress/")

    assert "You have arrived: nothing is left on your roadmap." in lead(page)
    assert not page.all("path", class_="fan")


@pytest.mark.parametrize("hours", [0, 100])
def test_no_hours_and_all_hours_a_week(alice: Person, hours: int):
    terms(alice, weekly_hours=hours)

    assert ("so there is no date" in lead(alice.see("/progress/"))) == (hours == 0)


def test_a_break_over_everything(alice: Person):
    make_break(user=alice.user, starts_on=TODAY - DAY, days=3000)
    page = alice.see("/progress/")

    assert "more than five years" in lead(page)
    assert "What changes that:" in page.by_id("main").text


def test_a_target_that_has_passed(alice: Person):
    terms(alice, target_date=TODAY - DAY)

    assert "July 21, 2026, is behind you" in alice.see("/progress/").by_id("main").text


def test_switched_off_there_is_no_date_and_no_hour_of_a_forecast(alice: Person):
    make_log(user=alice.user, weeks=6)
    terms(alice, forecast_shown=False, target_date=TODAY + 300 * DAY)
    for path in ("/progress/", "/progress/?hours=20", "/today/"):
        page = alice.see(path)
        assert not re.search(r"arrive|[Ff]orecast|Late:|likely|202[7-9]|203\d", page.by_id("main").text), path
    assert not page.all("path", class_="fan")


def test_bob_sees_nothing_of_alice(alice: Person, bob: Person):
    before = bob.get("/progress/").content
    make_log(user=alice.user, weeks=6)
    make_break(user=alice.user)
    terms(alice, target_date=TODAY + 100 * DAY)

    assert re.sub(rb'value="\w{64}"', b"", bob.get("/progress/").content) == re.sub(
        rb'value="\w{64}"', b"", before
    )


def test_the_page_is_made_anew_when_an_old_entry_changes(alice: Person):
    make_log(user=alice.user, weeks=80)
    tag = alice.get("/progress/")["ETag"]
    assert alice.get("/progress/", **{"If-None-Match": tag}).status_code == 304

    first = StudySession.objects.order_by("day")[0]
    first.day -= 40 * DAY
    first.save()
    assert alice.get("/progress/", **{"If-None-Match": tag}).status_code == 200
    assert "December 2024" not in alice.see("/progress/").by_id("main").text


def test_another_day_another_page(alice: Person):
    tag = alice.get("/progress/")["ETag"]
    with time_machine.travel(NOON + DAY, tick=False):
        assert alice.get("/progress/", **{"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("zone", "hour", "mine"),
    [
        ("Pacific/Kiritimati", datetime.datetime(2026, 7, 19, 10, 30, tzinfo=datetime.UTC), "1.5"),
        ("UTC", datetime.datetime(2026, 7, 19, 10, 30, tzinfo=datetime.UTC), "4"),
        ("UTC", datetime.datetime(2026, 7, 20, 10, 30, tzinfo=datetime.UTC), "1.5"),
        ("Pacific/Pago_Pago", datetime.datetime(2026, 7, 20, 10, 30, tzinfo=datetime.UTC), "4"),
    ],
)
def test_far_east_and_far_west_have_their_own_week(
    alice: Person, zone: str, hour: datetime.datetime, mine: str
):
    """Some have Monday already while others still have Sunday."""
    alice.user.time_zone = zone
    alice.user.save()
    make_session(user=alice.user, day=datetime.date(2026, 7, 19), minutes=240)
    make_session(user=alice.user, day=datetime.date(2026, 7, 20), minutes=90)
    with time_machine.travel(hour, tick=False):
        assert f"{mine} of 10 h" in alice.see("/today/").by_id("week").text
        assert alice.get("/progress/").status_code == 200


def test_a_clock_set_back_is_no_trouble(alice: Person):
    make_log(user=alice.user, weeks=6)
    with time_machine.travel(NOON - 400 * DAY, tick=False):
        assert alice.get("/progress/").status_code == 200
        assert alice.get("/today/").status_code == 200


def test_the_first_visit_of_a_long_life_asks_little_as_well(alice: Person, bob: Person):
    make_log(user=bob.user, weeks=260, days=7)
    counts = []
    for person in (alice, bob):
        person.get("/about/")
        with CaptureQueriesContext(connection) as statements:
            assert person.get("/progress/?hours=12").status_code == 200
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 7
