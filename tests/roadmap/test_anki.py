"""Questions go to Anki, and own ones come back, as often as one likes."""

import csv

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from roadmap.models import OwnQuestion
from roadmap.review.anki import OWN, SKILL, Note, as_typed, read, with_slip, written
from tests.factories import make_own_question
from tests.markup import parse
from tests.person import Person
from tests.roadmap.review_desk import bank, key

PAGE = "/review/questions/"
TAGS = f"{OWN} {SKILL}py-syntax"
WORDS = {
    "prompt": 'What is "x"\tin\n<b>$x^2$</b> & why?',
    "answer": "Line one\n\n- **two**\n- `a < b`",
    "slip": "It's ‮odd‬ – really.",
}


def upload(person: Person, text: str | bytes):
    body = text.encode() if isinstance(text, str) else text
    return person.send(PAGE, {"file": SimpleUploadedFile("notes.txt", body)}, page=PAGE)


def own_of(person: Person) -> list[dict[str, str]]:
    return [question.words for question in OwnQuestion.objects.of(person.user)]


def said(person: Person) -> str:
    return person.see(PAGE).by_id("live").text


# What a text field of a form can hold: ends of lines arrive as they were sent, and are made one kind.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t"), min_size=1
)


@given(texts, texts, texts)
def test_what_goes_out_comes_back(prompt: str, answer: str, slip: str):
    prompt, answer, slip = prompt.strip() or "x", answer.strip() or "y", slip.strip()
    note = Note("o-" + "0" * 32, as_typed(prompt), with_slip(answer, slip), (OWN, f"{SKILL}py-syntax"))
    reading = read(written([note]))

    assert reading.bad == ()
    (row,) = reading.rows
    expected = [text.replace("\xa0", " ").strip() for text in (prompt, answer, slip)]
    assert [row.prompt, row.answer, row.slip] == expected
    assert (row.id, row.skill) == ("0" * 32, "py-syntax")


def test_the_file_is_one_that_anki_reads(alice: Person):
    alice.tick("py-syntax", "done")
    question = make_own_question(user=alice.user, **WORDS)
    reply = alice.get("/review/export/")
    assert reply["Content-Disposition"] == 'attachment; filename="milepost-questions.txt"'
    assert reply["Content-Type"].startswith("text/tab-separated-values")
    lines = reply.content.decode().split("\n")
    assert lines[:5] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#tags column:4",
        "#columns:GUID\tFront\tBack\tTags",
    ]

    rows = list(csv.reader(lines[5:-1], delimiter="\t"))
    assert [row[0] for row in rows] == [*(key(q) for q in bank()), f"o-{question.pk.hex}"]
    assert all(len(row) == 4 for row in rows)
    assert rows[0][3] == "milepost::skill::py-syntax milepost::module::python"
    assert "<p>" in rows[0][2]
    assert "<hr>" in rows[0][2]
    assert rows[-1][3].split()[0] == OWN


def test_an_export_read_back_changes_nothing(alice: Person):
    alice.tick("py-syntax", "done")
    make_own_question(user=alice.user, **WORDS)
    file = alice.get("/review/export/").content
    for _ in range(2):
        assert upload(alice, file).status_code == 303
        assert said(alice).startswith("Read: 0 added, 0 changed, 1 as they were.")
        assert own_of(alice) == [WORDS]


def test_a_deleted_question_comes_back_and_an_edited_one_is_changed(alice: Person):
    first = make_own_question(user=alice.user, **WORDS)
    make_own_question(user=alice.user, prompt="Second?")
    file = alice.get("/review/export/").content.decode().replace("Second?", "Third?")
    alice.send(f"{PAGE}{first.pk}/", {"do": "delete"})
    upload(alice, file)

    assert {words["prompt"] for words in own_of(alice)} == {WORDS["prompt"], "Third?"}
    assert alice.user.own_questions.count() == 2


