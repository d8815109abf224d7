"""Alice keeps in touch with people."""

import datetime
import uuid

import pytest

from career.models import Contact, JobSearch
from tests.career.rows import make_contact
from tests.markup import parse
from tests.person import Person
from tests.roadmap.test_statements import read

LIST = "/career/contacts/"
ONE_DAY = datetime.timedelta(1)


@pytest.fixture
def today(alice: Person) -> datetime.date:
    return alice.user.today()


def fields(**changes: str) -> dict[str, str]:
    return {
        "contact": str(uuid.uuid4()),
        "name": "Amara Osei",
        "work": "ML engineer",
        "company": "Fathom Freight",
        "email": "",
        "link": "",
        "how_met": "PyData Leeds",
        "last_touch": "",
        "next_touch": "",
        "referral": "",
        "note": "",
    } | changes


def names(person: Person) -> list[str]:
    return [h3.text for h3 in person.see(LIST).all("h3")]


def test_a_contact_is_added_once_however_often_it_is_sent(alice: Person):
    sent = fields(referral="asked", link="https://example.org/amara", last_touch="2026-05-04")
    for said in ("Saved: Amara Osei.", "Amara Osei is saved already."):
        answer = alice.send(f"{LIST}new/", sent, page=f"{LIST}new/")
        assert (answer.status_code, answer["Location"]) == (303, LIST)
        assert said in alice.see(LIST).text

    (row,) = alice.user.contacts.all()
    assert (row.company, row.how_met, row.referral) == ("Fathom Freight", "PyData Leeds", "asked")
    assert row.last_touch == datetime.date(2026, 5, 4)


