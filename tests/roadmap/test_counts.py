"""Counted skills: they fill up, the target makes them done, a lower number reopens them."""

import datetime
from typing import Any

import pytest
import time_machine

from roadmap.models import SkillProgress
from roadmap.outline import outline_for
from tests.markup import parse
from tests.person import Person

SLUG = "coding-problems-100"
PAGE = f"/skills/{SLUG}/"


def count(alice: Person, number: object, *, slug: str = SLUG, quiet: bool = True) -> Any:
    send = alice.quietly if quiet else alice.send
    return send(f"/skills/{slug}/count/", {"count": str(number)}, page=f"/skills/{slug}/")


def row(alice: Person) -> SkillProgress:
    return alice.user.skill_progress.get(skill__slug=SLUG)


def test_a_number_fills_the_bar_and_the_skill_is_under_way(alice: Person):
    before = outline_for(alice.user.pk).tally
    answer = count(alice, 25)

    assert answer.status_code == 200
    assert (row(alice).state, row(alice).count) == ("learning", 25)
    head = parse(answer.content.decode()).by_id("skill-head")
    assert "25 of 100 problems" in head.text
    assert head.all("progress")[0].get("value") == "25"
    after = outline_for(alice.user.pk)
    line = after.line(after.catalogue.skill_by_slug[SLUG])
    assert after.tally.hours_done == before.hours_done + line.skill.hours / 4
    assert after.tally.done == before.done


def test_the_target_makes_it_done_today(alice: Person):
    with time_machine.travel(datetime.datetime(2026, 7, 22, 12, tzinfo=datetime.UTC), tick=False):
        answer = count(alice, 100)

    assert answer.status_code == 200
    assert (row(alice).state, row(alice).count, str(row(alice).done_on)) == ("done", 100, "2026-07-22")


def test_more_than_the_target_is_kept_and_the_bar_stays_full(alice: Person):
    head = parse(count(alice, 143).content.decode()).by_id("skill-head")

    assert (row(alice).state, row(alice).count) == ("done", 143)
    assert head.all("progress")[0].get("value") == "100"


def test_more_on_another_day_keeps_the_day_it_was_done(alice: Person):
    alice.tick(SLUG, done_on="2026-01-05")
    count(alice, 120)

    assert (row(alice).count, str(row(alice).done_on)) == (120, "2026-01-05")


def test_a_lower_number_reopens_it_as_learning(alice: Person):
    count(alice, 100)
    count(alice, 99)

    assert (row(alice).state, row(alice).count, row(alice).done_on) == ("learning", 99, None)


def test_zero_opens_a_skill_that_was_done_and_leaves_one_under_way(alice: Person):
    count(alice, 100)
    count(alice, 0)
    assert row(alice).state == "open"

    alice.tick(SLUG, "learning")
    count(alice, 0)
    assert (row(alice).state, row(alice).count) == ("learning", 0)


def test_counting_takes_up_a_skipped_skill_again(alice: Person):
    alice.tick(SLUG, "skipped")
    count(alice, 3)

    assert (row(alice).state, row(alice).count) == ("learning", 3)


def test_calling_it_done_fills_it(alice: Person):
    count(alice, 40)
    alice.tick(SLUG)

    assert (row(alice).state, row(alice).count) == ("done", 100)


def test_calling_it_done_takes_nothing_from_a_higher_number(alice: Person):
    count(alice, 140)
    alice.tick(SLUG, "learning")
    alice.tick(SLUG)

    assert row(alice).count == 140


@pytest.mark.parametrize("state", ["learning", "skipped", "open"])
def test_other_states_leave_the_number(alice: Person, state: str):
    count(alice, 40)
    alice.tick(SLUG, state)

    assert (row(alice).state, row(alice).count) == (state, 40)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("25", 25),
        (" 25 ", 25),
        ("025", 25),
        ("25.0", 25),
        ("+25", 25),
        ("٢٥", 25),
        ("２５", 25),
        ("0", 0),
        ("9999", 9999),
    ],
)
def test_a_whole_number_is_taken_however_it_is_written(alice: Person, typed: str, number: int):
    assert count(alice, typed).status_code == 200
    assert row(alice).count == number


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "how many"),
        ("many", "whole number"),
        ("2.5", "whole number"),
        ("2,5", "whole number"),
        ("1e3", "whole number"),
        ("NaN", "whole number"),
        ("inf", "whole number"),
        ("²", "whole number"),
        ("0x10", "whole number"),
        ("25; DROP TABLE", "whole number"),
        ("9" * 5000, "whole number"),
        ("-1", "0 or more"),
        ("-99999999999999999999", "0 or more"),
        ("10000", "9999 or less"),
        ("2147483648", "9999 or less"),
        ("9223372036854775808", "9999 or less"),
    ],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_anything_else_is_refused_beside_the_field(alice: Person, typed: str, reason: str, quiet: bool):
    count(alice, 7)
    answer = count(alice, typed, quiet=quiet)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    field = page.by_id("count")
    assert field.get("aria-invalid") == "true"
    assert field.get("value") == typed, "what was typed is still there"
    assert reason in page.by_id(field.get("aria-describedby")).text
    assert row(alice).count == 7


def test_a_field_that_was_not_sent_is_asked_for(alice: Person):
    assert alice.quietly(f"/skills/{SLUG}/count/", {}, page=PAGE).status_code == 422


def test_a_skill_that_is_not_counted_takes_no_number(alice: Person):
    assert count(alice, 3, slug="py-syntax").status_code == 404
    assert not alice.user.skill_progress.exists()


def test_without_script_alice_returns_to_the_skill(alice: Person):
    answer = count(alice, 12, quiet=False)

    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert "under way" in alice.see(PAGE).by_id("live").text


def test_undo_puts_the_number_back(alice: Person):
    count(alice, 40)
    live = parse(count(alice, 100).content.decode()).by_id("live")
    token = live.named("token").get("value")
    alice.quietly("/undo/", {"token": token}, page=PAGE)

    assert (row(alice).state, row(alice).count) == ("learning", 40)


def test_the_row_on_the_roadmap_shows_the_number(alice: Person):
    count(alice, 25)

    assert "25 of 100 problems" in alice.see("/roadmap/").by_id(f"skill-{SLUG}").text
