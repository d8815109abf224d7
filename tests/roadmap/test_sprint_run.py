"""Alice runs the sprint: she begins, falls behind, puts it off, stops, finishes, and thinks again."""

import datetime

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from roadmap.models import SprintRun
from roadmap.models.runs import AlreadyRunning
from tests.factories import make_break, make_run, make_user
from tests.markup import Node, parse
from tests.person import Person
from tests.plans import PLAN
from tests.roadmap.clock import THURSDAY
from tests.roadmap.sprint_story import DAY_1, SPRINT, TODAY, do, said, start

pytestmark = pytest.mark.usefixtures("a_thursday")


def lead(page: Node) -> str:
    return page.by_id("main").all("p", class_="lead")[0].text


def week(page: Node, number: int) -> Node:
    return page.by_id(f"week-{number}")


def test_without_a_run_she_is_asked_for_the_first_day_the_start_of_next_week_filled_in(alice: Person):
    page = alice.see(SPRINT)

    assert page.by_id("start_started_on").get("value") == "2026-11-23"
    assert (page.by_id("start_started_on").get("min"), page.by_id("start_started_on").get("max")) == (
        "2025-11-18",
        "2027-11-20",
    )
    today = next(form for form in page.all("form") if form.all("button", id="start-today"))
    assert today.all("input", name="started_on")[0].get("value") == "2026-11-19"
    assert "Nov" not in week(page, 1).text


def test_the_week_starts_when_hers_does(alice: Person):
    alice.send("/settings/plan/", PLAN | {"weekly_hours": "10", "started_on": "2026-11-01"})
    alice.user.enrollment.__class__.objects.update(week_starts_on=7)

    assert alice.see(SPRINT).by_id("start_started_on").get("value") == "2026-11-22"


def test_on_the_first_day_of_her_week_there_is_only_today_to_offer(alice: Person):
    with travel(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC), tick=False):
        page = alice.see(SPRINT)

        assert page.by_id("start_started_on").get("value") == "2026-11-23"
        assert not page.all("button", id="start-today")


def test_she_begins_and_each_week_and_milestone_has_its_date(alice: Person):
    start(alice)

    assert said(alice) == "Your sprint begins on Monday, October 26."
    page = alice.see(SPRINT)
    assert lead(page) == "Day 25 of 90. The first milestone is due on Tuesday, November 24."
    assert "Nov 16 – 22" in week(page, 4).text
    assert "Dec 28 – Jan 3" in week(page, 10).text
    assert "due Nov 24" in page.by_id("milestone-sprint-day-30").text
    assert "due Jan 23" in page.by_id("milestone-sprint-day-90").text
    assert "Jan 18 – 23, days 85 to 90" in page.by_id("main").text
    assert [n for n in range(1, 13) if week(page, n).attributes.get("data-now") is not None] == [4]
    assert page.by_id("this-week").all("h2")[0].text.startswith("This week: Vectors, matrices")
    fill = page.all("rect", class_="fill")[0]
    assert fill.get("width") == "27.78%"


def test_today_has_a_word_on_it_and_nothing_without_a_run(alice: Person, bob: Person):
    start(alice)

    assert "Week 4 of 12, day 25." in alice.see("/today/").by_id("today-sprint").text
    assert "sprint" not in bob.see("/today/").by_id("main").text.lower()


def test_todays_page_is_sent_again_when_a_run_begins(alice: Person):
    tag = alice.get("/today/")["ETag"]
    assert alice.get("/today/", **{"if-none-match": tag}).status_code == 304

    start(alice)
    said(alice)

    assert alice.get("/today/", **{"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("day", "words", "note"),
    [
        ("2026-11-23", "Begins on Monday, November 23.", "Begins on Monday, November 23."),
        (
            "2026-11-19",
            "Day 1 of 90. The first milestone is due on Friday, December 18.",
            "Week 1 of 12, day 1.",
        ),
        ("2026-08-26", "Day 86 of 90. The last milestone is due on Monday, November 23.", "Day 86 of 90."),
        (
            "2026-08-01",
            "Day 90 was Thursday, October 29. 0 of 34 skills done: finish below when you are ready.",
            "Its 90 days are over.",
        ),
    ],
)
def test_any_day_will_do(alice: Person, day: str, words: str, note: str):
    start(alice, datetime.date.fromisoformat(day))

    assert lead(alice.see(SPRINT)) == words
    assert note in alice.see("/today/").by_id("today-sprint").text


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("", "Choose the day to begin on."),
        ("soon", "Write the date as year-month-day"),
        ("2026-02-30", "Write the date as year-month-day"),
        ("2025-11-17", "This is more than a year ago."),
        ("2027-11-21", "This is more than a year away."),
        ("9999-12-31", "This is more than a year away."),
    ],
)
def test_a_day_that_makes_no_sense_is_refused_beside_the_field(alice: Person, day: str, reason: str):
    answer = do(alice, "start", started_on=day)

    page = parse(answer.content.decode())
    field = page.by_id("start_started_on")
    assert answer.status_code == 422
    assert reason in page.by_id("start_started_on_error").text
    assert (field.get("aria-invalid"), field.get("value")) == ("true", day)
    assert page.all("title")[0].text == "Error: 90-day sprint · Milepost"
    assert not SprintRun.objects.exists()


