"""Alice prepares to talk about an offer."""

import datetime
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.models import Offer, OfferLine, OfferQuestion
from career.offers.words import by_when, price, thousands
from tests.career import rows
from tests.career.story_book import token_of
from tests.markup import Node, parse
from tests.person import Person

SHEET = {
    "floor": "47,000",
    "target": "51,000",
    "also_ask": "Two remote days",
    "brings": "F1 0.91",
    "script": "",
}


def offer(person: Person, **fields: Any) -> tuple[Offer, str]:
    row = rows.make_offer(user=person.user, company="Beck & Rowe", **fields)
    return row, f"/career/offers/{row.pk}/"


def script(page: Node) -> str:
    return page.named("script").text


def test_the_script_follows_the_fields_until_there_are_own_words(alice: Person):
    row, page = offer(alice)
    assert (
        script(alice.see(page)) == "Thank you, I would like to join Beck & Rowe. Is there room in the base?"
    )

    alice.send(f"{page}sheet/", SHEET | {"script": script(alice.see(page))}, page=page)
    row.refresh_from_db()
    assert (row.floor, row.target) == (Decimal(47_000), Decimal(51_000))
    assert row.script == ""
    assert "I had £51,000 in mind" in script(alice.see(page))

    alice.send(f"{page}sheet/", SHEET | {"script": "In my words.", "target": "52,000"}, page=page)
    assert script(alice.see(page)) == "In my words."


def test_drafting_anew_shows_a_draft_and_keeps_the_own_words(alice: Person):
    row, page = offer(alice, script="In my words.")
    answer = alice.send(f"{page}sheet/", SHEET | {"script": "In my words.", "draft": "anew"}, page=page)

    assert answer.status_code == 200
    shown = parse(answer.content.decode())
    assert "I had £51,000 in mind" in script(shown)
    assert "Your own words are kept until you save the sheet." in shown.text
    assert shown.named("floor").get("value") == "47,000"
    row.refresh_from_db()
    assert (row.script, row.floor) == ("In my words.", None)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"floor": "51,000.01"}, "floor", "no more than the target"),
        ({"floor": "-1"}, "floor", "Write 0 or more"),
        ({"target": "51.000"}, "target", "Write 1200, or 1.20"),
        ({"also_ask": "x" * 301}, "also_ask", "under 300 characters"),
        ({"script": "x" * 3001}, "script", "under 3,000 characters"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    alice: Person, fields: dict[str, str], field: str, words: str
):
    row, page = offer(alice)
    answer = alice.send(f"{page}sheet/", SHEET | {"script": "In my words."} | fields, page=page)

    assert answer.status_code == 422
    shown = parse(answer.content.decode())
    assert shown.all("title")[0].text.startswith("Error:")
    assert words in shown.by_id(f"sheet_{field}_error").text
    assert shown.named("brings").text == "F1 0.91"
    row.refresh_from_db()
    assert row.target is None


def test_questions_are_asked_answered_and_of_ones_own(alice: Person):
    row, page = offer(alice)
    new = alice.see(page).named("new").get("value")
    fields = {"new": new, "bonus-asked": "on", "bonus-answer": "10% each year", "review-answer": ""}
    fields |= {f"{new}-text": "May I publish?", f"{new}-answer": ""}
    for _ in range(2):
        assert alice.send(f"{page}questions/", fields, page=page).status_code == 303
    kept = {q.key: (q.text, q.asked, q.answer) for q in row.questions.all()}
    assert kept == {"bonus": ("", True, "10% each year"), new: ("May I publish?", False, "")}

    shown = alice.see(page)
    assert "checked" in shown.named("bonus-asked").attributes
    assert shown.named(f"{new}-text").get("value") == "May I publish?"

    gone = {
        "new": shown.named("new").get("value"),
        "bonus-answer": "",
        f"{new}-text": "",
        f"{new}-answer": "",
    }
    alice.send(f"{page}questions/", gone, page=page)
    assert not row.questions.exists()


def test_what_was_added_in_another_tab_stays(alice: Person):
    row, page = offer(alice)
    OfferQuestion.objects.create(offer=row, key=f"mine-{uuid.uuid4().hex}", text="Added elsewhere")
    alice.send(f"{page}questions/", {"new": "", "bonus-asked": "on", "bonus-answer": ""}, page=page)
    assert row.questions.count() == 2


