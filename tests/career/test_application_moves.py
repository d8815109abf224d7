"""Alice moves applications from stage to stage, takes moves back, and corrects their days."""

import datetime

import pytest
import time_machine

from career.models import Application, Stage
from tests.career.application_book import BOARD, DAY, lane, move, path, said, undo, way
from tests.career.rows import make_application, make_resume
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person


def fresh(row: Application) -> Application:
    return Application.objects.get(pk=row.pk)


def test_a_move_on_the_board_is_a_dated_row_and_shows_at_once(alice: Person):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("saved", today - 3 * DAY),))

    answer = move(alice, row, "applied", quiet=True)

    assert answer.status_code == 200
    assert said(answer).startswith("Fathom Freight is in Applied.")
    page = parse(answer.content.decode())
    assert lane(page, "applied") == ["Fathom Freight"]
    assert lane(page, "saved") == []
    assert page.by_id("standing").text == "1 open. Of 1 sent, 0 were answered so far."
    assert way(row) == [("saved", today - 3 * DAY), ("applied", today)]
    assert (fresh(row).stage, fresh(row).stage_on) == ("applied", today)


def test_a_move_without_script_goes_back_to_where_it_was_made(alice: Person):
    row = make_application(user=alice.user)
    asked = f"{BOARD}?tier=3"

    assert move(alice, row, "applied", page=asked)["Location"] == asked
    assert move(alice, fresh(row), "screen")["Location"] == path(row)


def test_the_board_keeps_its_filters(alice: Person):
    row = make_application(user=alice.user, tier=2)
    make_application(user=alice.user, company="Other", tier=3)

    page = parse(move(alice, row, "applied", quiet=True, page=f"{BOARD}?tier=2").content.decode())

    assert lane(page, "saved") == []


@pytest.mark.parametrize(
    ("to", "step", "in_days"),
    [
        ("applied", "Follow up", 7),
        ("screen", "Reply", 1),
        ("offer", "Reply", 1),
        ("rejected", "", None),
        ("saved", "Tailor the résumé and apply", None),
    ],
)
def test_a_move_plans_what_comes_next(alice: Person, to: str, step: str, in_days: int | None):
    day = alice.user.today() - DAY
    row = make_application(
        user=alice.user, moves=(("technical", day),), next_step="Call", next_on=day, follow_ups=1
    )
    move(alice, row, to, on=str(day))

    after = fresh(row)
    assert (after.next_step, after.next_on) == (step, day + in_days * DAY if in_days else None)
    assert after.follow_ups == (0 if to == "applied" else 1)


def test_an_earlier_day_may_be_given(alice: Person):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("applied", today - 10 * DAY),))
    move(alice, row, "screen", on=str(today - 4 * DAY))

    assert way(row)[-1] == ("screen", today - 4 * DAY)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"on": "soon"}, "year-month-day"),
        ({"on": "2026-02-30"}, "year-month-day"),
        ({"on": "1999-01-01"}, "between the years"),
        ({"on": "+1"}, "in the future"),
        ({"on": "-6"}, "take that day or a later one"),
        ({"stage": "moon"}, "There is no such stage"),
        ({"stage": ""}, "Choose the stage"),
    ],
)
@pytest.mark.parametrize("quiet", [True, False])
def test_a_move_that_makes_no_sense_is_refused(
    alice: Person, fields: dict[str, str], reason: str, *, quiet: bool
):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("applied", today - 5 * DAY),))
    if fields.get("on", "")[:1] in ("+", "-"):
        fields = {"on": str(today + int(fields["on"]) * DAY)}
    to = fields.get("stage", "screen")

    answer = move(alice, row, to, quiet=quiet, **{k: v for k, v in fields.items() if k == "on"})

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert reason in page.by_id("live" if quiet else "stage-error").text
    assert way(row) == [("applied", today - 5 * DAY)]
    assert fresh(row).stage == "applied"


def test_a_repeat_changes_nothing(alice: Person):
    row = make_application(user=alice.user)
    first = move(alice, row, "applied", quiet=True)
    second = move(alice, row, "applied", quiet=True)

    assert (first.status_code, second.status_code) == (200, 200)
    assert said(second) == "Fathom Freight is in Applied already."
    assert len(way(row)) == 2


def test_what_another_tab_moved_stays_and_the_answer_says_where_it_is(alice: Person):
    row = make_application(user=alice.user)
    move(alice, row, "applied")
    before = way(row)
    for quiet in (True, False):
        answer = move(alice, row, "screen", quiet=quiet)

        assert answer.status_code == 422
        page = parse(answer.content.decode())
        text = page.by_id("live" if quiet else "stage-error").text
        assert text == "Nothing changed: Fathom Freight was moved meanwhile and is in Applied now."
        if quiet:
            assert lane(page, "applied") == ["Fathom Freight"], "the board shows it"
        else:
            assert page.by_id("stage").all("option", selected="")[0].get("value") == "applied"
    assert way(row) == before


def test_undo_takes_a_move_back_with_all_it_changed(alice: Person):
    today = alice.user.today()
    row = make_application(
        user=alice.user,
        moves=(("applied", today - 9 * DAY),),
        next_step="Follow up, link project 1",
        next_on=today,
        follow_ups=1,
        heard_on=today - 2 * DAY,
    )
    before = Application.objects.values().get(pk=row.pk)
    move(alice, row, "screen", page=BOARD)
    answer = undo(alice)

    assert answer["Location"] == BOARD
    after = Application.objects.values().get(pk=row.pk)
    assert {k: v for k, v in after.items() if k != "changed_at"} == {
        k: v for k, v in before.items() if k != "changed_at"
    }
    assert way(row) == [("applied", today - 9 * DAY)]


