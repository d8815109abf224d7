"""What Alice wrote, logged and answered on a train: both texts stay, and time counts on its day."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
from django.utils import timezone
from time_machine import travel

from roadmap.models import Note, ReviewAnswer, StudySession
from tests.person import Person
from tests.roadmap.waiting import ago, late, long_there, words

NOTE = "/skills/py-syntax/note/"


@pytest.fixture(autouse=True)
def midday(alice: Person) -> Iterator[None]:
    """Noon, so that an hour ago is today."""
    with travel(datetime.datetime(2026, 11, 19, 12, tzinfo=datetime.UTC), tick=False):
        long_there(alice)
        alice.user.refresh_from_db()
        yield


def test_a_note_that_nobody_else_touched_is_saved(alice: Person):
    alice.send(NOTE, {"text": "One line"})

    answer = late(alice, NOTE, {"text": "One line\r\nand another", "base": "One line"})

    assert words(answer)[1] == "applied"
    assert Note.objects.get().text == "One line\nand another"


def test_of_two_texts_both_stay(alice: Person):
    alice.send(NOTE, {"text": "From the desk"})

    answer = late(alice, NOTE, {"text": "From the train", "base": ""}, at=ago(1))

    assert words(answer)[1] == "merged"
    assert Note.objects.get().text == "From the desk\n\nFrom another device, 11:00\n\nFrom the train"


def test_what_she_went_on_writing_stays_in_one_piece(alice: Person):
    alice.send(NOTE, {"text": "Desk"})
    late(alice, NOTE, {"text": "Train", "base": ""}, at=ago(2))

    late(alice, NOTE, {"text": "Train, later", "base": "Train"}, at=ago(1))

    assert Note.objects.get().text == "Desk\n\nFrom another device, 10:00\n\nTrain, later"


def test_an_emptied_note_does_not_empty_what_was_written_elsewhere(alice: Person):
    alice.send(NOTE, {"text": "From the desk"})

    assert words(late(alice, NOTE, {"text": "", "base": "Old"}))[1] == "merged"
    assert Note.objects.get().text == "From the desk"


def test_texts_too_long_together_are_refused_and_stay_apart(alice: Person):
    alice.send(NOTE, {"text": "a" * 15_000})

    status, _, said = words(late(alice, NOTE, {"text": "b" * 15_000, "base": ""}))

    assert status == 422
    assert "Copy yours" in said
    assert Note.objects.get().text == "a" * 15_000


def test_time_is_logged_on_the_day_it_was_spent(alice: Person):
    answer = late(alice, "/log/", {"subject": "skill:py-syntax", "minutes": "45"}, at=ago(30))

    assert words(answer)[:2] == (200, "applied")
    entry = StudySession.objects.get(user=alice.user)
    assert (entry.day, entry.minutes) == (datetime.date(2026, 11, 18), 45)


def test_an_entry_whose_answer_was_lost_is_not_logged_twice(alice: Person):
    entry = {"subject": "skill:py-syntax", "minutes": "45", "entry": str(uuid.uuid4())}
    alice.send("/log/", entry)

    assert words(late(alice, "/log/", entry, at=timezone.now()))[1] == "applied"
    assert StudySession.objects.filter(user=alice.user).count() == 1


def test_a_day_that_is_full_is_said(alice: Person):
    alice.send("/log/", {"minutes": "1400"})

    status, result, said = words(late(alice, "/log/", {"minutes": "60"}))

    assert (status, result) == (422, "refused")
    assert "room for 40 more minutes" in said


def answer_form(alice: Person) -> dict[str, str]:
    form = alice.see("/review/").by_id("answer")
    return {name: form.named(name).get("value") for name in ("card", "answer", "shown")} | {"rating": "3"}


def test_an_answer_is_given_on_the_day_it_was_given(alice: Person):
    with travel(ago(30), tick=False):
        alice.tick("py-syntax")
        fields = answer_form(alice)

    assert words(late(alice, "/review/answer/", fields, at=ago(29)))[:2] == (200, "applied")

    given = ReviewAnswer.objects.get()
    assert (given.day, given.answered_at) == (datetime.date(2026, 11, 18), ago(29))


def test_a_card_answered_elsewhere_is_not_answered_again(alice: Person):
    alice.tick("py-syntax")
    fields = answer_form(alice)
    alice.quietly("/review/answer/", fields)

    lost = words(late(alice, "/review/answer/", fields, at=ago(0.1)))
    other = words(late(alice, "/review/answer/", fields | {"rating": "1"}, at=ago(0.1)))

    assert lost[1] == "applied", "the same answer, of which only the word was lost"
    assert other[1:] == ("superseded", "This one was answered already.")
    assert ReviewAnswer.objects.count() == 1
