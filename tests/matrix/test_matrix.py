"""Every address, by every method, asked for by everyone: each cell has an expected answer."""

import pytest

from tests.addresses import ADDRESSES, routes
from tests.matrix.__main__ import FILE, text
from tests.matrix.asking import faults
from tests.matrix.expected import cells, unused
from tests.matrix.roles import Cast
from tests.matrix.rows import ROWS, hers
from tests.tables import checksum

PARTS = 8


@pytest.mark.once
@pytest.mark.asvs("8.2.1", "8.2.2", "8.3.1", "3.5.3", "13.4.4", "3.4.2", "3.4.4", "4.1.1", "14.3.2", "7.6.2")
@pytest.mark.parametrize("part", range(PARTS))
def test_every_cell_is_answered_as_expected(cast: Cast, part: int):
    # A life takes long to write, so that several addresses share one.
    before = checksum(cast.alice)
    wrong = []
    for route in sorted(ADDRESSES)[part::PARTS]:
        address = ADDRESSES[route]
        path = hers(route, address.path, cast.alice)
        for cell in cells(route, address):
            wrong += faults(cast, cell, address, path, before)

    assert not wrong, "\n".join(wrong)


def test_every_address_has_a_row_and_every_row_an_address():
    # Staff's addresses are asked for in tests/test_stranger.py, the API's operations in test_api.py.
    known = {route for route in routes() if not route.startswith(("admin/", "api/v1/"))}

    assert known - set(ADDRESSES) == set(), "say in tests/addresses.py who may use these"
    # The operations of the API stand in the table for the tests of forms and pages, too.
    assert set(ADDRESSES) - set(routes()) == set(), "these are gone"
    assert unused() == []
    assert [start for start in ROWS if not any(route.startswith(start) for route in ADDRESSES)] == []


@pytest.mark.asvs("8.1.1", "8.1.2")
def test_the_table_for_readers_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == text(), "python -m tests.matrix writes it anew"
