"""Alice compares what she is offered."""

import datetime
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.models import JobSearch, MoneyRate, Offer, PayResearch
from tests.career import rows
from tests.career.addresses.offers import OFFERS as ADDRESSES
from tests.career.story_book import token_of
from tests.markup import Node, parse
from tests.person import Person

OFFERS, NEW, RATES, RESEARCH = (
    "/career/offers/",
    "/career/offers/new/",
    "/career/offers/rates/",
    "/career/offers/research/",
)


def form(**fields: Any) -> dict[str, Any]:
    return {**ADDRESSES["career/offers/new/"].fields, "offer": "", "application": ""} | fields


def table(page: Node) -> dict[str, list[str]]:
    body = page.all("table")[0].all("tbody")[0]
    return {row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in body.all("tr")}


def found(**fields: Any) -> dict[str, Any]:
    return {
        "research": "",
        "what": "Leeds, entry",
        "low": "44,000",
        "high": "55,000",
        "currency": "GBP",
        "link": "",
    } | fields


def test_the_first_offer_is_added_with_company_and_base_alone(alice: Person):
    assert "No offer yet." in alice.see(OFFERS).text
    answer = alice.send(NEW, {"company": "Fathom Freight", "currency": "gbp", "base": "52,000"}, page=NEW)

    assert (answer.status_code, answer["Location"]) == (303, OFFERS)
    row = Offer.objects.get()
    assert (row.currency, row.equity, row.equity_cliff) == ("GBP", "", 12)
    assert row.base == 52_000
    assert table(alice.see(OFFERS))["First year"] == ["£52,000"]


def test_two_offers_stand_side_by_side_with_their_sums(alice: Person):
    alice.send(NEW, form(equity_strike="1.10", sign_on_note=""), page=NEW)
    rows.make_offer(
        user=alice.user,
        company="Beck & Rowe",
        base=Decimal(46_500),
        sign_on=Decimal(2000),
        sign_on_note="repaid if you leave within a year",
    )
    page = alice.see(OFFERS)
    shown = table(page)

    assert shown["Base a year"] == ["£52,000", "£46,500"]
    assert shown["Sign-on"] == ["none", "£2,000repaid if you leave within a year"]
    assert shown["Equity"][0].startswith("4,000 options, 4 years, 1 year cliff")
    assert "strike £1.10, last price £3.40, your discount 80%" in shown["Equity"][0]
    assert shown["Commute"] == ["−£1,150two days", "none"]
    assert shown["First year"] == ["£57,510£460 of it is options", "£48,500"]
    assert shown["A year, over four"] == ["£57,510£1,840 of the four-year sum is options", "£47,000"]
    assert "No verdict." in page.text
    assert "$112,590 (May 2024)" in page.text


def test_an_offer_sent_twice_is_there_once(alice: Person):
    fields = form(offer=str(uuid.uuid4()))
    for _ in range(2):
        assert alice.send(NEW, fields, page=NEW).status_code == 303
    assert Offer.objects.count() == 1


