"""Whatever is sent to an application of one's own, the answer is a page and no error of ours."""

import pytest

from tests import naughty
from tests.career.application_book import BOARD, STAGES, path
from tests.career.rows import make_application
from tests.person import Person

FORMS: list[tuple[str, dict[str, str]]] = [
    ("stage/", {"stage": "applied", "was": "saved", "on": "2026-01-05"}),
    ("next/", {"do": "set", "was": "", "next_step": "Call", "next_on": "2026-01-05"}),
    ("note/", {"note": "Words"}),
    ("archive/", {"do": "archive"}),
    ("moves/", {"on": "2026-01-05"}),
]


@pytest.mark.parametrize(("part", "fields"), FORMS)
def test_no_field_breaks_an_application(alice: Person, part: str, fields: dict[str, str]):
    row = make_application(user=alice.user, company="Kestrel")
    where = path(row, part) + (f"{row.changes.get().pk}/" if part == "moves/" else "")
    for field in fields:
        for number, text in enumerate(naughty.STRINGS[::6]):
            send, page = (alice.quietly, BOARD) if number % 2 else (alice.send, path(row))
            answer = send(where, fields | {field: text}, page=page)
            assert answer.status_code in (200, 303, 422), f"{field}: {text[:40]!r}"
    assert alice.get(path(row)).status_code == 200


def test_no_name_of_a_stage_breaks_the_board(alice: Person):
    row = make_application(user=alice.user, company="Kestrel")
    for text in naughty.MARKUP:
        alice.send(STAGES, {"do": "rename", "key": "saved", "name": text[:40]}, page=STAGES)
        for where in (BOARD, path(row), STAGES):
            answer = alice.get(where)
            assert answer.status_code == 200
            assert "<" not in text or text[:40] not in answer.content.decode()
