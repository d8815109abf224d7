"""Alice sums up what she lives on, against the dates of her forecast."""

import datetime
import logging
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.models import Budget
from tests.career.money import NEW, PREVIEW, RUNWAY, amounts, numbers, save
from tests.career.rows import make_budget
from tests.factories import make_log
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.progress_page import terms


def result(person: Person, path: str = RUNWAY) -> Node:
    return person.see(path).by_id("runway")


def test_the_first_visit_leads_to_an_empty_form(alice: Person):
    answer = alice.get(RUNWAY)
    assert (answer.status_code, answer["Location"]) == (302, NEW)

    page = alice.see(NEW)
    assert page.named("as_of").get("value") == alice.user.today().isoformat()
    assert page.named("currency").get("value") == "USD"
    assert "the sum appears here" in page.by_id("runway").text


def test_savings_are_summed_up_to_a_day(alice: Person):
    row = save(alice)
    page = result(alice, f"{RUNWAY}?budget={row.pk}")

    assert page.by_id("out-h").text.startswith(("5 months", "6 months"))
    assert "You hold 6 months, 6 to 12." in page.text
    assert "£6,000 to £12,000 for you" in page.text
    assert "A simple sum, not financial advice." in page.text
    table = page.all("table")[0].all("tbody")[0].all("tr")
    assert len(table) in (7, 8)
    assert table[-1].all("td")[-1].get("class") == "n err"


def test_a_gap_is_told_in_weeks_with_ways_to_close_it(alice: Person):
    make_log(user=alice.user, weeks=8, hours=25)
    save(alice, savings="20,000")
    page = result(alice)

    assert "Money to " in page.text
    assert " short" in page.text
    assert "and 12 weeks to find a job" in page.text
    ways = [item.text for item in page.by_id("ways").all("li")]
    assert any("less a month" in way for way in ways)
    assert any("of bridge income" in way for way in ways)


def test_each_way_that_is_told_really_closes_it(alice: Person):
    make_log(user=alice.user, weeks=8, hours=25)
    row = save(alice, savings="20,000")
    alice.send("/specializations/", {"specialization": "nlp"})
    told = {item.all("span")[0].text: item.all("b")[0].text for item in result(alice).by_id("ways").all("li")}
    bridge = next(way for way in told if "bridge" in way)
    since = datetime.datetime.strptime(told[bridge].split(" to ")[0], "from %B %Y").date()

    row.bridge = Decimal(bridge.split()[0].strip("£").replace(",", ""))
    row.bridge_from = since
    row.save()

    page = result(alice)
    assert "to spare after the late one." in page.text or "The same day" in page.text
    assert not page.where(lambda node: node.id == "ways")


def test_enough_money_is_said_and_nothing_has_to_change(alice: Person):
    make_log(user=alice.user, weeks=8, hours=25)
    save(alice, savings="900,000")
    page = result(alice)

    assert "it reaches both." in page.text or "to spare after the late one." in page.text
    assert not page.where(lambda node: node.id == "ways")


def test_with_forecasts_off_it_is_compared_with_nothing(alice: Person):
    make_log(user=alice.user, weeks=8)
    save(alice)
    terms(alice, forecast_shown=False)
    page = result(alice)

    assert "Forecasts are switched off in your plan, so this is compared with nothing." in page.text
    assert "plan to" not in page.text
    assert "Needed until" not in page.text


def test_without_a_date_it_is_compared_with_nothing(alice: Person):
    terms(alice, weekly_hours=0)
    save(alice)
    page = result(alice)

    assert "You plan 0 hours a week" in page.text
    assert "So this is compared with nothing." in page.text


def test_before_three_weeks_of_log_the_dates_are_said_to_be_stated(alice: Person):
    terms(alice, weekly_hours=40)
    save(alice)

    assert "These dates are by the hours you stated." in result(alice).text


def test_a_count_of_long_ago_is_called_so(alice: Person):
    make_budget(user=alice.user, as_of=alice.user.today() - datetime.timedelta(200), savings=Decimal(100))
    page = result(alice)

    assert "You counted your savings on " in page.text
    assert "which is over" in page.text


