"""Alice reviews: a question, its answer, how well she knew it, the next one."""

import pytest
from django.db.models import F

from roadmap.models import CatalogueVersion, Question, ReviewAnswer
from tests.factories import make_answer, make_break, make_card, make_own_question
from tests.markup import parse
from tests.person import Person
from tests.roadmap.log_book import said
from tests.roadmap.review_desk import (
    AGAIN,
    EASY,
    GOOD,
    SKILL,
    TODAY,
    ago,
    answer,
    asked,
    bank,
    cards,
    form,
    key,
    next_card,
    undo,
)

pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def learnt(alice: Person) -> Person:
    """Alice, with one skill done."""
    alice.tick(SKILL, "done")
    return alice


@pytest.mark.parametrize(
    ("state", "is_asked"), [("done", True), ("learning", True), ("skipped", False), ("open", False)]
)
def test_questions_come_with_the_skills_that_are_done_or_under_way(alice: Person, state: str, is_asked: bool):
    assert asked(alice) == ""
    assert "Questions come with the skills" in alice.see("/review/").by_id("card").text
    alice.tick(SKILL, state)

    assert (asked(alice) == key(bank()[0])) == is_asked


def test_a_session_from_the_first_question_to_the_last(learnt: Person):
    page = learnt.see("/review/")
    head = page.by_id("session")
    number = len(bank())
    assert f"1 of {number}" in head.text
    assert page.by_id("show-answer").text == "Answer"
    buttons = [button.text for button in page.by_id("answer").all("button")]
    assert buttons == ["Again once more today", "Hard tomorrow", "Good 2 days", "Easy 8 days"]

    for place, question in enumerate(bank()):
        assert asked(learnt) == key(question)
        reply = answer(learnt, GOOD)
        assert said(reply) == "Good: 2 days."
        assert parse(reply.content.decode()).all("progress")[0].get("value") == str(place + 1)

    card = parse(reply.content.decode()).by_id("card")
    assert f"Done for today: {number} questions answered." in card.text
    assert "The next one comes in 2 days." in card.text
    assert {c.due_on for c in cards(learnt).values()} == {ago(-2)}


def test_what_was_forgotten_comes_back_at_the_end_of_the_session(learnt: Person):
    first, *others = bank()
    answer(learnt, AGAIN)
    for question in others:
        assert next_card(answer(learnt, GOOD)) != key(question)
    assert asked(learnt) == key(first)
    assert "Asked today" in learnt.see("/review/").by_id("card").text
    answer(learnt, AGAIN)
    assert asked(learnt) == key(first)
    answer(learnt, GOOD)

    assert asked(learnt) == ""
    card = cards(learnt)[first.slug]
    assert (card.answers, card.lapses, card.due_on > TODAY) == (3, 1, True)
    assert learnt.user.review_answers.count() == len(bank()) + 2


def test_an_answer_sent_twice_counts_once(learnt: Person):
    fields = form(learnt.see("/review/")) | {"rating": GOOD}
    first = learnt.quietly("/review/answer/", fields, page="/review/")
    before = list(learnt.user.review_cards.values()), list(learnt.user.review_answers.values())
    for rating in (GOOD, AGAIN):
        reply = learnt.quietly("/review/answer/", fields | {"rating": rating}, page="/review/")
        assert said(reply) == "This one was answered already."
        assert next_card(reply) == next_card(first)

    assert before == (list(learnt.user.review_cards.values()), list(learnt.user.review_answers.values()))
    assert learnt.user.study_sessions.get().minutes == 1


def test_the_same_card_in_two_windows_is_answered_once(learnt: Person):
    one, other = form(learnt.see("/review/")), form(learnt.see("/review/"))
    learnt.send("/review/answer/", one | {"rating": GOOD}, page="/review/")
    learnt.send("/review/answer/", other | {"rating": EASY}, page="/review/")

    assert [a.rating for a in learnt.user.review_answers.all()] == [int(GOOD)]


