"""“Now” on the page of the week is what Today names, and hours are said only to those who want them."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import MONDAY, begin, listed, log, row


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def now_on_today(person: Person) -> str:
    rows = person.see("/today/").by_id("next").all("li", class_="stop")
    (now,) = [node for node in rows if "data-now" in node.attributes]
    return now.id.removeprefix("skill-")


def test_now_is_the_step_that_today_names(alice: Person):
    begin(alice)
    for slug in ("py-environment", "command-line", "la-vectors"):
        page = alice.see("/week/")
        rows = page.by_id("week-list").all("li", class_="stop")
        marked = [node.id.removeprefix("skill-") for node in rows if "data-now" in node.attributes]
        assert marked == [slug for slug in listed(page) if slug == now_on_today(alice)]
        alice.tick(slug)


def test_a_step_that_is_not_in_this_week_is_said_and_can_be_added(alice: Person):
    begin(alice)
    alice.tick("sql-basics", "learning")
    assert now_on_today(alice) == "sql-basics"
    page = alice.see("/week/").by_id("week-list")

    assert "Next on your trail, but not in this week: SQL basics." in page.text
    assert not [node for node in page.all("li") if "data-now" in node.attributes]
    alice.send("/week/add/", {"skill": "sql-basics"}, page="/week/")
    after = alice.see("/week/")
    assert "data-now" in row(after, "sql-basics").attributes
    assert "but not in this week" not in after.by_id("week-list").text


def test_a_week_without_hours_shown_counts_its_skills(alice: Person):
    begin(alice, forecast_shown=False)
    log(alice, "py-environment", 1.5, MONDAY)
    alice.tick("py-environment")
    page = alice.see("/week/")

    assert page.all("h1")[0].text == "This week: three skills"
    assert "1 of three skills done, 1.5 h logged" in page.by_id("week-scale").text
    assert page.by_id("week_hours").get("value") == ""
    answer = alice.send("/week/hours/", {"hours": "900"}, page="/week/")
    assert answer.status_code == 422
    assert 'value="900"' in answer.content.decode(), "what was typed is not lost"
