"""FSRS by whole days, the share of a day, and what an interview asks for."""

import datetime
from statistics import fmean

import pytest
from fsrs import Card, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from roadmap.review.aim import gain
from roadmap.review.schedule import AGAIN, EASY, GOOD, HARD, LONGEST, RATINGS, Memory, answered, recall
from roadmap.review.share import share

TODAY = datetime.date(2026, 7, 22)
ratings = st.sampled_from(RATINGS)


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days)


def ahead(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days)


def test_the_first_answer_sets_when_a_card_comes_back():
    days = [(answered(None, rating, TODAY).due_on - TODAY).days for rating in RATINGS]

    assert days == [0, 1, 2, 8], "forgotten: the same day; the others by the published weights"


def test_a_card_is_due_when_recall_has_fallen_to_nine_in_ten():
    memory, due_on = answered(None, EASY, TODAY)

    assert recall(memory, TODAY) == 1
    assert recall(memory, due_on) == pytest.approx(0.9, abs=0.01)
    assert recall(memory, ahead(400)) < 0.7


def test_knowing_it_each_time_makes_the_steps_longer():
    memory, due_on, steps = None, TODAY, []
    for _ in range(5):
        memory, next_on = answered(memory, GOOD, due_on)
        steps.append((next_on - due_on).days)
        due_on = next_on

    assert steps == sorted(set(steps)), "each longer than the last"


def test_forgetting_makes_it_less_stable_and_harder():
    memory = Memory(30.0, 5.0, ago(30))
    lapsed, due_on = answered(memory, AGAIN, TODAY)

    assert due_on == TODAY
    assert lapsed.stability < memory.stability
    assert lapsed.difficulty > memory.difficulty


@given(st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=8))
def test_whatever_is_answered_the_plan_is_sane(history: list[tuple[int, int]]):
    memory, day = None, ago(0)
    for rating, later in history:
        day += datetime.timedelta(later)
        memory, due_on = answered(memory, rating, day)
        assert day <= due_on <= day + datetime.timedelta(LONGEST)
        assert (due_on == day) == (rating == AGAIN)
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
        assert 0 < recall(memory, day + datetime.timedelta(30)) <= 1


@given(st.floats(0.1, 500), st.floats(1, 10), st.integers(0, 700))
def test_recall_is_that_of_the_library(stability: float, difficulty: float, days: int):
    then, now = (datetime.datetime.combine(day, datetime.time(), datetime.UTC) for day in (ago(days), TODAY))
    card = Card(1, State.Review, None, stability, difficulty, now, then)

    assert recall(Memory(stability, difficulty, ago(days)), TODAY) == pytest.approx(
        Scheduler().get_card_retrievability(card, now)
    )


@given(st.floats(0.1, 300), ratings)
def test_a_better_answer_never_brings_a_card_back_sooner(stability: float, rating: int):
    memory = Memory(stability, 5.0, ago(10))
    due = [answered(memory, each, TODAY).due_on for each in RATINGS]

    assert due == sorted(due)


def test_who_flies_west_after_a_review_meets_no_negative_day():
    tomorrow = Memory(5.0, 5.0, ahead(1))

    assert recall(tomorrow, TODAY) == 1
    assert answered(tomorrow, HARD, TODAY).due_on > TODAY


@pytest.mark.parametrize(
    ("days", "breaks", "expected"),
    [
        ([], [], 20),
        ([1, 2, 3], [], 20),
        ([7], [], 20),
        ([8], [], 10),
        ([100], [], 10),
        ([30, 2, 1], [], 10),
        ([30, 6], [], 10),
        ([30, 7, 6, 5], [], 20),
        ([1], [(10, 1)], 10),
        ([1], [(10, 7)], 10),
        ([1], [(20, 8)], 20),
        ([1], [(1, 1)], 20),
        ([1], [(3, -3)], 20),
    ],
)
def test_the_way_back_from_a_break_is_half_as_steep(
    days: list[int], breaks: list[tuple[int, int]], expected: int
):
    off = [(ago(first), ago(last)) for first, last in breaks]

    assert share(20, TODAY, [ago(n) for n in days], off) == expected


def test_half_of_one_card_is_one_card():
    assert share(1, TODAY, [ago(50)], []) == 1


def test_what_is_never_asked_gains_most_and_what_was_just_asked_least():
    date = ahead(30)
    new, fading = gain(None, TODAY, date), gain(Memory(4.0, 5.0, ago(10)), TODAY, date)
    fresh, solid = gain(Memory(4.0, 5.0, ago(1)), TODAY, date), gain(Memory(400.0, 5.0, ago(20)), TODAY, date)

    assert new > fading > fresh > solid
    assert solid < 0.02


@given(st.floats(0.5, 300), st.floats(1, 10), st.integers(1, 100), st.integers(1, 200))
def test_a_gain_is_a_difference_of_chances(stability: float, difficulty: float, days: int, to_go: int):
    assert -1 < gain(Memory(stability, difficulty, ago(days)), TODAY, ahead(to_go)) < 1


def learn(aim: datetime.date | None, *, cards: int, cap: int, days: int) -> float:
    """Return the mean recall on the last day of somebody who knows each card when it is asked."""
    memories: list[Memory | None] = [None] * cards
    due = [TODAY] * cards
    for n in range(days):
        day = ahead(n)
        if aim:
            order = sorted(range(cards), key=lambda i: -gain(memories[i], day, aim))
        else:
            late = [i for i in range(cards) if memories[i] and due[i] <= day]
            order = late + [i for i in range(cards) if memories[i] is None]
        for i in order[:cap]:
            memories[i], due[i] = answered(memories[i], GOOD, day)
    return fmean(recall(memory, ahead(days)) if memory else 0 for memory in memories)


@pytest.mark.parametrize(("cards", "cap", "days"), [(30, 5, 14), (60, 10, 21), (40, 4, 40)])
def test_aiming_at_a_date_leaves_more_known_on_it(cards: int, cap: int, days: int):
    aimed = learn(ahead(days), cards=cards, cap=cap, days=days)

    assert aimed > learn(None, cards=cards, cap=cap, days=days)
