"""“I was asked this”: noted, found, answered, taken into the review, deleted."""

import uuid
from collections.abc import Iterator

import pytest
import time_machine

from career.interviews.asked_list import SHOWN
from career.models import AskedQuestion
from roadmap.models import OwnQuestion, Skill
from tests.career.interview_book import ASKED, NOON, held, page_of
from tests.career.rows import make_asked
from tests.career.story_book import token_of
from tests.markup import parse
from tests.person import Person

NOTE = {"text": "Why freight?", "answer": "", "on": "2027-01-12", "skill": ""}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def listed(person: Person, query: str = "") -> list[str]:
    return [node.text for node in person.see(f"{ASKED}{query}").all("h3")]


def test_a_question_is_noted_once_without_an_interview(alice: Person):
    entry = str(uuid.uuid4())
    for _ in range(2):
        answer = alice.send(ASKED, NOTE | {"entry": entry, "skill": "numpy"}, page=ASKED)
        assert (answer.status_code, answer["Location"]) == (303, ASKED)
    page = alice.see(ASKED)
    assert "1 question" in page.by_id("log-h").text
    assert "NumPy" in page.by_id(f"asked-{entry}").text
    assert "Jan 12" in page.by_id(f"asked-{entry}").text


def test_questions_are_found_by_words_round_and_skill(alice: Person):
    row = held(alice, kind="design")
    numpy = Skill.objects.get(slug="numpy")
    make_asked(user=alice.user, text="Design an ETA service", interview=row)
    make_asked(user=alice.user, text="What is broadcasting?", skill=numpy, answer="Shapes, and ETA too")
    make_asked(user=alice.user, text="Why freight?")
    assert len(listed(alice)) == 3
    assert set(listed(alice, "?q=eta")) == {"Design an ETA service", "What is broadcasting?"}
    assert listed(alice, "?kind=design") == ["Design an ETA service"]
    assert set(listed(alice, "?kind=none")) == {"What is broadcasting?", "Why freight?"}
    assert listed(alice, "?skill=numpy") == ["What is broadcasting?"]
    assert listed(alice, "?q=service&kind=none") == []
    page = alice.see(f"{ASKED}?kind=design")
    assert page.all("a", href=page_of(row))
    assert "1 question found" in page.by_id("log-h").text


def test_a_filter_that_makes_no_sense_says_so_and_lists_all(alice: Person):
    make_asked(user=alice.user)
    for query in ("?kind=tea", "?skill=juggling", "?q=" + "x" * 201):
        page = alice.see(ASKED + query)
        assert [node for node in page.all("p") if "err" in node.get("class").split()]
        assert [node.text for node in page.all("h3")] == ["Why freight?"]


def test_a_long_log_has_pages_that_keep_the_filter(alice: Person):
    for number in range(SHOWN + 2):
        make_asked(user=alice.user, text=f"Question {number}")
    assert len(listed(alice, "?q=question")) == SHOWN
    assert len(listed(alice, "?q=question&page=2")) == 2
    assert alice.see(f"{ASKED}?q=question").all("a", href="?q=question&page=2#log-h")
    assert len(listed(alice, "?page=nonsense")) == SHOWN


def test_a_question_gets_an_answer(alice: Person):
    row = make_asked(user=alice.user)
    path = f"{ASKED}{row.pk}/"
    answer = alice.send(path, NOTE | {"answer": "Since\r\nit moves", "skill": "numpy"}, page=path)
    assert answer.status_code == 303
    row.refresh_from_db()
    assert (row.answer, row.skill and row.skill.slug) == ("Since\nit moves", "numpy")
    page = alice.see(path)
    assert page.by_id("asked_skill").all("option")[0].get("value") == "numpy"


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"text": " "}, "text", "Write what you were asked"),
        ({"text": "x" * 501}, "text", "501 characters"),
        ({"answer": "x" * 2001}, "answer", "under 2,000"),
        ({"on": "2027-01-14"}, "on", "still to come"),
        ({"on": ""}, "on", "Choose the day"),
        ({"skill": "juggling"}, "skill", "no such skill"),
    ],
)
def test_what_is_no_question_is_refused_beside_its_field(
    alice: Person, fields: dict[str, str], field: str, reason: str
):
    row = make_asked(user=alice.user, text="As it was")
    for path in (ASKED, f"{ASKED}{row.pk}/"):
        answer = alice.send(path, {**NOTE, "answer": "Typed", **fields}, page=path)
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id(f"asked_{field}_error").text
        if field != "answer":
            assert page.by_id("asked_answer").text == "Typed"
    assert AskedQuestion.objects.get().text == "As it was"


