"""See tests/address.py."""

from tests.address import BOTH, FORM, LEARNER, NOBODYS, Address

PAGE = "/settings/tokens/"
TOKENS: dict[str, Address] = {
    "settings/tokens/": Address(
        PAGE,
        LEARNER,
        BOTH,
        {
            "name": "desk timer",
            "expires": "90",
            "scope": "log:write",
            "token": "0191d5a0-0000-4000-8000-00000000a001",
        },
        page=PAGE,
    ),
    "settings/tokens/<uuid:pk>/revoke/": Address(f"{PAGE}{NOBODYS}/revoke/", LEARNER, FORM, page=PAGE),
}
