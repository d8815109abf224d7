"""See tests/address.py."""

from tests.address import BOTH, EVERYONE, LEARNER, READ, Address

_DELETE = "/settings/data/delete/"

LEAVING: dict[str, Address] = {
    # A sentence that is nobody's: the example must not end the account that tries it.
    "settings/data/delete/": Address(
        _DELETE, LEARNER, BOTH, {"confirm": "delete nobody", "password": "nothing"}, page=_DELETE
    ),
    "settings/data/delete/done/": Address(_DELETE + "done/", EVERYONE, READ),
}
