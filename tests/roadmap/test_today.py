"""Today: the next skill and why, two more, the last one done, and where that is."""

import datetime

import pytest
import time_machine

from roadmap import arrival
from roadmap.forecast import Forecast, forecast
from roadmap.models import Enrollment, SkillProgress
from roadmap.models.study import study_of
from roadmap.outline import outline_for
from roadmap.road import Road
from tests.factories import make_log, make_session
from tests.markup import Node, parse
from tests.person import Person

NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)


def now(page: Node) -> Node:
    (row,) = [row for row in page.by_id("next").all("li", class_="stop") if "data-now" in row.attributes]
    return row


@pytest.mark.asvs("8.2.1")
def test_a_visitor_is_asked_to_log_in_and_comes_back(visitor: Person):
    answer = visitor.get("/today/")

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/today/")


def test_on_the_first_day_it_shows_the_trailhead(alice: Person):
    page = alice.see("/today/")

    assert page.all("h1")[0].text == "Next up: Python environment and editor"
    assert "You can turn an empty folder into a project" in now(page).text
    assert "Why now:" in now(page).text
    assert "Trailhead" in page.by_id("profile").text
    rows = [row.id for row in page.by_id("next").all("li", class_="stop")]
    assert rows == ["skill-py-environment", "skill-command-line", "skill-sql-basics"]


def test_two_more_follow_the_next_one(alice: Person):
    alice.tick("py-environment")
    page = alice.see("/today/")

    assert [row.id for row in page.by_id("next").all("li", class_="stop")] == [
        "skill-py-environment",
        "skill-command-line",
        "skill-sql-basics",
        "skill-py-syntax",
    ]


@time_machine.travel(NOON, tick=False)
def test_the_last_one_done_can_be_reopened_from_here(alice: Person):
    alice.tick("py-environment", done_on="2026-07-20")
    row = alice.see("/today/").by_id("skill-py-environment")

    assert row.get("data-state") == "done"
    assert "Done Monday" in row.text
    button = row.by_id("tick-py-environment")
    assert (button.get("value"), button.get("formaction")) == ("open", "/skills/py-environment/state/")


def test_where_alice_left_off_comes_first(alice: Person):
    alice.tick("sql-basics", "learning")
    page = alice.see("/today/")

    assert now(page).id == "skill-sql-basics"
    assert "This is where you left off." in now(page).text
    assert "Continue" in now(page).text
    assert not page.by_id("next").where(lambda node: node.id == "learn-now")


def test_it_says_what_a_skill_opens(alice: Person):
    assert "It opens " in now(alice.see("/today/")).text


def test_it_says_what_a_skill_completes(alice: Person):
    alice.quietly("/modules/dev-tools/known/", {"state": "done"})
    alice.tick("sql-analytics", "open")

    assert now(alice.see("/today/")).id == "skill-sql-analytics"
    assert "It completes Working tools." in now(alice.see("/today/")).text


def test_a_tick_moves_on_to_the_next(alice: Person):
    answer = alice.tick("py-environment", page="/today/")
    update = parse(answer.content.decode())

    assert update.by_id("sky").all("h1")[0].text == "Next up: Command line basics"
    assert {node.id for node in update.elements} == {
        "sky",
        "profile",
        "next",
        "figures",
        "again",
        "review-due",
        "timer-note",
        "live",
    }


def test_when_everything_is_done_it_says_so_and_shows_a_way_on(alice: Person):
    _settle(alice, "done")
    page = alice.see("/today/")

    assert page.all("h1")[0].text == "You have walked all of it"
    assert "Everything on your roadmap is done or skipped." in page.by_id("next").text
    figures = page.by_id("figures").text
    total = outline_for(alice.user.pk).tally.total
    assert f"{total} of {total} skills" in figures


def test_when_everything_is_skipped_there_is_nothing_to_do(alice: Person):
    _settle(alice, "skipped")
    page = alice.see("/today/")

    assert page.all("h1")[0].text == "Nothing to do"
    assert "0 of 0 skills" in page.by_id("figures").text


def _settle(alice: Person, state: str) -> None:
    lines = outline_for(alice.user.pk).catalogue.skills
    day = datetime.date(2026, 1, 5) if state == "done" else None
    SkillProgress.objects.put_all(alice.user.pk, [(pk, state, day, 0) for pk in lines])


@time_machine.travel(NOON, tick=False)
def test_it_counts_the_weeks_since_alice_began(alice: Person):
    alice.tick("py-environment")
    for started, words in [("2026-07-22", "Week 1"), ("2026-07-16", "Week 1"), ("2026-07-15", "Week 2")]:
        Enrollment.objects.plan(alice.user, weekly_hours=10, started_on=datetime.date.fromisoformat(started))
        assert f"{words} of your trail." in alice.see("/today/").by_id("sky").text
    assert "Wednesday, July 22." in alice.see("/today/").by_id("sky").text


@time_machine.travel(NOON, tick=False)
def test_whoever_moved_west_of_their_first_day_is_in_the_first_week(alice: Person):
    alice.tick("py-environment")
    Enrollment.objects.plan(alice.user, weekly_hours=10, started_on=datetime.date(2026, 7, 23))

    assert "Week 1 of your trail." in alice.see("/today/").by_id("sky").text


def test_before_the_first_tick_it_is_the_first_day(alice: Person):
    assert "Your first day." in alice.see("/today/").by_id("sky").text


@time_machine.travel(datetime.datetime(2026, 7, 22, 23, 30, tzinfo=datetime.UTC), tick=False)
def test_the_day_is_the_learners_own(alice: Person):
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()

    assert "Thursday, July 23." in alice.see("/today/").by_id("sky").text


