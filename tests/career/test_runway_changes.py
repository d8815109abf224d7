"""Alice saves, copies and deletes her scenarios; what cannot be is refused and nothing is lost."""

import datetime
import uuid
from typing import Any

import pytest

from career.models import Budget, BudgetCost
from tests.career.money import NEW, RUNWAY, amounts, numbers, save
from tests.career.rows import make_budget
from tests.career.story_book import token_of
from tests.markup import parse
from tests.person import Person

LAPTOP = {"cost-0-on": "2027-03-01", "cost-0-what": "Laptop", "cost-0-amount": "900"}


def test_sent_twice_it_is_there_once(alice: Person):
    fields = numbers(alice, budget=str(uuid.uuid4()), **LAPTOP)
    for _ in range(2):
        answer = alice.send(NEW, fields, page=NEW)
        assert (answer.status_code, answer["Location"]) == (303, f"{RUNWAY}?budget={fields['budget']}")

    assert Budget.objects.count() == BudgetCost.objects.count() == 1


def test_an_id_of_a_stranger_is_replaced(alice: Person, bob: Person):
    hers = save(alice)
    save(bob, budget=str(hers.pk), savings="1")

    assert Budget.objects.get(user=bob.user).pk != hers.pk
    assert Budget.objects.get(user=alice.user).savings == 6000


def test_everything_can_be_changed_later(alice: Person):
    row = save(alice, **LAPTOP)
    changed = numbers(
        alice,
        name="With my sister's flat",
        currency="eur",
        bridge="250",
        bridge_from=f"{alice.user.today():%Y-%m}",
        **{"cost-1-on": "2027-04-01", "cost-1-what": "Exam", "cost-1-amount": "150"},
    )
    answer = alice.send(f"{RUNWAY}{row.pk}/", changed, page=RUNWAY)

    assert answer.status_code == 303
    row = Budget.objects.get()
    assert (row.name, row.currency) == ("With my sister's flat", "EUR")
    assert row.bridge == 250
    assert row.bridge_from == alice.user.today().replace(day=1)
    assert [cost.what for cost in row.costs.all()] == ["Exam"], "the emptied row is taken out"


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"savings": "-1"}, "savings", "Write 0 or more"),
        ({"savings": ""}, "savings", "Write an amount"),
        ({"savings": "1.200,50"}, "savings", "Write a point before the cents"),
        ({"expenses": "99999999999"}, "expenses", "Write 9,999,999,999.99 or less."),
        ({"income": "1e9"}, "income", "Write an amount in digits"),
        ({"currency": "pounds"}, "currency", "three letters"),
        ({"currency": "£"}, "currency", "three letters"),
        ({"name": ""}, "name", "Give it a name"),
        ({"as_of": "2999-01-01"}, "as_of", "Take today or an earlier day"),
        ({"as_of": "2001-01-01"}, "as_of", "more than a year ago"),
        ({"as_of": "yesterday"}, "as_of", "year-month-day"),
        ({"bridge": "250"}, "bridge_from", "Choose the month from which it comes."),
        ({"bridge_from": "1999-01"}, "bridge_from", "Choose a month from the list."),
        ({"search_weeks": "105"}, "search_weeks", "104 weeks or less"),
        ({"search_weeks": "-1"}, "search_weeks", "0 weeks or more"),
        ({"cost-0-what": "Laptop"}, "cost-0-amount", "Write the amount."),
        ({"cost-0-what": "Laptop", "cost-0-amount": "9"}, "cost-0-on", "Choose the day."),
        ({"cost-0-on": "2027-03-01", "cost-0-amount": "9"}, "cost-0-what", "Say what for."),
        (LAPTOP | {"cost-0-amount": "-9"}, "cost-0-amount", "Write 0 or more"),
        (LAPTOP | {"cost-0-on": "0001-01-01"}, "cost-0-on", "Take a later day."),
        (LAPTOP | {"cost-0-on": "9999-12-31"}, "cost-0-on", "Take an earlier day."),
    ],
)
@pytest.mark.parametrize("is_new", [True, False])
def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_lost(
    alice: Person, fields: dict[str, Any], field: str, words: str, is_new: bool
):
    row = None if is_new else save(alice, savings="777")
    before = [amounts(one) for one in Budget.objects.all()]
    sent = numbers(alice, **fields)
    answer = alice.send(NEW if row is None else f"{RUNWAY}{row.pk}/", sent, page=RUNWAY)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.all("title")[0].text.startswith("Error:")
    control = page.named(field)
    assert control.get("aria-invalid") == "true"
    assert words in page.by_id(f"{control.id}_error").text
    assert f"{control.id}_error" in control.get("aria-describedby")
    for name, value in sent.items():
        control = page.named(name)
        if control.tag == "input" and name != "budget":
            assert control.get("value") == value, name
    assert [amounts(one) for one in Budget.objects.all()] == before


