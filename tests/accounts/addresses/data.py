"""See tests/address.py."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_DATA, _IMPORT = "/settings/data/", "/settings/data/import/"

DATA: dict[str, Address] = {
    "settings/data/": Address(_DATA, LEARNER, READ),
    "settings/data/export/": mark("/settings/data/export/", _DATA, again="1"),
    "settings/data/export/<uuid:pk>/": Address(f"/settings/data/export/{NOBODYS}/", LEARNER, READ),
    "settings/data/import/": Address(_IMPORT, LEARNER, BOTH, {"file": ""}, page=_IMPORT),
    "settings/data/import/<uuid:pk>/": Address(f"{_IMPORT}{NOBODYS}/", LEARNER, BOTH, page=_IMPORT),
}
