"""See tests/address.py."""

from tests.address import EVERYONE, READ, Address

OFFLINE: dict[str, Address] = {
    "sw.js": Address("/sw.js", EVERYONE, READ),
    "offline/": Address("/offline/", EVERYONE, READ),
    "offline/token/": Address("/offline/token/", EVERYONE, READ),
}
