"""Alice pastes job texts, edits and deletes them."""

import uuid

import pytest

from career.models import JobText
from tests import naughty
from tests.career.job_text_desk import LIST, NEW, POSTING, pasted, path_of, source
from tests.career.rows import make_application
from tests.career.story_book import token_of
from tests.markup import Node, parse
from tests.person import Person
from tests.test_kept_text import harmless

SENT = {"text": POSTING, "title": "ML Engineer", "company": "Fathom Freight", "link": "https://example.org/7"}


def paste(person: Person, **fields: str) -> JobText:
    """Paste a new text through its form."""
    answer = person.send(NEW, SENT | fields, page=NEW)
    assert answer.status_code == 303, answer.status_code
    row: JobText = JobText.objects.filter(user=person.user).latest("made_at")
    assert answer["Location"] == path_of(row)
    return row


def refused(answer: object) -> Node:
    assert answer.status_code == 422  # type: ignore[attr-defined]  # a test client's answer
    page = parse(answer.content.decode())  # type: ignore[attr-defined]  # see above
    assert page.all("title")[0].text.startswith("Error: ")
    return page


def test_pasted_alone_the_first_line_becomes_the_title(alice: Person):
    row = paste(alice, text=f"\r\n\r\n  {POSTING}", title="", company="", link="")
    assert (row.title, row.company, row.link) == ("ML Engineer, ETA", "", "")
    assert row.text == POSTING
    assert alice.see(path_of(row)).all("h1")[0].text == "Job text: ML Engineer, ETA"


def test_a_first_line_too_long_is_cut(alice: Person):
    row = paste(alice, text="word " * 100, title="")
    assert len(row.title) <= 120
    assert row.title.endswith("word…")


def test_pasted_with_everything(alice: Person):
    row = paste(alice)
    assert {name: getattr(row, name) for name in SENT} == SENT
    page = alice.see(path_of(row))
    assert page.all("h1")[0].text == "Job text: Fathom Freight"
    assert page.all("a", href="https://example.org/7")[0].get("rel") == "noopener nofollow ugc"
    assert "Saved: ML Engineer." in page.by_id("live").text


def test_sent_twice_it_is_there_once(alice: Person):
    key = alice.see(NEW).named("job_text").get("value")
    paste(alice, job_text=key)
    paste(alice, job_text=key, title="Again")
    assert [row.title for row in JobText.objects.all()] == ["ML Engineer"]


def test_an_id_of_a_strangers_text_makes_one_of_ones_own(alice: Person, bob: Person):
    row = paste(alice)
    assert paste(bob, job_text=str(row.pk), title="Mine now").pk != row.pk
    row.refresh_from_db()
    assert (row.user, row.title) == (alice.user, "ML Engineer")


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("text", "", "Paste the text"),
        ("text", " \r\n\t ", "Paste the text"),
        pytest.param("text", "x" * 60_001, "under 60,000 characters", id="long text"),
        pytest.param("title", "x" * 121, "under 120 characters", id="long title"),
        pytest.param("company", "x" * 10_000, "under 120 characters", id="long company"),
        ("link", "javascript:alert(1)", "Start with https://"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    row = pasted(alice)
    for path in (NEW, f"{path_of(row)}edit/"):
        page = refused(alice.send(path, SENT | {field: value}, page=path))
        assert reason in page.by_id(f"job_{field}_error").text
        assert page.by_id(f"job_{field}").get("aria-invalid") == "true"
        kept = page.by_id("job_text").raw.strip("\n")
        assert kept == (value if field == "text" and value.strip() else kept)
        if field != "text":
            assert kept == POSTING, "nothing pasted is lost"
        if field != "company":
            assert page.by_id("job_company").get("value") == "Fathom Freight"
    assert JobText.objects.get() == row


def test_sixty_thousand_characters_fit_whatever_the_line_ends(alice: Person):
    row = paste(alice, text="x\r\n" * 29_999 + "xy")
    assert len(row.text) == JobText.LONGEST


def test_what_is_pasted_comes_back_as_it_was(alice: Person):
    row = pasted(alice)
    for text in [*naughty.MARKUP, *naughty.CODE[::3], *naughty.TEXT[::3]]:
        answer = alice.send(f"{path_of(row)}edit/", SENT | {"text": text}, page=path_of(row))
        assert answer.status_code in (303, 422), text
        if answer.status_code == 422:
            continue
        row.refresh_from_db()
        kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        assert row.text == kept
        page = alice.see(path_of(row))
        assert source(page) == kept
        harmless(page)


def test_edited_it_is_read_anew(alice: Person):
    row = paste(alice)
    path = f"{path_of(row)}edit/"
    assert alice.see(path).by_id("job_text").raw.strip() == POSTING
    answer = alice.send(path, SENT | {"text": "We use SQL.", "title": ""}, page=path)
    assert (answer.status_code, answer["Location"]) == (303, path_of(row))
    changed = JobText.objects.get()
    assert (changed.text, changed.title) == ("We use SQL.", "We use SQL.")
    assert changed.changed_at > row.changed_at
    assert "SQL" in alice.see(path_of(row)).by_id("skills-h").parent.text  # type: ignore[union-attr]  # a heading


def test_deleted_it_comes_back_with_undo(alice: Person):
    row = paste(alice)
    application = make_application(user=alice.user, job_text=row)
    answer = alice.send(f"{path_of(row)}delete/", page=path_of(row))
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    page = alice.see(LIST)
    assert "ML Engineer is deleted." in page.by_id("live").text
    assert page.all("h3") == []
    assert alice.get(path_of(row)).status_code == 404
    assert alice.send(f"{path_of(row)}delete/", page=LIST).status_code == 404

    alice.send("/undo/", {"token": token_of(page)}, page=LIST)
    assert JobText.objects.get() == row
    application.refresh_from_db()
    assert application.job_text == row


def test_pasted_from_an_application_it_belongs_to_it(alice: Person, bob: Person):
    application = make_application(user=alice.user, company="Fathom Freight", role="ML Engineer, ETA")
    path = f"{NEW}?application={application.pk}"
    page = alice.see(path)
    assert page.by_id("job_company").get("value") == "Fathom Freight"
    row = paste(alice, application=page.named("application").get("value"))
    application.refresh_from_db()
    assert application.job_text == row

    assert bob.get(path).status_code == 404
    assert bob.get(f"{NEW}?application=nonsense").status_code == 404
    paste(bob, application=str(application.pk))
    application.refresh_from_db()
    assert application.job_text == row


def test_there_is_room_for_three_hundred(alice: Person):
    JobText.objects.bulk_create(
        JobText(user=alice.user, title=f"Text {n}", text="x") for n in range(JobText.MOST)
    )
    page = refused(alice.send(NEW, SENT, page=NEW))
    assert "as many as fit" in page.by_id("errors").text
    assert page.by_id("job_text").raw.strip() == POSTING
    last = JobText.objects.first()
    assert last
    assert alice.send(NEW, SENT | {"job_text": str(last.pk)}, page=NEW).status_code == 303, "it is there"
    assert "as many as fit" in alice.see(LIST).text
    alice.send(f"{path_of(last)}delete/", page=LIST)
    assert alice.send(NEW, SENT, page=NEW).status_code == 303


def test_an_id_that_is_none_is_refused(alice: Person):
    assert alice.send(NEW, SENT | {"job_text": "nonsense"}, page=NEW).status_code == 422
    assert alice.send(f"{LIST}{uuid.uuid4()}/edit/", SENT, page=LIST).status_code == 404
