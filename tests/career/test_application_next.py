"""What Alice does next about an application: done, put off, changed; thanks after interviews; silence."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from career.models import Application
from tests.career.application_book import BOARD, DAY, move, path, plan, said, undo
from tests.career.rows import make_application, make_interview
from tests.markup import parse
from tests.person import Person


def follow(person: Person, **fields: Any) -> Application:
    """Return an application that is to be followed up today."""
    today = person.user.today()
    moves = (("applied", today - 7 * DAY),)
    planned: dict[str, Any] = {"moves": moves, "next_step": "Follow up", "next_on": today} | fields
    return make_application(user=person.user, **planned)


def fresh(row: Application) -> Application:
    return Application.objects.get(pk=row.pk)


def test_a_follow_up_done_counts_and_plans_the_second_and_last(alice: Person):
    today = alice.user.today()
    row = follow(alice)
    answer = plan(alice, row, "done", quiet=True)

    after = fresh(row)
    assert answer.status_code == 200
    assert "Done: Follow up. Next: Follow up," in said(answer)
    assert (after.next_step, after.next_on, after.follow_ups) == ("Follow up", today + 7 * DAY, 1)
    assert after.heard_on == today
    assert "The last of two" in alice.see(path(row)).by_id("plan-h").parent.text  # type: ignore[union-attr]

    answer = plan(alice, after, "done", quiet=True)

    last = fresh(row)
    assert (last.next_step, last.next_on, last.follow_ups) == ("", None, 2)
    assert "Two follow-ups are enough" in said(answer)


def test_done_sent_twice_counts_once(alice: Person):
    row = follow(alice)
    plan(alice, row, "done", quiet=True)
    again = plan(alice, row, "done", quiet=True)

    assert again.status_code == 200
    assert fresh(row).follow_ups == 1


def test_done_of_something_else_is_no_sign_of_life(alice: Person):
    row = follow(alice, next_step="Read about them")
    plan(alice, row, "done")

    after = fresh(row)
    assert (after.follow_ups, after.heard_on, after.next_step) == (0, None, "Follow up")


def test_tomorrow_moves_the_day_from_wherever_it_was(alice: Person):
    tomorrow = alice.user.today() + DAY
    row = follow(alice, next_on=alice.user.today() - 3 * DAY)
    for _ in range(2):
        answer = plan(alice, row, "tomorrow")
        assert (answer.status_code, answer["Location"]) == (303, path(row))
        assert fresh(row).next_on == tomorrow
    assert fresh(row).follow_ups == 0


def test_the_board_shows_the_next_most_urgent_one_at_once(alice: Person):
    row = follow(alice, company="First", next_on=alice.user.today() - DAY)
    follow(alice, company="Second")

    page = parse(plan(alice, row, "done", quiet=True).content.decode())

    assert "Follow up with Second" in page.by_id("due").text


def test_done_and_tomorrow_can_be_undone(alice: Person):
    row = follow(alice)
    before = row.planned
    for do in ("done", "tomorrow"):
        plan(alice, fresh(row), do)
        assert fresh(row).planned != before
        undo(alice, path(row))
        assert fresh(row).planned == before


def test_undo_leaves_a_plan_alone_that_was_changed_again(alice: Person):
    row = follow(alice)
    token = parse(plan(alice, row, "done", quiet=True).content.decode()).by_id("live").named("token")
    plan(alice, fresh(row), "tomorrow")

    answer = alice.quietly("/undo/", {"token": token.get("value")}, page=BOARD)

    assert "so it stays as it is" in said(answer)
    assert fresh(row).follow_ups == 1


def test_a_plan_of_ones_own_and_none_at_all(alice: Person):
    row = follow(alice)
    day = alice.user.today() + 3 * DAY
    for step, on in [("Call Priya, two stories", str(day)), ("Wait for Amara", ""), ("", "")]:
        answer = plan(alice, row, "set", next_step=step, next_on=on)
        assert answer.status_code == 303
        after = fresh(row)
        assert (after.next_step, str(after.next_on or "")) == (step, on)
    assert "Nothing planned" in alice.see(path(row)).text


@pytest.mark.parametrize(
    ("field", "fields", "reason"),
    [
        ("next_on", {"next_step": "Call", "next_on": "soon"}, "year-month-day"),
        ("next_on", {"next_step": "Call", "next_on": "2101-01-01"}, "between the years"),
        ("next_step", {"next_step": "x" * 201, "next_on": ""}, "under 200 characters"),
        ("next_step", {"next_step": " ", "next_on": "2026-12-01"}, "Say what you want to do"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused_beside_the_field(
    alice: Person, field: str, fields: dict[str, str], reason: str
):
    row = follow(alice)
    answer = plan(alice, row, "set", quiet=False, **fields)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert reason in page.by_id(f"plan_{field}_error").text
    assert page.by_id("plan_next_step").get("value") == fields["next_step"], "nothing typed is lost"
    assert fresh(row).planned == row.planned


def test_a_plan_made_elsewhere_is_not_done_by_an_old_page(alice: Person):
    row = follow(alice)
    plan(alice, row, "set", next_step="Call Priya", next_on="")
    answer = plan(alice, row, "done", quiet=True)

    assert said(answer) == "Fathom Freight: next is Call Priya."
    assert fresh(row).next_step == "Call Priya"


def test_thirty_silent_days_offer_a_stage_and_set_none(alice: Person):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("applied", today - 60 * DAY),), heard_on=today - 30 * DAY)
    page = alice.see(path(row))

    assert "Nothing for 30 days" in page.text
    assert fresh(row).stage == "applied"
    form = page.by_id("ghosted").parent
    assert form is not None
    alice.send(form.get("action"), {n.get("name"): n.get("value") for n in form.all("input")}, page=path(row))
    assert fresh(row).stage == "ghosted"
    assert "Nothing for 30 days" not in alice.see(path(row)).text


@pytest.mark.parametrize("ago", [0, 29])
def test_a_word_within_thirty_days_is_no_silence(alice: Person, ago: int):
    today = alice.user.today()
    row = make_application(
        user=alice.user, moves=(("applied", today - 60 * DAY),), heard_on=today - ago * DAY
    )
    assert "Nothing for" not in alice.see(path(row)).text


@pytest.mark.parametrize(
    ("hours", "fields", "offered"),
    [
        (1, {}, True),
        (50, {}, False),
        (-30, {}, False),
        (1, {"outcome": "canceled"}, False),
    ],
)
def test_an_interview_that_is_over_asks_for_thanks(
    alice: Person, hours: int, fields: dict[str, str], *, offered: bool
):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("screen", today - 5 * DAY),))
    starts = timezone.now() - datetime.timedelta(hours=hours)
    make_interview(user=alice.user, application=row, starts_at=starts, **fields)
    page = alice.see(path(row))

    assert ("Plan a thank-you" in page.text) is offered
    if offered:
        form = page.by_id("thank").parent
        assert form is not None
        sent = {n.get("name"): n.get("value") for n in form.all("input")} | {"do": "set"}
        alice.send(path(row, "next/"), sent, page=path(row))
        after = fresh(row)
        day = alice.user.local(starts).date() + DAY
        assert (after.next_step, after.next_on) == ("Send a thank-you", day)
        plan(alice, after, "done")
        assert "Plan a thank-you" not in alice.see(path(row)).text, "it is sent"


def test_what_is_over_asks_for_nothing(alice: Person):
    row = follow(alice)
    move(alice, row, "rejected")

    assert "Nothing planned" not in alice.see(path(row)).text
    assert fresh(row).next_step == ""


def test_bob_does_nothing_about_hers(alice: Person, bob: Person):
    row = follow(alice)
    for do in ("done", "tomorrow", "set"):
        assert plan(bob, row, do, next_step="Mine", next_on="").status_code == 404
    assert fresh(row).planned == row.planned
