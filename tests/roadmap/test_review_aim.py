"""Alice has an interview: until then she is asked what helps most on that day."""

import pytest
import time_machine

from tests.factories import make_card
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.review_desk import GOOD, SKILL, TODAY, ago, answer, asked, bank, form, key

SETTINGS = "/settings/review/"


pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def learnt(alice: Person) -> Person:
    """Alice, who has answered all questions on one skill lately: none is due, the first fades fastest."""
    alice.tick(SKILL, "done")
    for place, question in enumerate(bank()):
        make_card(user=alice.user, question=question, days_ago=2, stability=5 + 40 * place)
    return alice


def plan(person: Person, *, cap: int = 20, days: int | None = None) -> None:
    date = "" if days is None else str(ago(-days))
    reply = person.send(SETTINGS, {"daily_cap": str(cap), "interview_on": date}, page=SETTINGS)
    assert reply.status_code == 303


def row(page: Node) -> list[str]:
    return [cell.text for cell in page.all("tbody")[0].all("tr")[0].elements]


def test_cards_are_brought_forward_until_the_day_and_then_no_more(learnt: Person):
    assert asked(learnt) == ""
    plan(learnt, cap=1, days=30)
    assert asked(learnt) == key(bank()[0]), "what would be forgotten most by then"
    with time_machine.travel(NOON.replace(month=8, day=21), tick=False):
        faded = asked(Person(learnt.user))
    assert faded, "on the day itself, and after it, what is due is asked"
    learnt.user.review_cards.update(due_on=ago(-100))
    with time_machine.travel(NOON.replace(month=8, day=21), tick=False):
        assert asked(Person(learnt.user)) == ""


def test_the_cap_holds_and_what_was_answered_today_is_not_asked_again(learnt: Person):
    plan(learnt, cap=2, days=30)
    seen = {form(learnt.see("/review/"))["card"]}
    answer(learnt, GOOD)
    seen.add(asked(learnt))
    answer(learnt, GOOD)

    assert len(seen) == 2
    assert asked(learnt) == ""


def test_the_topics_show_recall_today_and_on_the_day(learnt: Person):
    page = learnt.see("/review/topics/")
    assert row(page)[1] == f"{len(bank())} of {len(bank())}"
    assert len(row(page)) == 3
    plan(learnt, days=30)
    page = learnt.see("/review/topics/")
    today, then = (int(text.strip(" %")) for text in row(page)[2:])
    assert 50 < then < today <= 100
    assert "on Aug 21" in page.text

    for _ in bank():
        answer(learnt, GOOD)
    assert int(row(learnt.see("/review/topics/"))[3].strip(" %")) > then
    with time_machine.travel(NOON.replace(month=9), tick=False):
        page = Person(learnt.user).see("/review/topics/")
        assert len(row(page)) == 3
        assert "is over" in page.text


def test_a_topic_never_asked_has_no_recall(alice: Person):
    assert "Questions come with the skills" in alice.see("/review/topics/").text
    alice.tick(SKILL, "learning")

    assert row(alice.see("/review/topics/"))[1:] == [f"0 of {len(bank())}", "not yet"]


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"daily_cap": ""}, "daily_cap", "Write how many questions a day"),
        ({"daily_cap": "0"}, "daily_cap", "Write 1 or more."),
        ({"daily_cap": "201"}, "daily_cap", "Write 200 or less"),
        ({"daily_cap": "some"}, "daily_cap", "Write a whole number."),
        ({"interview_on": "2026-07-21"}, "interview_on", "This day is over."),
        ({"interview_on": "2036-07-21"}, "interview_on", "more than three years away"),
        ({"interview_on": "soon"}, "interview_on", "Write the date as year-month-day"),
    ],
)
def test_terms_that_make_no_sense_are_refused(alice: Person, fields: dict[str, str], field: str, reason: str):
    good = {"daily_cap": "15", "interview_on": str(TODAY)}
    reply = alice.send(SETTINGS, good | fields, page=SETTINGS)

    assert reply.status_code == 422
    page = parse(reply.content.decode())
    assert reason in page.by_id(f"review_{field}_error").text
    assert page.by_id(f"review_{field}").get("value") == fields[field]
    assert not hasattr(alice.user, "review_plan")


def test_a_date_that_is_over_by_now_may_stay(alice: Person):
    plan(alice, cap=15, days=1)
    with time_machine.travel(NOON.replace(month=9), tick=False):
        alice = Person(alice.user)
        page = alice.see(SETTINGS)
        date = page.by_id("review_interview_on").get("value")
        assert date == str(ago(-1))
        reply = alice.send(SETTINGS, {"daily_cap": "9", "interview_on": date}, page=SETTINGS)
        assert reply.status_code == 303
        assert alice.see(SETTINGS).by_id("review_daily_cap").get("value") == "9"