def test_it_becomes_a_review_question_once_and_undo_takes_it_back(alice: Person):
    row = make_asked(user=alice.user, answer="Since it moves", skill=Skill.objects.get(slug="numpy"))
    for _ in range(2):
        assert alice.send(f"{ASKED}{row.pk}/review/", page=ASKED).status_code == 303
    assert "already" in alice.see(ASKED).by_id("live").text
    own = OwnQuestion.objects.of(alice.user).get()
    assert (own.prompt, own.answer, own.skill.slug) == ("Why freight?", "Since it moves", "numpy")
    page = alice.see(ASKED)
    assert "in your review" in page.by_id(f"asked-{row.pk}").text
    assert not [node for node in page if node.id == f"review-{row.pk}"]


def test_a_review_question_is_taken_back(alice: Person):
    row = make_asked(user=alice.user, answer="Since it moves", skill=Skill.objects.get(slug="numpy"))
    alice.send(f"{ASKED}{row.pk}/review/", page=ASKED)
    alice.send("/undo/", {"token": token_of(alice.see(ASKED))}, page=ASKED)
    assert not OwnQuestion.objects.of(alice.user).exists()
    alice.send(f"{ASKED}{row.pk}/review/", page=ASKED)
    assert OwnQuestion.objects.of(alice.user).count() == 1


def test_without_answer_or_skill_it_says_what_is_missing(alice: Person):
    row = make_asked(user=alice.user)
    answer = alice.send(f"{ASKED}{row.pk}/review/", page=ASKED)
    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert "Write the answer first" in page.by_id("asked_answer_error").text
    assert "Choose the skill first" in page.by_id("asked_skill_error").text

    path = f"{ASKED}{row.pk}/"
    fields = NOTE | {"answer": "Since it moves", "skill": "numpy", "do": "review"}
    assert alice.send(path, fields, page=path).status_code == 303
    assert OwnQuestion.objects.of(alice.user).get().answer == "Since it moves"


def test_a_deleted_question_comes_back(alice: Person):
    row = make_asked(user=alice.user)
    answer = alice.send(f"{ASKED}{row.pk}/delete/", page=ASKED)
    assert (answer.status_code, answer["Location"]) == (303, ASKED)
    page = alice.see(ASKED)
    assert "Why freight? is deleted." in page.by_id("live").text
    assert listed(alice) == []
    alice.send("/undo/", {"token": token_of(page)}, page=ASKED)
    assert listed(alice) == ["Why freight?"]


def test_questions_outlive_their_round(alice: Person):
    row = held(alice)
    make_asked(user=alice.user, interview=row)
    alice.send(f"{page_of(row)}delete/", page=page_of(row))
    page = alice.see(ASKED)
    assert [node.text for node in page.all("h3")] == ["Why freight?"]
    assert not page.all("a", href=page_of(row))


def test_there_is_room_for_so_many(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(AskedQuestion, "MOST", 1)
    assert [alice.send(ASKED, NOTE, page=ASKED).status_code for _ in range(2)] == [303, 422]


def test_markup_stays_text(alice: Person):
    make_asked(user=alice.user, text="<script>alert(1)</script>", answer="<b>bold</b>")
    html = alice.get(ASKED).content.decode()
    assert "<script>alert" not in html
    assert "<b>bold" not in html
