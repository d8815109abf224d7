"""Alice adds an application in under a minute, and edits all of it later."""

import datetime
import uuid
from decimal import Decimal

import pytest

from career.models import Application
from tests import naughty
from tests.address import NOBODYS
from tests.career.addresses.applications import APPLICATIONS
from tests.career.application_book import DAY, NEW, path, way
from tests.career.rows import make_application, make_contact, make_job_text, make_resume
from tests.markup import parse
from tests.person import Person
from tests.test_kept_text import harmless

FULL = dict(APPLICATIONS["career/new/"].fields)
SHORT = {"company": "Tessel Health", "stage": "saved"}


def test_a_company_and_one_click_are_enough(alice: Person):
    page = alice.see(NEW)
    hidden = page.named("application").get("value")
    assert [one.get("value") for one in page.by_id("application_stage").all("option")][:2] == [
        "saved",
        "applied",
    ]
    assert "open" not in page.all("details", class_="more")[0].attributes

    answer = alice.send(NEW, SHORT | {"application": hidden}, page=NEW)

    row = alice.user.applications.get()
    assert (answer.status_code, answer["Location"]) == (303, path(row))
    assert str(row.pk) == hidden
    assert way(row) == [("saved", alice.user.today())]
    assert (row.next_step, row.next_on) == ("Tailor the résumé and apply", None)


def test_one_sent_a_while_ago_begins_then(alice: Person):
    day = alice.user.today() - 10 * DAY
    alice.send(NEW, SHORT | {"stage": "applied", "on": str(day)}, page=NEW)

    row = alice.user.applications.get()
    assert way(row) == [("applied", day)]
    assert (row.next_step, row.next_on, row.heard_on) == ("Follow up", day + 7 * DAY, day)


def test_everything_may_be_said_at_once(alice: Person):
    papers = {
        "resume": make_resume(user=alice.user),
        "job_text": make_job_text(user=alice.user),
        "contact": make_contact(user=alice.user),
    }
    fields = FULL | {name: str(paper.pk) for name, paper in papers.items()}
    assert alice.send(NEW, fields, page=NEW).status_code == 303

    row = alice.user.applications.get()
    assert (row.company, row.role, row.place, row.tier) == ("Fathom Freight", "ML Engineer, ETA", "Leeds", 3)
    assert (row.source, row.remote, row.link) == ("referral", "hybrid", "https://example.org/advert")
    assert (row.pay_low, row.pay_high, row.pay_currency) == (Decimal(48000), Decimal(58000), "GBP")
    assert (row.resume, row.job_text, row.contact) == tuple(papers.values())
    assert row.stage_on == datetime.date(2026, 1, 5)


def test_sent_twice_it_is_there_once(alice: Person):
    for _ in range(2):
        assert alice.send(NEW, FULL, page=NEW).status_code == 303
    assert len(way(alice.user.applications.get())) == 1


def test_the_id_of_a_strangers_makes_one_of_ones_own(alice: Person, bob: Person):
    row = make_application(user=alice.user, company="Hers")
    bob.send(NEW, SHORT | {"application": str(row.pk)}, page=NEW)

    row.refresh_from_db()
    assert (row.user, row.company) == (alice.user, "Hers")
    assert bob.user.applications.get().company == "Tessel Health"


def test_a_job_text_fills_in_what_it_says(alice: Person, bob: Person):
    text = make_job_text(
        user=alice.user, title="ML Engineer", company="Kestrel", link="https://example.org/job"
    )
    page = alice.see(f"{NEW}?job_text={text.pk}")

    assert page.by_id("application_company").get("value") == "Kestrel"
    assert page.by_id("application_role").get("value") == "ML Engineer"
    assert page.by_id("application_link").get("value") == "https://example.org/job"
    chosen = [o for o in page.by_id("application_job_text").all("option") if "selected" in o.attributes]
    assert [option.get("value") for option in chosen] == [str(text.pk)]
    for asked in (f"{NEW}?job_text={text.pk}", f"{NEW}?job_text=nonsense", f"{NEW}?job_text={uuid.uuid4()}"):
        assert bob.see(asked).by_id("application_company").get("value") == ""