@pytest.mark.parametrize("new", ["bonus", "mine-", "mine-../../x", "x" * 500, "mine-" + "é" * 32])
def test_a_made_up_key_is_not_kept(alice: Person, new: str):
    row, page = offer(alice)
    alice.send(f"{page}questions/", {"new": new, f"{new}-text": "x", f"{new}-answer": "x"}, page=page)
    assert set(row.questions.values_list("key", flat=True)) <= {"bonus"}


def test_an_answer_that_is_too_long_is_refused(alice: Person):
    row, page = offer(alice)
    answer = alice.send(f"{page}questions/", {"new": "", "bonus-answer": "x" * 501}, page=page)
    assert answer.status_code == 422
    assert "under 500 characters" in answer.content.decode()
    assert not row.questions.exists()


def test_the_log_is_dated_and_a_line_sent_twice_is_there_once(alice: Person):
    row, page = offer(alice)
    day = alice.user.today() - datetime.timedelta(2)
    for _ in range(2):
        alice.send(f"{page}log/", {"on": day.isoformat(), "text": "By phone, £46,500."}, page=page)
    (line,) = row.lines.all()
    assert (line.on, line.text) == (day, "By phone, £46,500.")
    assert "By phone, £46,500." in alice.see(page).text

    alice.send(f"{page}log/{line.pk}/delete/", page=page)
    assert not row.lines.exists()
    assert alice.send(f"{page}log/{line.pk}/delete/", page=page).status_code == 404
    undo = {"token": token_of(alice.see(page))}
    for _ in range(2):
        alice.send("/undo/", undo, page=page)
    assert [(line.on, line.text) for line in row.lines.all()] == [(day, "By phone, £46,500.")]
    alice.send(f"{page}delete/", page=page)
    OfferLine.objects.all().delete()
    assert alice.send("/undo/", undo, page=page)["Location"] == "/career/offers/"
    assert not OfferLine.objects.exists()


@pytest.mark.parametrize("fields", [{"on": "", "text": "x"}, {"on": "2999-01-01", "text": "x"}, {"text": ""}])
def test_a_line_needs_its_day_and_words(alice: Person, fields: dict[str, str]):
    row, page = offer(alice)
    sent = {"on": alice.user.today().isoformat()} | fields
    assert alice.send(f"{page}log/", sent, page=page).status_code == 422
    assert not row.lines.exists()


def test_a_line_of_another_offer_stays(alice: Person, bob: Person):
    _, page = offer(alice)
    other, _ = offer(bob)
    line = OfferLine.objects.create(offer=other, on=bob.user.today(), text="x")
    assert alice.send(f"{page}log/{line.pk}/delete/", page=page).status_code == 404
    assert other.lines.exists()


def test_it_is_printed_without_forms(alice: Person):
    row, page = offer(alice, target=Decimal(51_000), brings="<b>F1 0.91</b>")
    OfferQuestion.objects.create(offer=row, key="bonus", asked=True, answer="10%")
    OfferLine.objects.create(offer=row, on=alice.user.today(), text="By phone")
    main = alice.see(f"{page}print/").by_id("main")

    assert main.all("form") == []
    for text in (
        "£51,000",
        "not set",
        "<b>F1 0.91</b>",
        "Asked. 10%",
        "By phone",
        "Is there room in the base?",
    ):
        assert text in main.text


def test_the_sheet_asks_little_and_no_more_for_many_lines(alice: Person):
    row, page = offer(alice)

    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert alice.get(page).status_code == 200
        return len(asked)

    few = statements()
    for number in range(30):
        OfferLine.objects.create(offer=row, on=alice.user.today(), text=str(number))
        OfferQuestion.objects.create(offer=row, key=f"mine-{number}", text="x")
        rows.make_budget(user=alice.user)
    assert statements() == few <= 7


def test_a_day_to_answer_by_is_named_as_people_do():
    friday = datetime.date(2026, 7, 24)
    said = [by_when(friday, friday - datetime.timedelta(ago)) for ago in (-2, 0, 1, 2, 6, 7)]
    assert said == ["since July 24", "today", "tomorrow", "by Friday", "by Friday", "by July 24"]


def test_prices_and_thousands_are_short():
    assert price(Decimal("1.1025"), "GBP") == "£1.1025"
    assert price(Decimal("3.4000"), "CHF") == "CHF 3.40"
    assert thousands(Decimal("44500"), "GBP") == "£44k"
    assert thousands(Decimal("900"), "GBP") == "£900"