def test_a_second_run_is_refused_kindly_and_the_same_one_sent_twice_is_fine(alice: Person):
    start(alice)
    said(alice)

    do(alice, "start", started_on=DAY_1)
    assert said(alice) == "Your sprint begins on Monday, October 26."

    do(alice, "start", started_on=TODAY)
    assert "You run a sprint already; its first day is Monday, October 26." in said(alice)
    assert SprintRun.objects.get().started_on == DAY_1


def test_the_database_knows_of_one_run_only(alice: Person):
    start(alice)

    with pytest.raises(AlreadyRunning):
        SprintRun.objects.start(alice.user, TODAY)
    with pytest.raises(IntegrityError):
        SprintRun.objects.create(user=alice.user, started_on=TODAY)


def test_skills_of_weeks_that_passed_are_carried_over_by_name(alice: Person):
    for slug in ("py-syntax", "py-functions", "py-data-structures", "py-files-errors", "numpy-arrays"):
        alice.tick(slug)
    alice.tick("bayes-theorem", "skipped")
    alice.tick("stats-descriptive", "learning")
    start(alice)

    carried = alice.see(SPRINT).by_id("carried-over")

    assert [row.text for row in carried.all("li")] == [
        "Loading and cleaning tables week 2",
        "Descriptive statistics week 3, learning",
        "Probability distributions week 3",
    ]
    assert carried.all("li")[0].all("a")[0].get("href") == "/skills/pandas-load-clean/"


def test_the_skills_of_this_week_are_ticked_where_they_stand(alice: Person):
    start(alice)
    said(alice)
    button = alice.see(SPRINT).by_id("tick-la-vectors")
    answer = alice.quietly(button.get("formaction"), {"state": button.get("value")}, page=SPRINT)

    update = parse(answer.content.decode())
    assert update.by_id("skill-la-vectors").get("data-state") == "done"
    assert update.by_id("week-4").get("data-state") == "learning"
    assert update.by_id("sprint-done").text == "1 of 34 skills done."
    assert "Vectors, norms and dot products done" in update.by_id("live").text
    assert week(alice.see(SPRINT), 4).all("span", class_="ok")[0].text == "done"


def test_nothing_is_carried_over_on_the_first_day(alice: Person):
    start(alice, TODAY)

    with pytest.raises(LookupError):
        alice.see(SPRINT).by_id("carried-over")


def test_a_break_moves_the_sprint_and_during_it_the_day_stands_still(alice: Person):
    start(alice)
    make_break(user=alice.user, starts_on=datetime.date(2026, 11, 18), days=5)

    page = alice.see(SPRINT)

    assert lead(page) == (
        "Day 23 of 90, on a break until it continues on Monday, November 23."
        " The first milestone is due on Sunday, November 29."
    )
    assert "Nov 16 – 27" in week(page, 4).text


def test_a_break_planned_now_is_seen_on_a_page_that_was_open(alice: Person):
    start(alice)
    said(alice)
    tag = alice.get(SPRINT)["ETag"]
    make_break(user=alice.user, starts_on=TODAY)

    assert alice.get(SPRINT, **{"if-none-match": tag}).status_code == 200


def test_after_day_90_what_is_left_is_named_and_finishing_is_at_hand(alice: Person):
    start(alice, datetime.date(2026, 8, 1))

    page = alice.see(SPRINT)
    assert len(page.by_id("carried-over").all("li")) == 34
    (fold,) = [fold for fold in page.all("details") if fold.all("button", id="finish-sprint")]
    assert "open" in fold.attributes


def test_a_milestone_reached_quietly_keeps_its_date(alice: Person):
    start(alice)
    answer = alice.quietly("/milestones/sprint-day-30/state/", {"state": "done"}, page=SPRINT)

    assert "due Nov 24" in parse(answer.content.decode()).by_id("milestone-sprint-day-30").text


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Kiritimati", 26), ("Pacific/Pago_Pago", 25), ("UTC", 25), ("Asia/Kolkata", 25)],
)
def test_the_day_is_the_learners_own(db: None, zone: str, day: int):
    """At noon in London it is tomorrow in Kiritimati and one in the morning in Pago Pago."""
    carol = Person(make_user(time_zone=zone))
    make_run(user=carol.user, started_on=DAY_1)

    assert lead(carol.see(SPRINT)).startswith(f"Day {day} of 90.")


def test_whoever_moves_keeps_the_dates(alice: Person):
    start(alice)
    alice.user.time_zone = "Pacific/Kiritimati"
    alice.user.save()

    page = alice.see(SPRINT)
    assert lead(page).startswith("Day 26 of 90.")
    assert "Nov 16 – 22" in week(page, 4).text


def test_a_clock_set_back_before_day_1_says_when_it_begins(alice: Person):
    start(alice, TODAY)
    with travel(THURSDAY - datetime.timedelta(3), tick=False):
        assert lead(alice.see(SPRINT)) == "Begins on Thursday, November 19."


def test_reading_asks_no_more_of_one_with_many_runs_and_breaks(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
):
    alice.see(SPRINT)
    with django_assert_num_queries(4):
        alice.see(SPRINT)
    for n in range(20):
        make_break(user=alice.user, starts_on=DAY_1 - datetime.timedelta(30 * n + 30))
        make_run(user=alice.user, started_on=DAY_1, ending="stopped", ended_on=TODAY)
    start(alice)
    said(alice)
    with django_assert_num_queries(4):
        alice.see(SPRINT)
