"""The learner's own day decides what is due: far east, far west, and where clocks are turned."""

import datetime

import pytest
import time_machine

from tests.factories import make_card, make_user
from tests.person import Person
from tests.roadmap.review_desk import GOOD, answer, asked, bank, cards, key

# In Kiritimati this is July 23, in Pago Pago July 22.
MIDDAY = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)
HERE, TOMORROW = datetime.date(2026, 7, 22), datetime.date(2026, 7, 23)


def learner(zone: str) -> Person:
    person = Person(make_user(time_zone=zone))
    person.tick("py-syntax", "done")
    return person


def only(person: Person, due_on: datetime.date) -> None:
    """Leave one card of the bank to be asked, due on a day."""
    first, *others = bank()
    make_card(user=person.user, question=first, due_on=due_on)
    for question in others:
        make_card(user=person.user, question=question, suspended=True)


@pytest.mark.parametrize(
    ("zone", "due_today", "due_tomorrow"),
    [("Pacific/Kiritimati", True, True), ("Pacific/Pago_Pago", True, False), ("UTC", True, False)],
)
def test_a_day_begins_where_the_learner_lives(db: None, zone: str, due_today: bool, due_tomorrow: bool):
    with time_machine.travel(MIDDAY, tick=False):
        for day, is_due in ((HERE, due_today), (TOMORROW, due_tomorrow)):
            person = learner(zone)
            only(person, day)
            assert bool(asked(person)) == is_due


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
def test_an_answer_belongs_to_the_learners_day(db: None, zone: str):
    with time_machine.travel(MIDDAY, tick=False):
        person = learner(zone)
        answer(person, GOOD)
        today = person.user.today()
        card = cards(person)[bank()[0].slug]
        assert (card.reviewed_on, card.due_on) == (today, today + datetime.timedelta(2))
        assert person.user.review_answers.get().day == today
        assert person.user.study_sessions.get().day == today


@pytest.mark.parametrize(
    "turned",
    [
        datetime.datetime(2026, 3, 29, tzinfo=datetime.UTC),
        datetime.datetime(2026, 10, 25, tzinfo=datetime.UTC),
    ],
)
def test_a_day_of_23_or_25_hours_is_one_day(db: None, turned: datetime.datetime):
    evening = turned - datetime.timedelta(hours=4)
    with time_machine.travel(evening, tick=False):
        person = learner("Europe/Berlin")
        answer(person, "2")
        saturday = person.user.today()
    card = cards(person)[bank()[0].slug]
    assert (card.due_on - saturday).days == 1
    for hours, is_due in ((0, False), (10, True)):
        with time_machine.travel(evening + datetime.timedelta(hours=hours), tick=False):
            person.user.review_cards.exclude(pk=card.pk).delete()
            assert (asked(person) == key(bank()[0])) == is_due


def test_who_flies_west_is_not_asked_twice_on_the_same_evening(db: None):
    with time_machine.travel(MIDDAY, tick=False):
        person = learner("Pacific/Kiritimati")
        for _ in bank():
            answer(person, GOOD)
        person.send(
            "/settings/",
            {"display_name": "", "time_zone": "Pacific/Pago_Pago", "theme": "dark", "shortcuts": "on"},
        )
        person.user.refresh_from_db()
        assert person.user.today() == HERE

        assert asked(Person(person.user)) == ""
