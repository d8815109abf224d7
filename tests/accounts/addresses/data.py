"""See tests/address.py."""

from tests.address import LEARNER, READ, Address

DATA: dict[str, Address] = {
    "settings/data/": Address("/settings/data/", LEARNER, READ),
}
