"""This week: what is proposed, what the learner makes of it, and what is done."""

from typing import Any

import pytest
import time_machine

from roadmap.models import Skill, StudyWeek, WeekPick
from tests.markup import parse
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import DAY, FIRST, LAST, MONDAY, begin, listed, log, row

pytestmark = pytest.mark.usefixtures("noon")


def do(person: Person, slug: str, what: str, *, quiet: bool = True) -> Any:
    send = person.quietly if quiet else person.send
    answer = send(f"/week/{slug}/", {"do": what}, page="/week/")
    assert answer.status_code == (200 if quiet else 303), answer.status_code
    return answer


def test_a_newcomer_finds_a_week_along_the_trail(alice: Person):
    begin(alice, weeks_ago=0)
    page = alice.see("/week/")

    assert page.all("h1")[0].text == "This week: 10 hours, three skills"
    assert "July 20–26, week 1" in page.by_id("week-head").text
    assert listed(page) == FIRST
    assert "data-now" in row(page, "py-environment").attributes
    assert "10 h planned, 0 h done, nothing spare" in page.by_id("week-scale").text
    assert "Build 70%" in page.by_id("week-balance").text


def test_the_bar_says_in_words_what_it_shows(alice: Person):
    begin(alice)
    log(alice, "py-environment", 1.5, MONDAY)
    (drawing,) = alice.see("/week/").by_id("week-scale").all("svg")

    assert drawing.get("aria-label") == (
        "10 h planned, 1.5 h done, nothing spare. Planned: Python environment and editor 3.5,"
        " Command line basics 3.5, Vectors, norms and dot products 3."
    )
    assert drawing.all("rect", class_="fill")[0].get("width") == "15.0%"


def test_what_was_planned_last_week_and_not_done_is_carried_over(alice: Person):
    begin(alice)
    alice.tick("py-environment", done_on=str(LAST + DAY))
    log(alice, "command-line", 4, LAST)
    page = alice.see("/week/")

    assert "Goes on" in row(page, "command-line").text
    assert "1.5 of 5.5 hours are left." in row(page, "command-line").text
    assert "Carried over" in row(page, "la-vectors").text
    assert "Carried" not in row(page, "git-basics").text


def test_a_tick_moves_no_row(alice: Person):
    begin(alice)
    for slug in FIRST:
        answer = alice.tick(slug, page="/week/")
        piece = parse(answer.content.decode())
        assert listed(piece) == FIRST
        assert row(piece, slug).get("data-state") == "done"
        assert listed(alice.see("/week/")) == FIRST

    assert "Done today." in row(alice.see("/week/"), "la-vectors").text


def test_a_tick_without_script_comes_back_to_the_week(alice: Person):
    begin(alice)
    answer = alice.tick("py-environment", page="/week/", quiet=False)

    assert (answer.status_code, answer["Location"]) == (303, "/week/")


def test_next_week_begins_with_what_is_left(alice: Person):
    begin(alice)
    for slug in FIRST:
        alice.tick(slug)
    with time_machine.travel(NOON + 7 * DAY, tick=False):
        page = alice.see("/week/")

    assert not set(listed(page)) & set(FIRST)
    assert "Carried" not in page.by_id("week-list").text


def test_a_skipped_skill_leaves_the_week(alice: Person):
    begin(alice)
    alice.tick("command-line", "skipped", page="/week/")

    assert "command-line" not in listed(alice.see("/week/"))


def test_alice_pins_what_she_wants_and_it_stays(alice: Person):
    begin(alice)
    do(alice, "la-vectors", "pin")
    alice.quietly("/week/hours/", {"hours": "2"}, page="/week/")
    page = alice.see("/week/")

    assert "la-vectors" in listed(page)
    assert row(page, "la-vectors").by_id("pin-la-vectors").get("aria-pressed") == "true"
    do(alice, "la-vectors", "unpin")
    assert listed(alice.see("/week/")) == ["py-environment"]


@pytest.mark.parametrize("quiet", [True, False])
def test_what_is_dropped_can_be_put_back(alice: Person, quiet: bool):
    begin(alice)
    do(alice, "command-line", "drop", quiet=quiet)
    page = alice.see("/week/")
    assert "command-line" not in listed(page)
    assert "Command line basics" in page.by_id("week-dropped").text

    do(alice, "command-line", "back", quiet=quiet)
    page = alice.see("/week/")
    assert listed(page) == FIRST
    assert "hidden" in page.by_id("week-dropped").attributes
    assert not WeekPick.objects.filter(choice="pinned").exists()


def test_what_had_no_place_of_its_own_comes_back_pinned(alice: Person):
    begin(alice)
    for what in ("pin", "drop", "back"):
        do(alice, "sql-basics", what)

    assert "sql-basics" in listed(alice.see("/week/"))
    assert WeekPick.objects.get().choice == "pinned"


def test_dropping_changes_this_week_alone(alice: Person):
    begin(alice)
    do(alice, "command-line", "drop")
    for slug in listed(alice.see("/week/")):
        alice.tick(slug)
    with time_machine.travel(NOON + 7 * DAY, tick=False):
        assert "command-line" in listed(alice.see("/week/"))


