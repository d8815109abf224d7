"""See tests/address.py."""

from tests.address import BOTH, EVERYONE, LEARNER, NOBODYS, READ, Address, mark

_DELETE = "/settings/data/delete/"
_RESET = "/settings/data/reset/"

LEAVING: dict[str, Address] = {
    # A sentence that is nobody's: the example must not end the account that tries it.
    "settings/data/delete/": Address(
        _DELETE, LEARNER, BOTH, {"confirm": "delete nobody", "password": "nothing"}, page=_DELETE
    ),
    "settings/data/delete/done/": Address(_DELETE + "done/", EVERYONE, READ),
    "settings/data/reset/": Address(
        _RESET, LEARNER, BOTH, {"what": "module-dev-tools", "confirm": ""}, page=_RESET
    ),
    "settings/data/reset/<uuid:pk>/undo/": mark(f"{_RESET}{NOBODYS}/undo/", _RESET),
}