def test_a_bridge_cannot_end_before_it_begins(alice: Person):
    month = alice.user.today().replace(day=1)
    later = (month + datetime.timedelta(70)).replace(day=1)
    sent = numbers(alice, bridge="1", bridge_from=f"{later:%Y-%m}", bridge_until=f"{month:%Y-%m}")
    answer = alice.send(NEW, sent, page=NEW)

    assert answer.status_code == 422
    assert "Take the month in which it begins" in answer.content.decode()


def test_a_copy_has_the_costs_too_and_is_made_once(alice: Person):
    row = save(alice, **LAPTOP)
    for _ in range(2):
        answer = alice.send(f"{RUNWAY}{row.pk}/copy/", {"copy": str(uuid.UUID(int=7))}, page=RUNWAY)
        assert answer.status_code == 303

    copy = Budget.objects.exclude(pk=row.pk).get()
    assert copy.name == "As it is, copy"
    assert amounts(copy)[1:] == amounts(row)[1:]


def test_there_is_an_end_to_scenarios(alice: Person):
    for number in range(Budget.MOST):
        row = make_budget(user=alice.user, name=str(number))
    answer = alice.send(NEW, numbers(alice, name="One more"), page=NEW)
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "as many as fit" in page.by_id("errors").text
    assert page.named("name").get("value") == "One more"

    assert alice.send(f"{RUNWAY}{row.pk}/copy/", {"copy": ""}, page=RUNWAY).status_code == 303
    assert Budget.objects.count() == Budget.MOST


def test_a_deleted_scenario_comes_back_with_undo(alice: Person):
    row = save(alice, **LAPTOP)
    save(alice, name="Another")
    answer = alice.send(f"{RUNWAY}{row.pk}/delete/", page=RUNWAY)
    assert (answer.status_code, answer["Location"]) == (303, RUNWAY)
    page = alice.see(RUNWAY)
    assert "As it is is deleted." in page.by_id("live").text
    assert page.named("name").get("value") == "Another", "what is deleted is out of sight"
    assert str(row.pk) not in str([link.get("href") for link in page.all("a")])
    assert alice.get(f"{RUNWAY}?budget={row.pk}").status_code == 404
    assert alice.send(f"{RUNWAY}{row.pk}/", numbers(alice), page=RUNWAY).status_code == 404
    assert Budget.objects.count() == 1

    alice.send("/undo/", {"token": token_of(page)}, page=RUNWAY)
    assert amounts(Budget.objects.get(pk=row.pk))[-1] == [("2027-03-01", "Laptop", 900)]


def test_all_of_it_is_deleted_for_good_once_one_is_sure(alice: Person, bob: Person):
    row, other = save(alice, **LAPTOP), save(alice, name="Another")
    save(bob)
    alice.send(f"{RUNWAY}{other.pk}/delete/", page=RUNWAY)
    page = alice.see(RUNWAY)
    undo = token_of(page)
    assert row.name in alice.see(f"{RUNWAY}delete/").text

    answer = alice.send(f"{RUNWAY}delete/", page=f"{RUNWAY}delete/")
    assert answer.status_code == 422
    assert "Tick the box first." in answer.content.decode()
    assert Budget.everything.filter(user=alice.user).count() == 2

    for _ in range(2):
        answer = alice.send(f"{RUNWAY}delete/", {"sure": "yes"}, page=f"{RUNWAY}delete/")
        assert (answer.status_code, answer["Location"]) == (303, NEW)
    assert not Budget.everything.filter(user=alice.user).exists()
    assert BudgetCost.objects.count() == 0
    alice.send("/undo/", {"token": undo}, page=RUNWAY)
    assert not Budget.everything.filter(user=alice.user).exists(), "Undo brings nothing back"
    assert Budget.objects.filter(user=bob.user).count() == 1


@pytest.mark.parametrize("what", ["", "copy/", "delete/"])
def test_a_stranger_finds_nothing(alice: Person, bob: Person, what: str):
    row = save(alice)
    before = amounts(row)
    answer = bob.send(f"{RUNWAY}{row.pk}/{what}", numbers(bob, savings="1"), page=RUNWAY)

    assert answer.status_code == 404
    assert amounts(Budget.objects.get()) == before
