"""The page of one application: its papers and people, notes, put away, deleted and brought back."""

import pytest
from django.utils import timezone

from career.models import Application, CoverLetter
from tests.career.application_book import BOARD, DAY, TABLE, lane, path, rows
from tests.career.rows import (
    make_application,
    make_contact,
    make_interview,
    make_job_text,
    make_offer,
    make_resume,
)
from tests.markup import Node, parse
from tests.person import Person


def links(page: Node) -> dict[str, str]:
    return {link.text: link.get("href") for link in page.by_id("main").all("a")}


def test_it_leads_to_papers_and_people(alice: Person):
    resume = make_resume(user=alice.user, number=4, title="forecasting")
    text = make_job_text(user=alice.user)
    contact = make_contact(
        user=alice.user, name="Priya Nair", referral="given", work="ETA lead", email="priya@fathom.example"
    )
    row = make_application(
        user=alice.user,
        resume=resume,
        job_text=text,
        contact=contact,
        source="referral",
        tier=3,
        place="Leeds",
        remote="hybrid",
        pay_low="48000",
        pay_high="58000",
        pay_currency="GBP",
        link="https://example.org/advert",
    )
    CoverLetter.objects.create(application=row, hook="I moved freight.", closing="Yours")
    offer = make_offer(user=alice.user, application=row)
    page = alice.see(path(row))

    found = links(page)
    assert found["Résumé v4, forecasting"] == f"/career/resumes/{resume.pk}/"
    assert found["Cover letter, 4 words"] == path(row, "letter/")
    assert found["Job text"] == f"/career/job-texts/{text.pk}/"
    assert found["Offer and negotiation"] == f"/career/offers/{offer.pk}/"
    assert found["priya@fathom.example"] == "mailto:priya@fathom.example"
    assert found["The advert"] == "https://example.org/advert"
    meta = page.all("p", class_="meta")[0].text
    assert meta == "ML Engineer, ETA Tier 3 Referred by Priya Nair Leeds, hybrid £48,000–58,000 a year"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("48000", None, "from €48,000 an hour"),
        (None, "17.50", "up to €17.50 an hour"),
        ("17.50", "17.50", "€17.50 an hour"),
        ("0", "9999999999.99", "€0–9,999,999,999.99 an hour"),
    ],
)
def test_pay_is_told_as_far_as_it_is_known(alice: Person, low: str | None, high: str | None, words: str):
    row = make_application(user=alice.user, pay_low=low, pay_high=high, pay_currency="EUR", pay_per="hour")
    assert words in alice.see(path(row)).text


def test_without_papers_it_says_where_they_come_from(alice: Person):
    found = links(alice.see(path(make_application(user=alice.user))))

    assert {"Choose the résumé", "Write the cover letter", "Paste the job text"} <= set(found)


def test_rounds_have_their_place(alice: Person):
    row = make_application(user=alice.user)
    make_interview(user=alice.user, application=row, title="Phone screen")

    assert alice.see(path(row)).by_id("rounds-h")


def test_notes_are_saved_as_typed(alice: Person):
    row = make_application(user=alice.user)
    text = "Six people.\nPriya leads <b>them</b>."
    answer = alice.send(path(row, "note/"), {"note": text}, page=path(row))

    assert (answer.status_code, answer["Location"]) == (303, path(row))
    assert alice.see(path(row)).by_id("application_note").raw.removeprefix("\n") == text


def test_too_long_a_note_is_refused_and_not_lost(alice: Person):
    row = make_application(user=alice.user, note="Before")
    answer = alice.send(path(row, "note/"), {"note": "x" * 10_001}, page=path(row))

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "under 10,000 characters" in page.by_id("application_note_error").text
    assert len(page.by_id("application_note").raw.strip()) == 10_001
    row.refresh_from_db()
    assert row.note == "Before"


def test_put_away_and_back_on_the_board(alice: Person):
    row = make_application(user=alice.user)
    for do, lanes in [("archive", []), ("archive", []), ("restore", ["Fathom Freight"])]:
        answer = alice.send(path(row, "archive/"), {"do": do}, page=path(row))
        assert (answer.status_code, answer["Location"]) == (303, path(row))
        assert lane(alice.see(BOARD), "saved") == lanes
        assert ("Archived" in alice.see(path(row)).text) is (do == "archive")


def test_archived_twice_it_keeps_its_first_moment(alice: Person):
    row = make_application(user=alice.user, archived_at=timezone.now() - 3 * DAY)
    alice.send(path(row, "archive/"), {"do": "archive"}, page=path(row))

    assert Application.objects.get(pk=row.pk).archived_at == row.archived_at


def test_deleted_it_is_out_of_sight_and_undo_brings_all_of_it_back(alice: Person):
    today = alice.user.today()
    row = make_application(
        user=alice.user, moves=(("saved", today), ("applied", today)), next_step="Call", next_on=today
    )
    answer = alice.send(path(row, "delete/"), page=path(row))

    assert (answer.status_code, answer["Location"]) == (303, BOARD)
    assert alice.get(path(row)).status_code == 404
    page = alice.see(BOARD)
    assert (lane(page, "applied"), page.by_id("due").text) == ([], "")
    assert page.by_id("standing").text == "0 open."
    token = page.by_id("live").named("token").get("value")
    assert alice.send("/undo/", {"token": token}, page=BOARD)["Location"] == BOARD
    assert lane(alice.see(BOARD), "applied") == ["Fathom Freight"]
    assert rows(alice.see(TABLE)) == ["Fathom Freight"]
    assert row.changes.count() == 2


def test_bob_finds_nothing_here(alice: Person, bob: Person):
    row = make_application(user=alice.user)

    assert bob.get(path(row)).status_code == 404
    for part, fields in [("note/", {"note": "Mine"}), ("archive/", {"do": "archive"}), ("delete/", {})]:
        assert bob.send(path(row, part), fields, page=BOARD).status_code == 404
    row.refresh_from_db()
    assert (row.note, row.archived_at, row.deleted_at) == ("", None, None)
