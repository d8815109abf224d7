"""Several tabs move one application at the same moment: one move wins, nobody gets an error of ours."""

import uuid
from functools import partial

import pytest

from career.models import Application, Stage
from tests.career.addresses.applications import APPLICATIONS
from tests.career.application_book import BOARD, DAY, NEW, STAGES, move, path, plan, way
from tests.career.rows import make_application
from tests.factories import make_user
from tests.person import Person
from tests.roadmap.test_concurrency import at_once, browsers

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8


def test_tabs_that_want_different_stages_make_one_move():
    alice = make_user()
    row = make_application(user=alice)
    wanted = ["applied", "screen"] * (MANY // 2)

    answers = at_once(
        [
            partial(move, tab, row, to, quiet=True)
            for tab, to in zip(browsers(alice, MANY), wanted, strict=True)
        ]
    )

    stands = Application.objects.get(pk=row.pk).stage
    assert [stage for stage, _ in way(row)] == ["saved", stands]
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] * (MANY // 2) + [422] * (MANY // 2)


def test_one_move_sent_many_times_is_one_row():
    alice = make_user()
    row = make_application(user=alice)

    answers = at_once([partial(move, tab, row, "applied", quiet=True) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} == {200}
    assert [stage for stage, _ in way(row)] == ["saved", "applied"]


@pytest.mark.asvs("2.2.3")
def test_a_move_and_a_corrected_day_never_leave_the_way_running_backwards():
    alice = make_user()
    today = alice.today()
    row = make_application(user=alice, moves=(("saved", today - 9 * DAY), ("applied", today - 6 * DAY)))
    last = row.changes.last()
    assert last is not None
    one, other = browsers(alice, 2)
    for turn in range(3):
        day = {"on": str(today - turn * DAY)}
        at_once(
            [
                partial(move, one, row, ("screen", "technical", "final")[turn], on=str(today - 4 * DAY)),
                partial(other.send, path(row, f"moves/{last.pk}/"), day, page=path(row)),
            ]
        )
        row.refresh_from_db()
        days = [day for _, day in way(row)]
        assert days == sorted(days)
        assert row.stage_on == days[-1]


def test_a_follow_up_done_in_many_tabs_counts_once():
    alice = make_user()
    today = alice.today()
    row = make_application(user=alice, moves=(("applied", today),), next_step="Follow up", next_on=today)

    answers = at_once([partial(plan, tab, row, "done", quiet=True) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} <= {200, 422}
    assert Application.objects.get(pk=row.pk).follow_ups == 1


def test_one_form_sent_many_times_adds_one_application():
    alice = make_user()
    fields = APPLICATIONS["career/new/"].fields

    answers = at_once([partial(tab.send, NEW, fields, page=BOARD) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} == {303}
    assert len(way(alice.applications.get())) == 1


def test_the_first_change_of_stages_writes_them_once():
    alice = make_user()
    fields = {"do": "add", "name": "Take-home", "means": "technical", "new": str(uuid.uuid4())}
    tabs = browsers(alice, MANY)
    changes = [{"do": "earlier", "key": "offer"}, fields] * (MANY // 2)

    answers = at_once(
        [partial(tab.send, STAGES, sent, page=STAGES) for tab, sent in zip(tabs, changes, strict=True)]
    )

    assert {answer.status_code for answer in answers} == {303}
    positions = list(Stage.objects.filter(user=alice).values_list("position", flat=True))
    assert sorted(positions) == list(range(1, 13))


def test_bob_is_not_kept_waiting_by_alices_moves():
    alice, bob = make_user(), make_user()
    hers, his = make_application(user=alice), make_application(user=bob)

    answers = at_once(
        [
            partial(move, Person(alice), hers, "applied", quiet=True),
            partial(move, Person(bob), his, "screen", quiet=True),
        ]
    )

    assert {answer.status_code for answer in answers} == {200}
    assert (way(hers)[-1][0], way(his)[-1][0]) == ("applied", "screen")