def test_an_offer_comes_from_an_application(alice: Person, bob: Person):
    hers = rows.make_application(user=alice.user, company="Kestrel Labs", role="Analyst", remote="hybrid")
    page = alice.see(f"{NEW}?application={hers.pk}")
    assert page.named("company").get("value") == "Kestrel Labs"
    assert page.named("remote").get("value") == "Hybrid"

    alice.send(NEW, form(application=page.named("application").get("value")), page=NEW)
    assert Offer.objects.get().application == hers
    assert bob.get(f"{NEW}?application={hers.pk}").status_code == 404
    bob.send(NEW, form(application=str(hers.pk)), page=NEW)
    assert Offer.objects.get(user=bob.user).application is None


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("company", "", "Say who offers it."),
        ("base", "-1", "Write 0 or more"),
        ("base", "52.000,00", "Write a point before the cents"),
        ("bonus", "99999999999", "Write 9,999,999,999.99 or less."),
        ("currency", "quid", "three letters"),
        ("equity", "tulips", "Choose none, options or shares."),
        ("equity_units", "0", "Say how many"),
        ("equity_units", "3000000000", "from 0 to 2,000,000,000"),
        ("equity_years", "0", "from 1 to 10 years"),
        ("equity_cliff", "121", "from 0 to 120 months"),
        ("equity_discount", "101", "from 0 to 100 percent"),
        ("equity_price", "1.23456", "at most 4 digits"),
        ("pension_percent", "101", "Write 100 or less."),
        ("answer_by", "1999-01-01", "Take a later day."),
        ("role", "x" * 121, "under 120 characters"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(alice: Person, field: str, value: str, words: str):
    row = rows.make_offer(user=alice.user)
    for path in (NEW, f"{OFFERS}{row.pk}/edit/"):
        answer = alice.send(path, form(**{field: value}), page=NEW)
        assert answer.status_code == 422
        page = parse(answer.content.decode())
        control = page.named(field)
        assert words in page.by_id(f"{control.id}_error").text
        assert page.named("hours").get("value") == "37.5", "nothing is lost"
    assert Offer.objects.get().base == 52_000


def test_offers_end_somewhere(alice: Person):
    for number in range(Offer.MOST):
        rows.make_offer(user=alice.user, company=str(number))
    answer = alice.send(NEW, form(), page=NEW)
    assert answer.status_code == 422
    assert "as many as fit" in answer.content.decode()


def test_an_offer_is_edited_deleted_and_brought_back(alice: Person):
    row = rows.make_offer(user=alice.user, script="My own words")
    alice.send(f"{OFFERS}{row.pk}/edit/", form(base="53,000"), page=OFFERS)
    row.refresh_from_db()
    assert row.script == "My own words"
    assert row.base == 53_000

    assert alice.send(f"{OFFERS}{row.pk}/delete/", page=OFFERS)["Location"] == OFFERS
    page = alice.see(OFFERS)
    assert not page.all("table")
    alice.send("/undo/", {"token": token_of(page)}, page=OFFERS)
    assert Offer.objects.get() == row


def test_another_currency_is_told_at_the_learners_own_rate(alice: Person):
    JobSearch.objects.create(user=alice.user, currency="GBP")
    rows.make_offer(user=alice.user)
    rows.make_offer(user=alice.user, company="Nordlicht", currency="EUR", base=Decimal(60_000))
    page = alice.see(OFFERS)
    assert table(page)["First year"] == ["£52,000", "€60,000"]
    assert "in EUR, no rate yet" in page.text

    alice.send(RATES, {"own": "GBP", "rate_EUR": "0.86"}, page=OFFERS)
    page = alice.see(OFFERS)
    assert table(page)["First year"] == ["£52,000", "£51,600"]
    assert "EUR at 0.86" in page.text

    alice.send(RATES, {"own": "EUR", "rate_GBP": "1.16"}, page=OFFERS)
    assert JobSearch.objects.get().currency == "EUR"
    assert not MoneyRate.objects.exists(), "a rate in pounds means nothing in euros"
    assert table(alice.see(OFFERS))["First year"] == ["£52,000", "€60,000"]


@pytest.mark.parametrize("rate", ["-1", "0", "abc", "1e3", "0.0000001", "999999999999"])
def test_a_rate_that_cannot_be_is_refused(alice: Person, rate: str):
    JobSearch.objects.create(user=alice.user, currency="GBP")
    rows.make_offer(user=alice.user, currency="EUR")
    answer = alice.send(RATES, {"own": "GBP", "rate_EUR": rate}, page=OFFERS)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.named("rate_EUR").get("value") == rate
    assert page.named("rate_EUR").get("aria-invalid") == "true"
    assert not MoneyRate.objects.exists()


def test_research_and_applications_make_a_range(alice: Person):
    JobSearch.objects.create(user=alice.user, currency="GBP")
    rows.make_offer(user=alice.user)
    pay: dict[str, Any] = {"pay_low": Decimal(48_000), "pay_high": Decimal(58_000), "pay_currency": "GBP"}
    rows.make_application(user=alice.user, **pay)
    rows.make_application(user=alice.user, pay_per="hour", pay_low=Decimal(20), pay_currency="GBP")
    for _ in range(2):
        answer = alice.send(RESEARCH, found(research=str(uuid.UUID(int=9))), page=OFFERS)
        assert answer.status_code == 303
    assert PayResearch.objects.count() == 1

    note = alice.see(OFFERS).all("section", **{"aria-labelledby": "research-h"})[0]
    assert "£44k to £58k" in note.text
    assert "1 of your applications states what they pay a year." in note.text
    (scale,) = [svg for svg in note.all("svg") if svg.get("role") == "img"]
    assert scale.get("aria-label") == "Your range is £44k to £58k. Fathom Freight offers £52k."


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"what": ""}, "what"),
        ({"low": "", "high": ""}, "low"),
        ({"low": "60,000"}, "high"),
        ({"low": "-1"}, "low"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"currency": "1"}, "currency"),
    ],
)
def test_research_that_cannot_be_is_refused(alice: Person, fields: dict[str, str], field: str):
    answer = alice.send(RESEARCH, found(**fields), page=OFFERS)
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.named(field).get("aria-invalid") == "true"
    assert page.named("what").get("value") == found(**fields)["what"]
    assert not PayResearch.objects.exists()


