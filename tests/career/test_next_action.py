"""Rules of thumb: follow up after a week, at most twice; reply and thank in a day; thirty silent days."""

import datetime

import pytest

from career.next_action import (
    Action,
    after_done,
    after_interview,
    after_move,
    headline,
    is_follow_up,
    is_silent,
    is_written,
)

DAY = datetime.date(2026, 7, 14)


def days(number: int) -> datetime.date:
    return DAY + datetime.timedelta(days=number)


@pytest.mark.parametrize(
    ("means", "action"),
    [
        ("saved", Action("Tailor the résumé and apply")),
        ("applied", Action("Follow up", days(7))),
        ("screen", Action("Reply", days(1))),
        ("technical", Action("Reply", days(1))),
        ("final", Action("Reply", days(1))),
        ("offer", Action("Reply", days(1))),
        ("accepted", Action()),
        ("rejected", Action()),
        ("ghosted", Action()),
        ("withdrawn", Action()),
    ],
)
def test_each_stage_asks_for_something_or_nothing(means: str, action: Action):
    assert after_move(means, DAY) == action


def test_an_interview_asks_for_thanks_within_a_day():
    assert after_interview(DAY) == Action("Send a thank-you", days(1))


def test_two_follow_ups_a_week_apart_and_no_third():
    first, sent = after_done("Follow up", "applied", 0, DAY)
    assert (first, sent) == (Action("Follow up", days(7)), 1)
    second, sent = after_done(first.step, "applied", sent, days(7))
    assert (second, sent) == (Action(), 2)


def test_what_is_no_follow_up_counts_as_none():
    assert after_done("Call Amara", "applied", 1, DAY) == (Action("Follow up", days(7)), 1)
    assert after_done("Reply", "screen", 0, DAY) == (Action("Follow up", days(7)), 0)
    assert after_done("Tailor the résumé", "saved", 0, DAY) == (Action(), 0)
    assert after_done("Reply", "offer", 0, DAY) == (Action(), 0)


@pytest.mark.parametrize("step", ["Follow up", "follow-up by phone", "FOLLOW UP, link project 1"])
def test_a_follow_up_is_one_in_whatever_words_it_goes_on(step: str):
    assert is_follow_up(step)
    assert is_written(step)


@pytest.mark.parametrize("step", ["", "Call", "Prepare the follow up", "Read about them"])
def test_other_steps_are_none(step: str):
    assert not is_follow_up(step)
    assert not is_written(step)


def test_replies_and_thanks_are_written():
    assert is_written("Reply with three dates")
    assert is_written("Send a thank-you")


@pytest.mark.parametrize(
    ("means", "silent_days", "planned", "expected"),
    [
        ("applied", 30, None, True),
        ("applied", 29, None, False),
        ("technical", 45, None, True),
        ("applied", 45, 1, False),
        ("applied", 45, 0, True),
        ("applied", 45, -3, True),
        ("saved", 90, None, False),
        ("offer", 90, None, False),
        ("rejected", 90, None, False),
    ],
)
def test_thirty_silent_days_while_an_answer_is_awaited(
    means: str, silent_days: int, planned: int | None, *, expected: bool
):
    next_on = days(planned) if planned is not None else None
    assert is_silent(means, days(-silent_days), next_on, DAY) is expected


def test_a_headline_names_the_company():
    assert headline("Follow up", "Tessel Health") == "Follow up with Tessel Health"
    assert headline("Reply", "Tessel Health") == "Reply to Tessel Health"
    assert headline("Call, two stories", "Tessel Health") == "Tessel Health: Call, two stories"
