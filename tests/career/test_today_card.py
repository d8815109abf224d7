"""Today tells Alice which actions of her job search are due."""

from typing import Any

import pytest

from tests.career.application_book import CARD, DAY
from tests.career.rows import make_application
from tests.markup import parse
from tests.person import Person


def test_with_nothing_due_there_is_nothing(alice: Person):
    make_application(user=alice.user, next_step="Call", next_on=alice.user.today() + DAY)
    answer = alice.get(CARD)

    assert (answer.status_code, answer.content) == (200, b"")


def test_what_is_due_is_named_the_oldest_first(alice: Person):
    today = alice.user.today()
    for company, days in [("Today Ltd", 0), ("Old <b>", 3), ("Ahead", -1), ("Middle", 1), ("Fourth", 0)]:
        make_application(user=alice.user, company=company, next_step="Follow up", next_on=today - days * DAY)
    card = parse(alice.get(CARD).content.decode())

    assert [item.all("a")[0].text for item in card.all("li")] == [
        "Follow up with Old <b>",
        "Follow up with Middle",
        "Follow up with Today Ltd",
    ]
    assert "All that is due" in card.text


def test_what_is_over_or_put_away_is_not_due(alice: Person, bob: Person):
    today = alice.user.today()
    due: dict[str, Any] = {"next_step": "Call", "next_on": today}
    make_application(user=alice.user, moves=(("rejected", today),), **due)
    make_application(user=alice.user, archived_at="2026-01-05T12:00Z", **due)
    make_application(user=bob.user, **due)

    assert alice.get(CARD).content == b""


def test_today_asks_for_it_by_its_address(alice: Person):
    page = alice.see("/today/")
    (place,) = [node for node in page if node.get("hx-get") == CARD]

    assert place.get("hx-trigger") == "load"
    assert place.text == ""


def test_a_visitor_is_asked_to_log_in(db: None):
    assert Person().get(CARD).status_code == 302


@pytest.mark.django_db
def test_it_costs_few_statements_however_much_is_due(alice: Person, django_assert_max_num_queries):
    for _ in range(20):
        make_application(user=alice.user, next_step="Call", next_on=alice.user.today())
    with django_assert_max_num_queries(4):
        alice.get(CARD)
