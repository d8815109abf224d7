"""See tests/address.py."""

from tests.address import EVERYONE, LEARNER, READ, Address

OFFLINE: dict[str, Address] = {
    "sw.js": Address("/sw.js", EVERYONE, READ),
    "offline/": Address("/offline/", EVERYONE, READ),
    "review/away/": Address("/review/away/", LEARNER, READ),
    "offline/token/": Address("/offline/token/", EVERYONE, READ),
}
