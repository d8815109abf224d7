"""What the pages of applications ask of the database, however many there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.models import CoverLetter, Stage
from tests.career.application_book import BOARD, DAY, NEW, STAGES, TABLE, move, path, plan
from tests.career.rows import (
    make_application,
    make_contact,
    make_interview,
    make_job_text,
    make_offer,
    make_resume,
)
from tests.person import Person

MOST = 7
CHANGE = 16  # with its savepoint and the board that it answers with


def fill(person: Person, many: int) -> None:
    today = person.user.today()
    stages = ["saved", "applied", "screen", "technical", "final", "offer", "rejected", "ghosted"]
    for number in range(many):
        way = tuple((key, today - 9 * DAY) for key in stages[: number % 8 + 1])
        make_application(
            user=person.user,
            company=f"Company {number}",
            moves=way,
            tier=number % 4 + 1,
            source=("referral", "board")[number % 2],
            next_step="Follow up",
            next_on=today + (number % 9 - 4) * DAY,
        )


def statements(person: Person, where: str) -> list[str]:
    person.get(where)
    with CaptureQueriesContext(connection) as captured:
        assert person.get(where).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize(
    "where",
    [
        BOARD,
        f"{BOARD}?tier=2&source=board&q=company",
        TABLE,
        f"{TABLE}&sort=-stage&archived=all",
        NEW,
        STAGES,
    ],
)
def test_a_page_asks_little_and_no_more_for_many(alice: Person, bob: Person, where: str):
    fill(alice, 1)
    fill(bob, 60)
    Stage.objects.own(alice.user)
    Stage.objects.own(bob.user)
    for number in range(5):
        make_resume(user=bob.user, number=number)
        make_job_text(user=bob.user)
        make_contact(user=bob.user)
    little, much = statements(alice, where), statements(bob, where)

    assert len(much) <= MOST, "\n".join(much)
    assert len(much) == len(little), "\n".join(much)


def test_an_application_asks_little_however_much_is_told_about_it(alice: Person):
    today = alice.user.today()
    bare = make_application(user=alice.user)
    make_interview(user=alice.user, application=bare)
    full = make_application(
        user=alice.user,
        moves=tuple((key, today) for key in ("saved", "applied", "screen", "technical") * 5),
        resume=make_resume(user=alice.user),
        job_text=make_job_text(user=alice.user),
        contact=make_contact(user=alice.user),
        source="referral",
    )
    CoverLetter.objects.create(application=full, hook="Words")
    make_offer(user=alice.user, application=full)
    for _ in range(5):
        make_interview(user=alice.user, application=full)
    little, much = statements(alice, path(bare)), statements(alice, path(full))

    assert len(much) <= MOST, "\n".join(much)
    assert len(much) == len(little), "\n".join(much)
    edit = statements(alice, path(full, "edit/"))
    assert len(edit) <= MOST, "\n".join(edit)


def test_a_move_asks_no_more_on_a_full_board(alice: Person, bob: Person):
    fill(bob, 60)
    counts = []
    for person in (alice, bob):
        row = make_application(user=person.user)
        with CaptureQueriesContext(connection) as captured:
            assert move(person, row, "applied", quiet=True).status_code == 200
        counts.append(len(captured))
        row.refresh_from_db()
        with CaptureQueriesContext(connection) as captured:
            assert plan(person, row, "done", quiet=True).status_code == 200
        counts.append(len(captured))

    assert counts[:2] == counts[2:]
    assert max(counts) <= CHANGE