def test_an_id_of_someone_elses_contact_makes_a_new_one(alice: Person, bob: Person):
    hers = make_contact(user=alice.user, name="Hers")
    bob.send(f"{LIST}new/", fields(contact=str(hers.pk), name="His"))

    assert [row.name for row in alice.user.contacts.all()] == ["Hers"]
    assert [row.name for row in bob.user.contacts.all()] == ["His"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "Write who it is."),
        ({"name": "x" * 121}, "Keep it under 120 characters"),
        ({"email": "amara"}, "Write an e-mail address"),
        ({"link": "javascript:alert(1)"}, "Start with https://"),
        ({"referral": "bought"}, "A referral is not asked, asked, given or refused."),
        ({"last_touch": "2999-01-01"}, "This date is in the future."),
        ({"last_touch": "May"}, "Write the date as year-month-day"),
        ({"next_touch": "2999-01-01"}, "Take a day within the next five years."),
        ({"last_touch": "2026-05-04", "next_touch": "2026-05-03"}, "This is before you were last in touch."),
        ({"note": "x" * 2001}, "Keep it under 2000 characters"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(alice: Person, changes: dict[str, str], said: str):
    answer = alice.send(f"{LIST}new/", fields(**changes))
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    assert said in page.text
    assert page.all("title")[0].text.startswith("Error: ")
    assert page.all("input", name="how_met")[0].get("value") == "PyData Leeds"
    assert not alice.user.contacts.exists()


@pytest.mark.asvs("2.3.2")
def test_as_many_as_fit_and_no_more(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Contact, "MOST", 1)
    first = fields()
    assert alice.send(f"{LIST}new/", first).status_code == 303
    assert alice.send(f"{LIST}new/", first).status_code == 303
    assert alice.send(f"{LIST}new/", fields()).status_code == 422
    assert alice.user.contacts.count() == 1


def test_a_contact_is_changed(alice: Person):
    row = make_contact(user=alice.user, note="Old")
    path = f"{LIST}{row.pk}/"
    assert alice.see(path).all("input", name="name")[0].get("value") == "Amara Osei"

    assert alice.send(path, fields(name="Amara O.", note="")).status_code == 303
    row.refresh_from_db()
    assert (row.name, row.note) == ("Amara O.", "")
    assert alice.send(path, fields(name="")).status_code == 422
    row.refresh_from_db()
    assert row.name == "Amara O."


def test_a_contact_is_deleted_and_comes_back(alice: Person):
    row = make_contact(user=alice.user)
    answer = alice.send(f"{LIST}{row.pk}/delete/")
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    page = alice.see(LIST)
    assert "Amara Osei is deleted." in page.text
    assert page.all("h3") == []

    (token,) = (node.get("value") for node in page.all("input", name="token"))
    assert alice.send("/undo/", {"token": token})["Location"] == LIST
    assert names(alice) == ["Amara Osei"]


def test_who_is_due_stands_first(alice: Person, today: datetime.date):
    make_contact(user=alice.user, name="Anna, no day")
    make_contact(user=alice.user, name="Bela, later", next_touch=today + ONE_DAY)
    make_contact(user=alice.user, name="Cleo, today", next_touch=today)
    make_contact(user=alice.user, name="Dora, long due", next_touch=today - 40 * ONE_DAY)

    assert [name.split(",")[0] for name in names(alice)] == ["Dora", "Cleo", "Bela", "Anna"]


def test_a_touch_sets_the_next_day_by_the_rhythm_and_can_be_undone(alice: Person, today: datetime.date):
    JobSearch.objects.create(user=alice.user, touch_days=14)
    row = make_contact(user=alice.user, last_touch=today - 20 * ONE_DAY, next_touch=today)
    path = f"{LIST}{row.pk}/touch/"
    alice.send(path)
    row.refresh_from_db()
    assert (row.last_touch, row.next_touch) == (today, today + 14 * ONE_DAY)
    (token,) = (node.get("value") for node in alice.see(LIST).all("input", name="token"))

    alice.send(path)
    assert "You noted Amara Osei for today already." in alice.see(LIST).text

    assert alice.send("/undo/", {"token": token})["Location"] == LIST
    row.refresh_from_db()
    assert (row.last_touch, row.next_touch) == (today - 20 * ONE_DAY, today)
    alice.send("/undo/", {"token": token})
    assert "This contact changed again since, so it stays." in alice.see(LIST).text


def test_undo_of_a_touch_is_alices_alone(alice: Person, bob: Person, today: datetime.date):
    row = make_contact(user=alice.user)
    alice.send(f"{LIST}{row.pk}/touch/")
    (token,) = (node.get("value") for node in alice.see(LIST).all("input", name="token"))
    bob.send("/undo/", {"token": token})

    assert "This can no longer be undone." in bob.see(LIST).text
    row.refresh_from_db()
    assert row.last_touch == today


def test_touches_are_counted_plainly(alice: Person, today: datetime.date):
    monday, first = today - today.weekday() * ONE_DAY, today.replace(day=1)
    for day in (today, monday, monday - ONE_DAY, first, first - 40 * ONE_DAY):
        make_contact(user=alice.user, last_touch=day)
    week = sum(day >= monday for day in (today, monday, first))
    month = sum(day >= first for day in (today, monday, monday - ONE_DAY, first))
    people = "person" if week == 1 else "people"

    assert f"In touch with {week} {people} this week, {month} this month." in alice.see(LIST).text


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("0", "Write 1 or more."),
        ("366", "Write 365 or less."),
        ("often", "Write a whole number of days"),
        ("", "Write a number of days, such as 30."),
    ],
)
def test_a_rhythm_that_is_none_is_refused(alice: Person, days: str, said: str):
    answer = alice.send(f"{LIST}rhythm/", {"touch_days": days}, page=LIST)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not JobSearch.objects.exists()


def test_the_rhythm_is_set_without_touching_the_currency(alice: Person):
    JobSearch.objects.create(user=alice.user, currency="GBP")
    assert alice.send(f"{LIST}rhythm/", {"touch_days": "21"}).status_code == 303

    row = JobSearch.objects.get(user=alice.user)
    assert (row.touch_days, row.currency) == (21, "GBP")
    assert alice.see(LIST).all("input", name="touch_days")[0].get("value") == "21"


def test_bob_neither_sees_nor_changes_hers(alice: Person, bob: Person):
    row = make_contact(user=alice.user)

    for path in (f"{LIST}{row.pk}/", f"{LIST}{row.pk}/touch/", f"{LIST}{row.pk}/delete/"):
        assert bob.send(path, fields(name="Mine now")).status_code == 404
    assert bob.get(f"{LIST}{row.pk}/").status_code == 404
    assert names(bob) == []
    row.refresh_from_db()
    assert (row.name, row.last_touch, row.deleted_at) == ("Amara Osei", None, None)


def test_the_list_asks_no_more_with_many(alice: Person, bob: Person):
    make_contact(user=alice.user)
    for number in range(40):
        make_contact(user=bob.user, name=f"Person {number}", next_touch=bob.user.today())
    little, much = read(alice, LIST), read(bob, LIST)

    assert len(little) == len(much) <= 7, "\n".join(much)