def test_research_is_deleted_with_undo(alice: Person):
    alice.send(RESEARCH, found(), page=OFFERS)
    row = PayResearch.objects.get()
    alice.send(f"{RESEARCH}{row.pk}/delete/", page=OFFERS)
    page = alice.see(OFFERS)
    assert "Leeds, entry" not in page.by_id("main").text
    alice.send("/undo/", {"token": token_of(page)}, page=OFFERS)
    assert PayResearch.objects.get() == row


def test_the_next_answer_is_named_and_the_runway_beside_it(alice: Person):
    today = alice.user.today()
    rows.make_offer(user=alice.user, answer_by=today + datetime.timedelta(20))
    rows.make_offer(user=alice.user, company="Beck & Rowe", answer_by=today + datetime.timedelta(1))
    rows.make_offer(user=alice.user, company="Late Ltd", answer_by=today - datetime.timedelta(1))
    assert "Answer Beck & Rowe Tomorrow" in alice.see(OFFERS).by_id("na-h").text
    assert "Money lasts" not in alice.see(OFFERS).text

    rows.make_budget(user=alice.user)
    page = alice.see(OFFERS)
    assert "Money lasts to " in page.text
    assert "No day to answer by is forced by it." in page.text


def test_the_page_asks_little_and_no_more_for_many(alice: Person, bob: Person):
    rows.make_offer(user=alice.user)
    for number in range(20):
        rows.make_offer(user=bob.user, company=str(number), currency="EUR")
        PayResearch.objects.create(user=bob.user, what="x", low=Decimal(1), currency="EUR")
        rows.make_application(user=bob.user, pay_low=Decimal(1), pay_currency="EUR")
        rows.make_budget(user=bob.user)
    counts = []
    for person in (alice, bob):
        person.get(OFFERS)
        with CaptureQueriesContext(connection) as asked:
            assert person.get(OFFERS).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 7


@pytest.mark.parametrize("what", ["", "print/", "edit/", "delete/", "sheet/", "questions/", "log/"])
def test_a_stranger_finds_nothing(alice: Person, bob: Person, what: str):
    row = rows.make_offer(user=alice.user)
    if what in ("", "print/", "edit/"):
        assert bob.get(f"{OFFERS}{row.pk}/{what}").status_code == 404
    if what not in ("", "print/"):
        assert bob.send(f"{OFFERS}{row.pk}/{what}", form(), page=OFFERS).status_code == 404
    assert Offer.objects.get() == row
    assert bob.send(f"{RESEARCH}{uuid.uuid4()}/delete/", page=OFFERS).status_code == 404