def test_notes_made_in_anki_are_added_once(alice: Person):
    """Anki gives its own notes short names, and its editor puts lines into <div> elements."""
    file = (
        "#separator:semicolon\n#html:true\n#guid column:1\n#tags column:4\n"
        f'bX2&k;"What is <i>it</i>?";"One<div>two &amp; three</div>";{TAGS}\n'
    )
    for expected in ("Read: 1 added, 0 changed.", "Read: 0 added, 0 changed, 1 as they were."):
        upload(alice, file)
        assert said(alice) == expected

    assert own_of(alice) == [{"prompt": "What is it?", "answer": "Onetwo & three", "slip": ""}]


def test_bad_lines_are_named_and_nothing_is_lost(alice: Person):
    make_own_question(user=alice.user, **WORDS)
    lines = [
        "#separator:tab",
        "#html:true",
        f"\tGood?\tYes.\t{TAGS}",
        "",
        f"\t\tNo question.\t{TAGS}",
        f"\tNo answer?\t\t{TAGS}",
        "\tNo tag?\tNone.\t",
        f"\tNo skill?\tNone.\t{OWN} {SKILL}flying",
        "alone",
        f"\t{'x' * 601}\tToo long.\t{TAGS}",
    ]
    reply = upload(alice, "\n".join(lines))

    assert reply.status_code == 422
    page = parse(reply.content.decode())
    assert [item.text for item in page.by_id("errors").all("li")] == [
        "Line 5: The question is empty.",
        "Line 6: The answer is empty.",
        "Line 7: It names no skill. Tag it as in milepost::skill::py-syntax.",
        "Line 8: There is no skill “flying”. Tag it as in milepost::skill::py-syntax.",
        "Line 9: It has no front and back. Part the columns by tabs.",
        "Line 10: The prompt has 601 characters. Shorten it to 600 or fewer.",
    ]
    assert page.all("title")[0].text.startswith("Error: ")
    assert own_of(alice) == [WORDS], "not even the good line was taken"
    typed = page.by_id("import_lines").text.strip()
    assert "Good?" in typed
    mended = "\n".join(lines[:3])
    alice.send(PAGE, {"lines": mended}, page=PAGE)
    assert len(own_of(alice)) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "This file is empty."),
        ("Füße".encode("latin-1"), "This file is no UTF-8 text."),
        ("#separator:tab\n\tq\ta\t".encode("utf-16"), "This file is no"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This file is no"),
    ],
)
def test_a_file_that_is_no_text_is_refused(alice: Person, body: bytes, reason: str):
    reply = upload(alice, body)

    assert reply.status_code == 422
    assert reason in parse(reply.content.decode()).by_id("import_file_error").text


def test_no_file_at_all_is_asked_for(alice: Person):
    reply = alice.send(PAGE, {}, page=PAGE)

    assert reply.status_code == 422
    assert "Choose the file to read." in parse(reply.content.decode()).by_id("import_file_error").text


@pytest.mark.parametrize(
    "text", ['\t"open\tnever closed\t' + TAGS, "\t" + "x" * 140_000, '"', '\ta "b" c\t"d"e\t']
)
def test_broken_quotes_are_a_bad_line_and_no_error(alice: Person, text: str):
    reply = upload(alice, text)

    assert reply.status_code == 422
    assert "Line 1:" in parse(reply.content.decode()).by_id("errors").text


def test_a_question_of_alices_in_bobs_file_becomes_his_own(alice: Person, bob: Person):
    question = make_own_question(user=alice.user, **WORDS)
    file = alice.get("/review/export/").content
    for _ in range(2):
        upload(bob, file)

    assert own_of(bob) == [WORDS]
    assert bob.user.own_questions.get().pk != question.pk
    assert alice.user.own_questions.get() == question


@given(st.text(max_size=300))
def test_whatever_is_in_a_file_it_is_read_without_an_error(text: str):
    reading = read(text)

    assert all(number >= 1 for number, _ in reading.bad)