def test_courses_that_cost_more_than_there_is(alice: Person):
    save(alice, courses="6000.01")
    assert "more is due at once than there is" in result(alice).by_id("out-h").text


def test_scenarios_stand_side_by_side_and_one_is_chosen(alice: Person, bob: Person):
    first, second = save(alice), save(alice, name="With my sister's flat", expenses="500")
    page = alice.see(f"{RUNWAY}?budget={second.pk}")

    assert page.named("expenses").get("value") == "500"
    current = [a for a in page.all("a") if a.get("aria-current") == "true"]
    assert [a.text for a in current] == ["With my sister's flat"]
    assert alice.see(RUNWAY).named("name").get("value") == first.name
    assert bob.get(f"{RUNWAY}?budget={second.pk}").status_code == 302
    save(bob)
    assert bob.get(f"{RUNWAY}?budget={second.pk}").status_code == 404
    assert alice.get(f"{RUNWAY}?budget=nonsense").status_code == 404


@pytest.mark.parametrize("quiet", [True, False])
def test_recalculating_saves_nothing(alice: Person, quiet: bool):
    row = save(alice)
    sent = numbers(alice, budget=str(row.pk), savings="24,000", name="If I sell the car")
    answer = (alice.quietly if quiet else alice.send)(PREVIEW, sent, page=RUNWAY)

    assert answer.status_code == 200
    page = parse(answer.content.decode())
    assert "Not saved" in page.by_id("runway").text
    assert "You hold 24 months" in page.by_id("runway").text
    if not quiet:
        assert page.named("savings").get("value") == "24,000"
        assert f"{RUNWAY}{row.pk}/" in [form.get("action") for form in page.all("form")]
    assert Budget.objects.get().savings == 6000


def test_what_cannot_be_summed_up_says_why_in_place_of_the_sum(alice: Person):
    answer = alice.quietly(PREVIEW, numbers(alice, savings="1.200,50"), page=NEW)

    assert answer.status_code == 422
    assert "Savings: Write a point before the cents" in parse(answer.content.decode()).by_id("runway").text


def test_the_page_asks_little_and_no_more_for_many_scenarios(alice: Person, bob: Person):
    def statements(person: Person) -> int:
        person.get(RUNWAY)
        with CaptureQueriesContext(connection) as asked:
            assert person.get(RUNWAY).status_code == 200
        return len(asked)

    save(alice)
    for number in range(Budget.MOST):
        costs = {f"cost-{n}-on": "2027-03-01" for n in range(25)}
        costs |= {f"cost-{n}-what": f"Thing {n}" for n in range(25)}
        costs |= {f"cost-{n}-amount": "10" for n in range(25)}
        save(bob, name=f"Scenario {number}", **costs)
    make_log(user=bob.user, weeks=30)
    assert statements(alice) <= 7
    assert statements(bob) == statements(alice)


def test_no_amount_is_logged_nor_in_an_address(alice: Person, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.INFO, "django.request")
    row = save(alice, savings="7,654.32", name="Cheshire")
    alice.send(f"{RUNWAY}{row.pk}/", numbers(alice, savings="7.654,32"), page=RUNWAY)
    alice.quietly(PREVIEW, numbers(alice, savings="7654.33", expenses="-7654"), page=RUNWAY)
    logged = caplog.text

    assert "7654" not in logged
    assert "7,654" not in logged
    assert "Cheshire" not in logged
    forms = alice.see(RUNWAY).by_id("main").all("form")
    assert {form.get("method") for form in forms} == {"post"}, "an address with amounts would be logged"


def test_amounts_are_kept_exactly(alice: Person):
    costs = {"cost-0-on": "2027-03-01", "cost-0-what": "Laptop", "cost-0-amount": "899.99"}
    row = save(alice, savings="£ 9 400.10", income="0.30", **costs)

    assert amounts(row)[2] == Decimal("9400.10")
    assert amounts(row)[-1] == [("2027-03-01", "Laptop", Decimal("899.99"))]
    assert alice.see(RUNWAY).named("cost-0-amount").get("value") == "899.99"