def test_rows_move_by_one_and_stop_at_the_ends(alice: Person):
    begin(alice)
    do(alice, "la-vectors", "up")
    assert listed(alice.see("/week/")) == ["py-environment", "la-vectors", "command-line"]

    for _ in range(3):
        answer = do(alice, "la-vectors", "up")
    assert listed(parse(answer.content.decode())) == ["la-vectors", "py-environment", "command-line"]
    assert "number 1 of 3 this week" in parse(answer.content.decode()).by_id("live").text

    do(alice, "py-environment", "down")
    assert listed(alice.see("/week/")) == ["la-vectors", "command-line", "py-environment"]


def test_moving_pins_nothing_and_unpins_nothing(alice: Person):
    begin(alice)
    do(alice, "py-environment", "pin")
    do(alice, "la-vectors", "up")

    choices = dict(WeekPick.objects.values_list("skill__slug", "choice"))
    assert choices == {"py-environment": "pinned", "la-vectors": "proposed", "command-line": "proposed"}


@pytest.mark.parametrize("what", ["pin", "unpin", "drop", "back"])
def test_a_repeat_changes_nothing(alice: Person, what: str):
    begin(alice)
    do(alice, "command-line", what)
    before = list(WeekPick.objects.values_list())
    page = listed(alice.see("/week/"))
    do(alice, "command-line", what)

    assert list(WeekPick.objects.values_list()) == before
    assert listed(alice.see("/week/")) == page


def test_any_skill_of_the_roadmap_can_be_added(alice: Person):
    begin(alice)
    page = alice.see("/week/")
    offered = [option.get("value") for option in page.by_id("week_skill").all("option")]
    assert "gradient-descent-from-scratch" in offered
    assert not set(offered) & set(FIRST)

    answer = alice.send("/week/add/", {"skill": "gradient-descent-from-scratch"}, page="/week/")
    assert answer["Location"] == "/week/"
    page = alice.see("/week/")
    assert "gradient-descent-from-scratch" in listed(page)
    assert "Best after" in row(page, "gradient-descent-from-scratch").text


@pytest.mark.parametrize("sent", [{}, {"skill": ""}, {"skill": "no-such-skill"}, {"skill": "no such"}])
def test_a_skill_that_is_none_is_refused_beside_the_field(alice: Person, sent: dict[str, str]):
    begin(alice)
    for answer in (alice.send("/week/add/", sent), alice.quietly("/week/add/", sent, page="/week/")):
        assert answer.status_code == 422
        field = parse(answer.content.decode()).by_id("week_skill")
        assert field.get("aria-invalid") == "true"
    assert not WeekPick.objects.exists()


def test_an_unknown_skill_has_no_row_to_change(alice: Person):
    assert alice.quietly("/week/no-such-skill/", {"do": "pin"}).status_code == 404
    assert alice.quietly("/week/py-syntax/", {"do": "burn"}).status_code == 422
    assert alice.send("/week/py-syntax/", {}).status_code == 422


def test_what_is_done_or_not_chosen_is_not_pinned(alice: Person):
    begin(alice)
    alice.tick("sql-basics", done_on=str(LAST))
    for slug, reason in (("sql-basics", "is done already"), ("nlp-transformers", "not in your roadmap")):
        if Skill.objects.filter(slug=slug).exists():
            assert reason in do(alice, slug, "pin").content.decode()
    assert not WeekPick.objects.exists()


def test_hours_hold_for_this_week_alone(alice: Person):
    begin(alice)
    answer = alice.quietly("/week/hours/", {"hours": "20.5"}, page="/week/")
    assert "Planned again for 20.5 hours, this week only." in answer.content.decode()
    page = alice.see("/week/")
    assert page.all("h1")[0].text.startswith("This week: 20.5 hours")
    assert "Usually 10 h" in page.by_id("week-hours").text

    with time_machine.travel(NOON + 7 * DAY, tick=False):
        assert alice.see("/week/").all("h1")[0].text.startswith("This week: 10 hours")
    alice.send("/week/hours/", {"hours": ""}, page="/week/")
    assert StudyWeek.objects.get().hours is None
    assert alice.see("/week/").all("h1")[0].text.startswith("This week: 10 hours")


@pytest.mark.parametrize("hours", ["-1", "100.5", "7.3", "many", "nan", "inf", "1e309", "٣٣٣"])
def test_hours_that_no_week_has_are_refused_and_kept_in_the_field(alice: Person, hours: str):
    begin(alice)
    for answer in (
        alice.send("/week/hours/", {"hours": hours}, page="/week/"),
        alice.quietly("/week/hours/", {"hours": hours}, page="/week/"),
    ):
        assert answer.status_code == 422
        page = parse(answer.content.decode())
        assert page.by_id("week_hours").get("aria-describedby") == "week_hours_error"
        assert page.by_id("week_hours").get("value") == hours
        assert page.by_id("week_hours_error").text
    assert not StudyWeek.objects.exists()


def test_a_stranger_changes_nothing_of_hers(alice: Person, bob: Person):
    begin(alice)
    begin(bob)
    do(bob, "py-environment", "drop")
    do(bob, "la-vectors", "up")
    bob.quietly("/week/hours/", {"hours": "1"}, page="/week/")

    assert listed(alice.see("/week/")) == FIRST
    assert listed(bob.see("/week/")) != FIRST


def test_a_page_that_has_not_changed_is_not_sent_again(alice: Person):
    begin(alice)
    tag = alice.get("/week/")["ETag"]
    assert alice.get("/week/", **{"If-None-Match": tag}).status_code == 304

    log(alice, "py-environment", 1, MONDAY)
    assert alice.get("/week/", **{"If-None-Match": tag}).status_code == 200
