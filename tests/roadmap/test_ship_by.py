"""The day by which a learner means to ship a project."""

import datetime

import pytest
from time_machine import travel

from roadmap.models import Build
from tests.markup import parse
from tests.person import Person
from tests.roadmap.clock import SUNDAY
from tests.roadmap.project_page import LIST, ONE, README, SHIP, met, row

pytestmark = pytest.mark.usefixtures("a_sunday")


def test_a_day_to_ship_by_is_set_shown_and_cleared(alice: Person) -> None:
    update = parse(alice.quietly(SHIP, {"ship_by": "2027-01-10"}, page=ONE).content.decode())
    assert update.by_id("live").text == "End-to-end ML pipeline: ship by Jan 10, 2027."
    assert "You ship by Jan 10, 2027." in update.by_id("ship-by").text
    assert update.by_id("id_ship_by").get("value") == "2027-01-10"
    assert "data-now" in row(update, "p1-r1").attributes, "a project with a date is under way"
    assert "ship by Jan 10, 2027" in alice.see(LIST).by_id("project-project-1").text

    update = parse(alice.quietly(SHIP, {"ship_by": ""}, page=ONE).content.decode())
    assert update.by_id("live").text == "End-to-end ML pipeline has no date to ship by."
    assert Build.objects.get().ship_by is None


def test_today_is_early_enough(alice: Person) -> None:
    alice.quietly(SHIP, {"ship_by": "2026-11-22"})

    assert "You ship by today." in alice.see(ONE).by_id("ship-by").text


def test_today_is_the_learners_own(alice: Person) -> None:
    alice.user.time_zone = "Pacific/Kiritimati"
    alice.user.save()

    assert alice.quietly(SHIP, {"ship_by": "2026-11-22"}).status_code == 422, "there it is Monday already"
    assert alice.quietly(SHIP, {"ship_by": "2026-11-23"}).status_code == 200


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-11-21", "This day has passed."),
        ("0001-01-01", "This day has passed."),
        ("2032-11-22", "This is more than five years away."),
        ("9999-12-31", "This is more than five years away."),
        ("99999-01-01", "Write the date as year-month-day"),
        ("2027-02-30", "Write the date as year-month-day"),
        ("soon", "Write the date as year-month-day"),
        ("1" * 10_000, "Write the date as year-month-day"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused_beside_the_field(alice: Person, day: str, reason: str) -> None:
    alice.quietly(SHIP, {"ship_by": "2027-01-10"})

    for answer in (
        alice.quietly(SHIP, {"ship_by": day}, page=ONE),
        alice.send(SHIP, {"ship_by": day}, page=ONE),
    ):
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id("id_ship_by_error").text
        assert page.by_id("id_ship_by").get("aria-invalid") == "true"
        assert page.by_id("id_ship_by").get("aria-describedby") == "id_ship_by_error"
        assert page.by_id("id_ship_by").get("value") == day, "what was typed stays"
    assert Build.objects.get().ship_by == datetime.date(2027, 1, 10)


def test_a_refused_day_without_script_keeps_the_page_around_it(alice: Person) -> None:
    alice.quietly(f"{ONE}note/", {"text": "An idea"})

    page = parse(alice.send(SHIP, {"ship_by": "2020-01-01"}, page=ONE).content.decode())

    assert page.all("title")[0].text.startswith("Error: End-to-end ML pipeline")
    assert page.all("textarea")[0].text == "An idea"
    answer = alice.send(SHIP, {"ship_by": "2027-01-10"}, page=SHIP)
    assert (answer.status_code, answer["Location"]) == (303, ONE)
    assert alice.tick("p1-collect", page=SHIP, quiet=False)["Location"] == ONE


def test_a_day_that_has_passed_meanwhile_scolds_nobody(alice: Person) -> None:
    alice.quietly(SHIP, {"ship_by": "2026-11-25"})

    with travel(SUNDAY + datetime.timedelta(days=10), tick=False):
        text = alice.see(ONE).by_id("ship-by").text

    assert "You meant to ship by Nov 25. Move the date or carry on: nothing is lost." in text


def test_ticks_and_date_do_not_overwrite_each_other(alice: Person) -> None:
    alice.quietly(SHIP, {"ship_by": "2027-01-10"})
    alice.quietly(README, {"state": "done"})
    alice.quietly(SHIP, {"ship_by": "2027-02-10"})

    page = alice.see(ONE)
    assert met(page) == "1 of 6"
    assert page.by_id("id_ship_by").get("value") == "2027-02-10"
