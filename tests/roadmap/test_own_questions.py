"""Alice writes questions of her own: they are asked, changed, deleted and brought back."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone

from roadmap.models import OwnQuestion
from roadmap.review import own
from tests.factories import make_card, make_own_question
from tests.markup import parse
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.review_desk import GOOD, SKILL, answer, asked, bank, cards

NEW = f"/skills/{SKILL}/questions/"
WORDS = {"prompt": "What is $x^2$?", "answer": "A **square**.", "slip": "Twice x."}
ENTRY = "0191d5a0-0000-4000-8000-000000000001"


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def undo(person: Person, path: str = f"/skills/{SKILL}/") -> str:
    """Press Undo on the page at `path` and return what is said then."""
    token = person.see(path).by_id("live").named("token").get("value")
    person.send("/undo/", {"token": token}, page=path)
    return person.see(path).by_id("live").text.removesuffix("Undo").strip()


def test_an_own_question_is_added_once_and_asked_at_once(alice: Person):
    for _ in range(2):
        reply = alice.send(NEW, WORDS | {"entry": ENTRY}, page=NEW)
        assert (reply.status_code, reply["Location"]) == (303, f"/skills/{SKILL}/#questions")
    question = alice.user.own_questions.get()
    assert question.words == WORDS

    assert asked(alice) == f"o-{question.pk.hex}", "though nothing is ticked"
    page = alice.see("/review/")
    assert "Your own question" in page.by_id("card").text
    assert page.by_id("question").all("msup")
    assert page.by_id("answer").all("strong")[0].text == "square"
    answer(alice, GOOD)
    assert cards(alice)[WORDS["prompt"]].answers == 1
    assert "100% known, next 2 days" in alice.see(f"/skills/{SKILL}/").by_id("questions").text


def test_adding_is_undone(alice: Person):
    alice.send(NEW, WORDS | {"entry": ENTRY}, page=NEW)
    assert undo(alice) == "Undone: your question is as it was."

    assert not OwnQuestion.objects.of(alice.user).exists()
    assert asked(alice) == ""


def test_words_that_do_not_fit_come_back_with_the_reason(alice: Person):
    for wrong, reason in (
        ({"prompt": " "}, "Write the question."),
        ({"answer": ""}, "Write the answer that you want to know by heart."),
        ({"prompt": "x" * 601}, "This has 601 characters. Shorten it to 600 or fewer."),
        ({"answer": "x" * 10_000}, "This has 10000 characters. Shorten it to 4,000 or fewer."),
        ({"slip": "x" * 401}, "This has 401 characters. Shorten it to 400 or fewer."),
    ):
        reply = alice.send(NEW, WORDS | wrong | {"entry": ENTRY}, page=NEW)
        assert reply.status_code == 422
        page = parse(reply.content.decode())
        (name,) = wrong
        assert reason in page.by_id(f"own_{name}_error").text
        assert page.by_id(f"own_{name}").get("aria-invalid") == "true"
        kept = "answer" if name != "answer" else "prompt"
        assert page.by_id(f"own_{kept}").text.strip() == WORDS[kept]
        assert page.by_id("own-form").named("entry").get("value") == ENTRY
    assert not alice.user.own_questions.exists()


def test_a_question_is_changed_and_changed_back(alice: Person):
    question = make_own_question(user=alice.user, **WORDS)
    path = f"/review/questions/{question.pk}/"
    assert alice.see(path).by_id("own_prompt").text.strip() == WORDS["prompt"]
    reply = alice.send(path, WORDS | {"prompt": "And $x^3$?"}, page=path)
    assert reply["Location"] == f"/skills/{SKILL}/#questions"
    question.refresh_from_db()
    assert question.prompt == "And $x^3$?"

    assert undo(alice) == "Undone: your question is as it was."
    question.refresh_from_db()
    assert question.words == WORDS


def test_undo_leaves_words_that_changed_again(alice: Person):
    question = make_own_question(user=alice.user, **WORDS)
    path = f"/review/questions/{question.pk}/"
    alice.send(path, WORDS | {"prompt": "Second"}, page=path)
    token = alice.see(f"/skills/{SKILL}/").by_id("live").named("token").get("value")
    alice.send(path, WORDS | {"prompt": "Third"}, page=path)
    alice.see("/review/")
    alice.send("/undo/", {"token": token}, page="/review/")

    question.refresh_from_db()
    assert question.prompt == "Third"
    assert alice.see("/review/").by_id("live").text == "There was nothing left to undo."


def test_a_deleted_question_comes_back_with_what_is_remembered_of_it(alice: Person):
    question = make_own_question(user=alice.user, **WORDS)
    make_card(user=alice.user, own=question)
    path = f"/review/questions/{question.pk}/"
    for said in ("Question deleted.", "This question is gone already."):
        alice.send(path, {"do": "delete"}, page=path)
        page = alice.see(f"/skills/{SKILL}/")
        assert page.by_id("live").text.startswith(said)
        if said.startswith("Question"):
            token = page.by_id("live").named("token").get("value")
    assert asked(alice) == ""
    assert alice.get(path).status_code == 404
    assert WORDS["slip"] not in page.text
    alice.send("/undo/", {"token": token}, page="/review/")

    assert asked(alice) == f"o-{question.pk.hex}"
    assert cards(alice)[WORDS["prompt"]].answers == 1


def test_what_nobody_can_bring_back_is_let_go(alice: Person):
    old, new = make_own_question(user=alice.user), make_own_question(user=alice.user)
    OwnQuestion.objects.filter(pk=old.pk).update(deleted_at=timezone.now() - datetime.timedelta(hours=3))
    alice.send(f"/review/questions/{new.pk}/", {"do": "delete"})

    assert [q.pk for q in alice.user.own_questions.all()] == [new.pk]


def test_there_is_room_for_so_many(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(own, "MOST", 1)
    make_own_question(user=alice.user)
    reply = alice.send(NEW, WORDS | {"entry": ENTRY}, page=NEW)

    assert reply.status_code == 422
    assert "as many as there is room for" in parse(reply.content.decode()).by_id("errors").text
    assert alice.user.own_questions.count() == 1


def test_markup_and_formulas_that_are_none_stay_text(alice: Person):
    evil = "<script>alert(1)</script> [x](javascript:alert(1)) $\\frac{$ $\\text{<img src=x onerror=y>}$"
    make_own_question(user=alice.user, prompt=evil, answer=evil, slip="‮abc ‏אבג <b>")
    for path in ("/review/", f"/skills/{SKILL}/", "/review/questions/"):
        html = alice.get(path).content.decode()
        assert "<script>alert" not in html
        assert "javascript:" not in html.replace("[x](javascript:alert(1))", "")
        assert "<img" not in html
    assert alice.see("/review/").by_id("question").get("dir") == "auto"


def test_bob_neither_reads_nor_changes_a_question_of_alices(alice: Person, bob: Person):
    question = make_own_question(user=alice.user, **WORDS)
    path = f"/review/questions/{question.pk}/"

    assert bob.get(path).status_code == 404
    assert bob.send(path, WORDS | {"prompt": "Mine"}).status_code == 404
    assert bob.send(path, {"do": "delete"}).status_code == 404
    reply = bob.send(NEW, WORDS | {"prompt": "Mine", "entry": str(question.pk)}, page=NEW)
    assert reply.status_code == 303
    question.refresh_from_db()
    assert question.words == WORDS
    assert bob.user.own_questions.get().pk != question.pk


def test_a_visitor_sees_the_questions_of_a_skill_and_no_state(visitor: Person):
    section = visitor.see(f"/skills/{SKILL}/").by_id("questions")

    assert len(section.all("details")) == len(bank())
    assert "Not asked yet" not in section.text
    assert not section.all("a", id="add-question")
    assert visitor.get("/skills/no-such-skill/questions/").status_code == 302


def test_a_skill_that_fades_says_so(alice: Person):
    alice.tick(SKILL, "done")
    for question in bank():
        make_card(user=alice.user, question=question, stability=2, days_ago=60)
    section = alice.see(f"/skills/{SKILL}/").by_id("questions")
    assert "Refresh due" in section.text
    assert "next today" in section.text
    refresh = alice.see("/review/topics/").all("aside")[0]
    assert refresh.all("a")[0].get("href") == f"/skills/{SKILL}/#questions"
    for _ in bank():
        answer(alice, GOOD)

    assert "Refresh due" not in alice.see(f"/skills/{SKILL}/").text
    assert "Nothing has faded" in alice.see("/review/topics/").text
