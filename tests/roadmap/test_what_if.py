"""What would be at another pace, with a skill less to learn or a week off more; nothing is saved."""

import re

import pytest

from roadmap.outline import outline_for
from tests.person import Person
from tests.roadmap.progress_page import lead, terms

pytestmark = pytest.mark.usefixtures("noon")


def said(person: Person, query: str) -> str:
    return person.see(f"/progress/?{query}").by_id("if-said").text


def test_more_hours_come_sooner_and_nothing_is_saved(alice: Person):
    before = alice.see("/progress/")
    told = said(alice, "hours=20")

    assert re.search(r"20 hours a week: [\d,]+ days sooner\.", told)
    assert "At 20 hours a week you arrive around" in told
    assert "Nothing was saved." in told
    assert lead(alice.see("/progress/")) == lead(before)
    assert outline_for(alice.user.pk).marks.weekly_hours is None


def test_a_break_comes_later(alice: Person):
    told = said(alice, "break_from=2026-10-05&break_to=2026-10-11")

    assert re.search(r"to Oct 11, 2026: \d+ days later\.", told)


def test_without_a_specialization_it_is_less(alice: Person):
    alice.send("/specializations/", {"specialization": "nlp"})

    assert re.search(r"Without .+: \d+ days sooner\.", said(alice, "without=nlp"))


def test_the_same_hours_are_the_same_day(alice: Person):
    assert "10 hours a week: The same day." in said(alice, "hours=10")


def test_no_hours_take_the_date_away(alice: Person):
    told = said(alice, "hours=0")

    assert "There is no date with that." in told
    assert "Without hours there is no date." in told


def test_hours_bring_a_date_where_there_was_none(alice: Person):
    terms(alice, weekly_hours=0)

    assert "That brings a date." in said(alice, "hours=10")


def test_an_empty_question_is_none(alice: Person):
    assert said(alice, "hours=&without=&break_from=&break_to=") == ""


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("hours=abc", "hours", "Write a number of hours"),
        ("hours=nan", "hours", "Write a number of hours"),
        ("hours=inf", "hours", "Write a number of hours"),
        ("hours=-1", "hours", "Write 0 hours or more."),
        ("hours=100.5", "hours", "Write 100 hours or less"),
        ("without=cooking", "without", "none of your specializations"),
        ("without=recsys", "without", "none of your specializations"),
        ("break_from=tomorrow&break_to=2026-10-11", "break_from", "Write the date as year-month-day"),
        ("break_from=2026-10-05", "break_to", "Choose the last day of the break as well."),
        ("break_to=2026-10-05", "break_from", "Choose the first day of the break as well."),
        ("break_from=2026-10-05&break_to=2026-10-04", "break_to", "Take a day on or after the first one."),
        ("break_from=2020-01-01&break_to=2026-10-04", "break_from", "Take today or a later day."),
        ("break_from=2026-10-05&break_to=9999-12-31", "break_to", "Take a day within the next five years."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(alice: Person, query: str, field: str, words: str):
    alice.send("/specializations/", {"specialization": "nlp"})
    page = alice.see(f"/progress/?{query}")

    assert words in page.by_id(f"if_{field}_error").text
    assert page.by_id(f"if_{field}").get("aria-invalid") == "true"
    assert page.all("title")[0].text.startswith("Error: ")
    assert page.by_id("if-said").text == ""


def test_a_wrong_specialization_is_told_though_there_is_no_choice(alice: Person):
    assert "none of your specializations" in alice.see("/progress/?without=nlp").by_id("errors").text