def test_a_target_company_fills_in_its_name_and_tier(alice: Person):
    page = alice.see(f"{NEW}?company=Kestrel+Labs&tier=2")

    assert page.by_id("application_company").get("value") == "Kestrel Labs"
    chosen = [o for o in page.by_id("application_tier").all("option") if "selected" in o.attributes]
    assert [option.get("value") for option in chosen] == ["2"]
    assert "open" in page.all("details", class_="more")[0].attributes


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("company", "", "Write the company's name"),
        ("company", " \t", "Write the company's name"),
        pytest.param("company", "x" * 121, "under 120 characters", id="long company"),
        pytest.param("role", "x" * 121, "under 120 characters", id="long role"),
        ("link", "javascript:alert(1)", "Start with https://"),
        ("link", "https://you@bank.example/", "Leave out the name"),
        ("source", "aunt", "Choose one of the list"),
        ("tier", "5", "Choose one of the list"),
        ("remote", "moon", "Choose one of the list"),
        ("pay_low", "much", "Write an amount in digits"),
        ("pay_low", "-1", "Write 0 or more"),
        ("pay_low", "1e400", "Write an amount in digits"),
        ("pay_low", "NaN", "Write an amount in digits"),
        ("pay_low", "99999999999", "or less"),
        ("pay_low", "48.000", "thousands or cents"),
        ("pay_high", "47,999.99", "Write the higher amount here"),
        ("pay_currency", "", "which currency"),
        ("pay_currency", "E1", "three letters"),
        ("pay_currency", "EURO", "three letters"),
        ("pay_per", "fortnight", "Choose one of the list"),
        ("resume", "nonsense", "no longer there"),
        ("job_text", NOBODYS, "no longer there"),
        ("contact", NOBODYS, "no longer there"),
        pytest.param("note", "x" * 10_001, "under 10,000 characters", id="long note"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    row = make_application(user=alice.user)
    before = Application.objects.filter(pk=row.pk).values().get()
    for where in (NEW, path(row, "edit/")):
        answer = alice.send(where, FULL | {field: value}, page=where)
        assert answer.status_code == 422
        page = parse(answer.content.decode())
        assert reason in page.by_id(f"application_{field}_error").text
        assert page.all("title")[0].text.startswith("Error: ")
        assert page.by_id("application_place").get("value") == "Leeds", "nothing typed is lost"
        if where == NEW and field not in ("company", "role", "link", "source"):
            assert "open" in page.all("details", class_="more")[0].attributes
    assert Application.objects.filter(pk=row.pk).values().get() == before
    assert alice.user.applications.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("stage", "moon", "no such stage"),
        ("stage", "", "Choose the stage"),
        ("on", "tomorrow", "year-month-day"),
        ("on", "1999-12-31", "between the years 2000 and 2100"),
    ],
)
def test_stage_and_day_are_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    answer = alice.send(NEW, FULL | {field: value}, page=NEW)

    assert answer.status_code == 422
    assert reason in parse(answer.content.decode()).by_id(f"application_{field}_error").text
    assert not alice.user.applications.exists()


@pytest.mark.asvs("2.2.3")
def test_the_future_has_not_happened(alice: Person):
    answer = alice.send(NEW, FULL | {"on": str(alice.user.today() + DAY)}, page=NEW)

    assert answer.status_code == 422
    assert "in the future" in parse(answer.content.decode()).by_id("application_on_error").text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("48000", "48000"), ("48 000", "48000"), ("1'048,0", None), ("48,000.50", "48000.50"), ("0", "0")],
)
def test_amounts_are_taken_as_people_write_them(alice: Person, typed: str, kept: str | None):
    answer = alice.send(NEW, FULL | {"pay_low": typed, "pay_high": ""}, page=NEW)

    assert answer.status_code == (303 if kept else 422)
    if kept:
        assert alice.user.applications.get().pay_low == Decimal(kept)


def test_papers_of_a_strangers_are_not_there(alice: Person, bob: Person):
    for name, paper in [
        ("resume", make_resume(user=alice.user)),
        ("job_text", make_job_text(user=alice.user)),
        ("contact", make_contact(user=alice.user)),
    ]:
        answer = bob.send(NEW, FULL | {name: str(paper.pk)}, page=NEW)
        assert answer.status_code == 422
        assert str(paper) not in answer.content.decode().replace("ML Engineer, ETA", "", 1)
    assert not bob.user.applications.exists()


def test_all_is_edited_but_the_way_so_far(alice: Person):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("saved", today), ("applied", today)), next_step="Call")
    page = alice.see(path(row, "edit/"))
    assert page.by_id("application_company").get("value") == "Fathom Freight"

    answer = alice.send(path(row, "edit/"), FULL | {"company": "Fathom", "stage": "offer"}, page=path(row))

    assert (answer.status_code, answer["Location"]) == (303, path(row))
    row.refresh_from_db()
    assert (row.company, row.place, row.stage, row.next_step) == ("Fathom", "Leeds", "applied", "Call")
    assert len(way(row)) == 2


def test_bob_can_neither_see_nor_edit_hers(alice: Person, bob: Person):
    row = make_application(user=alice.user)

    assert bob.get(path(row, "edit/")).status_code == 404
    assert bob.send(path(row, "edit/"), FULL, page="/career/").status_code == 404


def test_the_list_has_an_end(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Application, "MOST", 1)
    alice.send(NEW, FULL, page=NEW)
    again = alice.send(NEW, FULL, page=NEW)
    other = alice.send(NEW, FULL | {"application": str(uuid.uuid4())}, page=NEW)

    assert again.status_code == 303, "a repeat is harmless"
    assert other.status_code == 422
    assert "as many as fit" in parse(other.content.decode()).by_id("errors").text
    assert alice.user.applications.count() == 1


@pytest.mark.once
def test_text_comes_back_as_it_was_typed(alice: Person):
    row = make_application(user=alice.user)
    for text in [*naughty.MARKUP, *naughty.CODE[::4]]:
        fields = FULL | {"company": text[:120], "note": text[:10_000]}
        if alice.send(path(row, "edit/"), fields, page=path(row)).status_code != 303:
            continue
        row.refresh_from_db()
        assert row.company == text[:120].strip()
        for where in ("/career/", "/career/?view=table", path(row), path(row, "edit/")):
            harmless(alice.see(where))