def test_without_script_the_answer_leads_back_to_the_next_card(learnt: Person):
    reply = answer(learnt, GOOD, quiet=False)

    assert (reply.status_code, reply["Location"]) == (303, "/review/")
    page = learnt.see("/review/")
    assert page.by_id("live").text.startswith("Good: 2 days.")
    assert form(page)["card"] == key(bank()[1])
    assert page.by_id("live").all("form")[0].get("action") == "/undo/"


@pytest.mark.parametrize("rating", [AGAIN, GOOD])
@pytest.mark.parametrize("answered_before", [True, False])
def test_an_answer_is_taken_back_whole(learnt: Person, rating: str, answered_before: bool):
    if answered_before:
        for question in bank():
            make_card(user=learnt.user, question=question, lapses=2, answers=5)
    stood = list(learnt.user.review_cards.order_by("pk").values())
    first = asked(learnt)
    reply = answer(learnt, rating)
    assert list(learnt.user.review_cards.order_by("pk").values()) != stood

    assert undo(learnt, reply) == "Undone: the card is as it was."
    assert list(learnt.user.review_cards.order_by("pk").values()) == stood
    assert not learnt.user.review_answers.exists()
    assert not learnt.user.study_sessions.exists()
    assert asked(learnt) == first
    assert undo(learnt, reply) == "There was nothing left to undo."


def test_only_the_last_answer_to_a_card_is_taken_back(learnt: Person):
    for question in bank()[1:]:
        make_card(user=learnt.user, question=question, suspended=True)
    first = answer(learnt, AGAIN)
    answer(learnt, GOOD)

    assert undo(learnt, first) == "There was nothing left to undo."
    assert learnt.user.review_answers.count() == 2


def test_a_rating_that_is_none_is_refused_beside_the_buttons(learnt: Person):
    fields = form(learnt.see("/review/"))
    for wrong in ("", "0", "5", "good", "33"):
        reply = learnt.send("/review/answer/", fields | {"rating": wrong}, page="/review/")
        assert reply.status_code == 422
        page = parse(reply.content.decode())
        assert page.by_id("rating-error").text == "Choose one of the four: Again, Hard, Good or Easy."
        assert "open" in page.by_id("answer").attributes
        assert form(page)["card"] == fields["card"]
    assert learnt.quietly("/review/answer/", fields, page="/review/").status_code == 422
    assert not learnt.user.review_cards.exists()


def test_the_day_has_a_cap_and_those_most_at_risk_come_first(learnt: Person):
    learnt.send("/settings/review/", {"daily_cap": "2", "interview_on": ""})
    days = (30, 50, 40)
    for question, ago_ in zip(bank(), days, strict=False):
        make_card(user=learnt.user, question=question, days_ago=ago_)
        make_answer(card=make_own_card(learnt, ago_), day=ago(1))
    page = learnt.see("/review/")
    assert "1 of 2" in page.by_id("session").text

    faded = [card for card in cards(learnt).values() if card.reviewed_on == ago(50)]
    assert form(page)["card"] in {key_of(card) for card in faded}
    answer(learnt, GOOD)
    text = parse(answer(learnt, GOOD).content.decode()).by_id("card").text
    assert "Done for today: 2 questions answered." in text
    assert "4 more wait for another day" in text


def make_own_card(person: Person, days: int):
    return make_card(user=person.user, own=make_own_question(user=person.user), days_ago=days)


def key_of(card) -> str:
    return f"q-{card.question.slug}" if card.question else f"o-{card.own_id.hex}"


def test_after_a_break_a_day_asks_half(learnt: Person):
    learnt.tick("bayes-theorem", "done")
    learnt.send("/settings/review/", {"daily_cap": "4", "interview_on": ""})
    assert "1 of 4" in learnt.see("/review/").by_id("session").text
    make_break(user=learnt.user, starts_on=ago(9), days=8)

    assert "1 of 2" in learnt.see("/review/").by_id("session").text