def test_the_page_is_made_anew_on_another_day(alice: Person):
    with time_machine.travel(NOON, tick=False):
        tag = alice.get("/today/")["ETag"]
        assert alice.get("/today/", **{"If-None-Match": tag}).status_code == 304
    with time_machine.travel(NOON + datetime.timedelta(days=1), tick=False):
        assert alice.get("/today/", **{"If-None-Match": tag}).status_code == 200


def test_without_a_specialization_it_says_that_this_can_wait(alice: Person):
    assert "Not chosen yet" in alice.see("/today/").by_id("figures").text
    alice.send("/specializations/", {"specialization": "nlp"})
    assert "Not chosen yet" not in alice.see("/today/").by_id("figures").text


def test_the_landing_page_leads_there_once_alice_is_logged_in(alice: Person):
    answer = alice.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/today/")


@time_machine.travel(NOON, tick=False)
def test_without_hours_it_says_so_in_a_sentence_and_draws_nothing(alice: Person):
    ahead = alice.see("/today/").by_id("ahead")

    assert "Nothing is logged yet. Log your first session" in ahead.by_id("week").text
    assert "These are the hours you stated." in ahead.by_id("forecast").text
    assert not ahead.all("svg")


@time_machine.travel(NOON, tick=False)
def test_hours_of_the_week_the_forecast_and_the_balance(alice: Person):
    make_log(user=alice.user, weeks=4, hours=12, kind="build")
    make_session(user=alice.user, minutes=150, kind="theory")
    ahead = alice.see("/today/").by_id("ahead")

    assert "2.5 of 10 h" in ahead.by_id("week").text
    assert "7.5 h to go by Sunday." in ahead.by_id("week").text
    (fill,) = ahead.by_id("week").all("rect", class_="fill")
    assert fill.get("width") == "25.0%"
    assert "at 12 h a week." in ahead.by_id("forecast").text
    assert ahead.by_id("forecast").all("a")[0].get("href") == "/progress/"
    assert "Build 94%" in ahead.by_id("balance").text


@time_machine.travel(NOON, tick=False)
def test_a_week_whose_hours_are_done_or_that_has_none(alice: Person):
    make_session(user=alice.user, minutes=15 * 60)
    assert "The hours you planned are done." in alice.see("/today/").by_id("week").text

    Enrollment.objects.plan(alice.user, weekly_hours=0, started_on=NOON.date())
    week = alice.see("/today/").by_id("week")
    assert "15 h" in week.text
    assert not week.all("svg")


@time_machine.travel(NOON, tick=False)
def test_the_week_starts_on_the_day_that_alice_chose(alice: Person):
    make_session(user=alice.user, day=NOON.date() - datetime.timedelta(3), minutes=60)  # Sunday
    make_session(user=alice.user, minutes=30)
    assert "0.5 of 10 h" in alice.see("/today/").by_id("week").text

    Enrollment.objects.of(alice.user)
    Enrollment.objects.filter(user=alice.user).update(week_starts_on=7)
    assert "1.5 of 10 h" in alice.see("/today/").by_id("week").text


def test_a_tick_asks_for_the_forecast_in_a_moment_and_waits_for_none(
    alice: Person, monkeypatch: pytest.MonkeyPatch
):
    alice.see("/today/")
    made: list[Road] = []

    def count(road: Road, *, fan: bool) -> Forecast:
        made.append(road)
        return forecast(road, fan=fan)

    monkeypatch.setattr(arrival, "forecast", count)
    update = parse(alice.tick("py-environment", page="/today/").content.decode())
    again = update.by_id("again")

    assert made == []
    assert (again.get("hx-get"), again.get("hx-select"), again.get("hx-target")) == (
        "/today/",
        "#ahead",
        "#ahead",
    )
    assert alice.see("/today/").by_id("ahead")
    assert len(made) == 1


def flag(page: Node) -> str:
    return page.by_id("goal").text


@time_machine.travel(NOON, tick=False)
def test_the_flag_bears_the_month_of_the_likely_date(alice: Person):
    make_log(user=alice.user, weeks=8, hours=60)
    page = alice.see("/today/")
    likely = arrival_today(alice)

    assert flag(page) == f"{likely:%b %Y}"
    assert f"The likely finish is {likely:%B %Y}." in page.by_id("finish").text
    assert flag(alice.see("/roadmap/")) == "First role"


@time_machine.travel(NOON, tick=False)
def test_without_a_date_the_flag_bears_none(alice: Person):
    make_log(user=alice.user, weeks=8, hours=60)
    Enrollment.objects.plan(alice.user, forecast_shown=False)
    assert flag(alice.see("/today/")) == "First role"

    Enrollment.objects.plan(alice.user, forecast_shown=True)
    assert flag(alice.see("/today/")) != "First role"
    alice.user.study_sessions.all().delete()
    Enrollment.objects.plan(alice.user, weekly_hours=0)
    assert flag(alice.see("/today/")) == "First role"


@time_machine.travel(NOON, tick=False)
def test_a_tick_keeps_the_date_on_the_flag_and_asks_for_the_new_one(alice: Person):
    make_log(user=alice.user, weeks=8, hours=60)
    before = flag(alice.see("/today/"))
    update = parse(alice.tick("py-environment", page="/today/").content.decode())

    assert flag(update) == before
    assert update.by_id("again").get("hx-select-oob") == "#profile"


def arrival_today(person: Person) -> datetime.date:
    today = person.user.today()
    found = arrival.arrival_of(
        person.user.pk, outline_for(person.user.pk), study_of(person.user.pk, today), today
    )
    assert found
    assert found.likely
    return found.likely