def test_undo_on_the_board_updates_it_at_once(alice: Person):
    row = make_application(user=alice.user)
    live = parse(move(alice, row, "applied", quiet=True).content.decode()).by_id("live")
    token = {"token": live.named("token").get("value")}
    answer = alice.quietly("/undo/", token, page=BOARD)

    page = parse(answer.content.decode())
    assert said(answer) == "Undone: Fathom Freight is as it was."
    assert lane(page, "saved") == ["Fathom Freight"]
    again = alice.quietly("/undo/", token, page=BOARD)
    assert "so it stays" in said(again)
    assert way(row) == [("saved", alice.user.today())]


def test_undo_leaves_alone_what_was_moved_again_or_is_gone(alice: Person, bob: Person):
    row = make_application(user=alice.user)
    live = parse(move(alice, row, "applied", quiet=True).content.decode()).by_id("live")
    token = {"token": live.named("token").get("value")}
    move(alice, fresh(row), "screen")

    assert "so it stays" in said(alice.quietly("/undo/", token, page=BOARD))
    assert "can no longer be undone" in said(bob.quietly("/undo/", token, page=BOARD))
    assert [stage for stage, _ in way(row)] == ["saved", "applied", "screen"]
    alice.send(path(row, "delete/"), page=path(row))
    assert "gone" in said(alice.quietly("/undo/", token, page=BOARD))


def test_the_way_so_far_tells_days_and_papers(alice: Person):
    today = alice.user.today()
    row = make_application(
        user=alice.user,
        moves=(("saved", today - 20 * DAY), ("applied", today - 9 * DAY), ("screen", today - DAY)),
        resume=make_resume(user=alice.user, number=4),
    )
    text = alice.see(path(row)).all("ol", class_="trail")[0].text

    assert "with résumé v4" in text
    assert "after 8 days" in text


def correct(person: Person, row: Application, place: int, day: datetime.date | str):
    change = list(row.changes.all())[place]
    return change, person.send(path(row, f"moves/{change.pk}/"), {"on": str(day)}, page=path(row))


def test_the_day_of_a_move_is_corrected(alice: Person):
    today = alice.user.today()
    row = make_application(user=alice.user, moves=(("saved", today - 20 * DAY), ("applied", today - 9 * DAY)))
    for place, day in [(0, today - 90 * DAY), (0, today - 9 * DAY), (1, today), (0, today)]:
        _, answer = correct(alice, row, place, day)
        assert (answer.status_code, answer["Location"]) == (303, path(row))
        assert way(row)[place][1] == day
    assert fresh(row).stage_on == today


@pytest.mark.parametrize(
    ("place", "ago", "reason"),
    [
        (0, 8, "no later than"),
        (1, 21, "between"),
        (1, 4, "between"),
        (2, 10, "between"),
        (2, -1, "in the future"),
        (2, None, "Choose the day"),
    ],
)
def test_days_never_run_backwards_and_never_ahead(alice: Person, place: int, ago: int | None, reason: str):
    today = alice.user.today()
    moves = (("saved", today - 20 * DAY), ("applied", today - 9 * DAY), ("screen", today - 5 * DAY))
    row = make_application(user=alice.user, moves=moves)

    change, answer = correct(alice, row, place, today - ago * DAY if ago is not None else "")

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    field = page.by_id(f"move_{change.pk}_on")
    assert reason in page.by_id(field.get("aria-describedby")).text
    assert field.get("aria-invalid") == "true"
    assert tuple(way(row)) == moves
    assert fresh(row).stage_on == today - 5 * DAY


def test_moves_of_others_are_not_there(alice: Person, bob: Person):
    row, other = make_application(user=alice.user), make_application(user=alice.user)
    his = make_application(user=bob.user)
    day = {"on": str(alice.user.today())}
    for person, one, change in [
        (bob, row, row.changes.get().pk),
        (alice, other, row.changes.get().pk),
        (bob, his, row.changes.get().pk),
        (alice, row, 10**15),
    ]:
        for sent in (day, {"on": "nonsense"}):
            answer = person.send(path(one, f"moves/{change}/"), sent, page=BOARD)
            assert answer.status_code == 404
    assert move(bob, row, "applied").status_code == 404
    assert fresh(row).stage == "saved"


def test_an_own_stage_plans_what_the_one_it_counts_as_does(alice: Person):
    Stage.objects.add(alice.user, "own-1", "Sent by Amara", "applied")
    row = make_application(user=alice.user)
    move(alice, row, "own-1")

    assert fresh(row).next_step == "Follow up"


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Pacific/Kiritimati", "2026-12-31T10:30:00Z", "2027-01-01"),
        ("America/Los_Angeles", "2026-03-01T07:30:00Z", "2026-02-28"),
        ("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29"),
    ],
)
def test_a_move_is_on_the_learners_day(db: None, zone: str, moment: str, day: str):
    with time_machine.travel(datetime.datetime.fromisoformat(moment), tick=False):
        person = Person(make_user(time_zone=zone))
        row = make_application(user=person.user)
        move(person, row, "applied")
        assert str(way(row)[-1][1]) == day
        assert fresh(row).next_on == datetime.date.fromisoformat(day) + 7 * DAY
        ahead = datetime.date.fromisoformat(day) + DAY
        assert move(person, fresh(row), "screen", on=str(ahead)).status_code == 422