def test_a_long_pause_is_a_break_too(learnt: Person):
    learnt.tick("bayes-theorem", "done")
    learnt.send("/settings/review/", {"daily_cap": "4", "interview_on": ""})
    card = make_card(user=learnt.user, question=bank()[0], days_ago=20, stability=100)
    make_answer(card=card)

    assert "1 of 2" in learnt.see("/review/").by_id("session").text
    assert "behind" not in learnt.see("/review/").text.lower()


@pytest.mark.usefixtures("own_snapshot")
def test_a_retired_question_is_asked_no_more_and_its_history_stays(learnt: Person):
    first = bank()[0]
    fields = form(learnt.see("/review/")) | {"rating": GOOD}
    make_answer(card=make_card(user=learnt.user, question=first))
    Question.objects.filter(pk=first.pk).update(retired=True)
    CatalogueVersion.objects.update(number=F("number") + 1)

    assert asked(learnt) not in ("", key(first))
    reply = learnt.quietly("/review/answer/", fields, page="/review/")
    assert said(reply) == "This question is not asked any more. Nothing was changed."
    assert first.prompt[:30] not in learnt.see(f"/skills/{SKILL}/").text
    assert learnt.user.review_answers.count() == 1
    Question.objects.filter(pk=first.pk).update(retired=False)
    CatalogueVersion.objects.update(number=F("number") + 1)
    assert asked(learnt) == key(first), "it is due, as it was"


def test_a_reopened_skill_takes_its_questions_along_and_brings_them_back(learnt: Person):
    make_card(user=learnt.user, question=bank()[0])
    learnt.tick(SKILL, "open")
    assert asked(learnt) == ""
    learnt.tick(SKILL, "learning")

    assert asked(learnt) == key(bank()[0])
    assert cards(learnt)[bank()[0].slug].answers == 1


def test_a_question_put_aside_is_asked_again_when_wanted(learnt: Person):
    first, second = bank()[:2]
    for _ in range(2):
        reply = learnt.send("/review/card/", {"card": key(first), "do": "suspend"}, page="/review/")
        assert reply["Location"] == "/review/"
        assert asked(learnt) == key(second)
    page = learnt.see("/review/topics/")
    assert "Put aside" in page.text
    learnt.send("/review/card/", {"card": key(first), "do": "resume"}, page="/review/topics/")
    page = learnt.see("/review/")
    assert form(page)["card"] == key(first)
    token = page.by_id("live").named("token").get("value")
    learnt.send("/undo/", {"token": token}, page="/review/")

    assert cards(learnt)[first.slug].suspended
    assert asked(learnt) == key(second)


def test_the_deck_from_scratch_is_asked_whole(alice: Person):
    scratch = Question.objects.filter(from_scratch=True, retired=False).select_related("skill").first()
    assert scratch is not None
    page = alice.see("/review/scratch/")
    assert "0 of" in page.text
    alice.tick(SKILL, "done")
    alice.tick(scratch.skill.slug, "done")
    alice.send("/settings/review/", {"daily_cap": "1", "interview_on": ""})
    path = "/review/?deck=scratch"
    mine = Question.objects.filter(from_scratch=True, skill=scratch.skill, retired=False)
    seen = []
    for _ in mine:
        seen.append(asked(alice, path))
        reply = answer(alice, GOOD, path=path, quiet=False)
        assert reply["Location"] == path

    assert set(seen) == {key(question) for question in mine}
    assert asked(alice, path) == ""


def test_a_stranger_meets_nothing_of_alices(learnt: Person, bob: Person):
    own = make_own_question(user=learnt.user)
    bob.tick(SKILL, "done")
    fields = form(bob.see("/review/")) | {"rating": GOOD}

    for card in (f"o-{own.pk.hex}", "q-no-such-question", "", "o-", "x"):
        reply = bob.send("/review/answer/", fields | {"card": card}, page="/review/")
        assert reply.status_code == 404, card
        assert bob.send("/review/card/", {"card": card, "do": "suspend"}).status_code == 404, card
    reply = answer(learnt, GOOD)
    assert undo(bob, reply).startswith("This can no longer be undone.")
    assert ReviewAnswer.objects.filter(user=learnt.user).count() == 1
    assert learnt.user.review_cards.get().suspended is False
