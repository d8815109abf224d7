"""The matrix finds a hole when there is one."""

import pytest

from tests.address import FORM, LEARNER, READ, Address
from tests.addresses import ADDRESSES, routes
from tests.matrix import planted, rows
from tests.matrix.asking import faults
from tests.matrix.expected import cells
from tests.matrix.extra_fields import stored
from tests.matrix.roles import Cast
from tests.matrix.rows import Row, hers
from tests.tables import checksum

NOBODYS = "00000000-0000-4000-8000-000000000000"
HOLES = {
    "leak": ("planted/<uuid:pk>/leak/", READ, "by another learner: 200, not 404"),
    "show": ("planted/<uuid:pk>/leak/", READ, "by another learner: shows 'Curiouser'"),
    "delete": ("planted/<uuid:pk>/delete/", FORM, "by another learner changes career.Story"),
    "staff": ("planted/<uuid:pk>/delete/", FORM, "by staff without rights changes career.Story"),
    "hide": ("planted/<uuid:pk>/hide/", FORM, "by another learner changes career.Story"),
    "write": ("planted/write/", READ, "GET /planted/write/ by owner writes to ['roadmap_note']"),
    "any": ("planted/any/", READ, "DELETE /planted/any/ by owner: 200, not 405"),
    "trace": ("planted/any/", READ, ""),
    "break": ("planted/break/", READ, "GET /planted/break/ by owner: 500"),
}

pytestmark = [pytest.mark.once, pytest.mark.urls("tests.matrix.planted")]


def example(route: str, methods: frozenset[str]) -> Address:
    return Address("/" + route.replace("<uuid:pk>", NOBODYS), LEARNER, methods)


@pytest.fixture(autouse=True)
def planted_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rows.ROWS, "planted/<uuid:pk>/", Row("career.Story"))


def test_each_planted_hole_is_found(cast: Cast):
    before = checksum(cast.alice)
    for hole, (route, methods, fault) in HOLES.items():
        address = example(route, methods)
        path = hers(route, address.path, cast.alice)
        found = [line for cell in cells(route, address) for line in faults(cast, cell, address, path, before)]
        if fault:
            assert any(fault in line for line in found), f"{hole}: {found}"
        # What is refused before any view stays refused.
        assert not any("TRACE" in line for line in found)


def test_a_field_that_is_stored_though_no_form_has_it_is_found(cast: Cast):
    assert stored(cast, "planted/store/", example("planted/store/", FORM)) == ["roadmap.Note.text"]


def test_an_address_without_a_row_is_named():
    new = {route for route in routes() if not route.startswith(("admin/", "api/v1/"))} - set(ADDRESSES)

    assert new == {str(hole.pattern) for hole in planted.HOLES}


def test_an_id_that_names_no_known_row_is_said():
    with pytest.raises(LookupError, match=r"say in tests/matrix/rows\.py"):
        rows.row_of("unheard-of/<uuid:pk>/")
