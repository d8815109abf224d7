"""See tests/address.py."""

from tests.address import BOTH, EVERYONE, LEARNER, NOBODYS, READ, Address, mark

_DELETE = "/settings/data/delete/"
_LIST = "/settings/data/checklist/"
_RESET = "/settings/data/reset/"

LEAVING: dict[str, Address] = {
    # A sentence that is nobody's: the example must not end the account that tries it.
    "settings/data/delete/": Address(
        _DELETE, LEARNER, BOTH, {"confirm": "delete nobody", "password": "nothing"}, page=_DELETE
    ),
    "settings/data/delete/done/": Address(_DELETE + "done/", EVERYONE, READ),
    "settings/data/checklist/": Address(
        _LIST, LEARNER, BOTH, {"text": "- [x] Git basics", "file": ""}, page=_LIST
    ),
    "settings/data/checklist/lines/": mark(
        _LIST + "lines/",
        _LIST,
        list="none",
        do="save",
        lower="on",
        title_in="0",
        state_in="1",
        day_in="",
        order="dmy",
    ),
    "settings/data/reset/": Address(
        _RESET, LEARNER, BOTH, {"what": "module-dev-tools", "confirm": ""}, page=_RESET
    ),
    "settings/data/reset/<uuid:pk>/undo/": mark(f"{_RESET}{NOBODYS}/undo/", _RESET),
}
