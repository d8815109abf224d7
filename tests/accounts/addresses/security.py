"""See tests/address.py."""

from tests.address import BOTH, EVERYONE, FORM, LEARNER, READ, Address

PAGE = "/settings/security/"
_NOBODYS = "0" * 32
_CREDENTIAL = '{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}}'
_NEXT = ("next",)

SECURITY: dict[str, Address] = {
    "settings/security/": Address(PAGE, LEARNER, READ),
    "settings/security/passkeys/<slug:key>/": Address(
        f"{PAGE}passkeys/{_NOBODYS}/", LEARNER, BOTH, {"name": "Phone", "do": "save"}, page=PAGE
    ),
    "settings/security/passkey/": Address(
        f"{PAGE}passkey/", LEARNER, BOTH, {"name": "Phone", "credential": _CREDENTIAL}, page=PAGE
    ),
    "settings/security/app/": Address(f"{PAGE}app/", LEARNER, BOTH, {"code": "123456"}, page=PAGE),
    "settings/security/app/off/": Address(f"{PAGE}app/off/", LEARNER, BOTH, page=PAGE),
    "settings/security/codes/": Address(f"{PAGE}codes/", LEARNER, READ),
    "settings/security/codes/download/": Address(f"{PAGE}codes/download/", LEARNER, READ),
    "settings/security/codes/new/": Address(f"{PAGE}codes/new/", LEARNER, FORM, page=PAGE),
    "accounts/second-step/": Address(
        "/accounts/second-step/", EVERYONE, BOTH, {"code": "123456", "credential": _CREDENTIAL}
    ),
    "accounts/passkey/": Address(
        "/accounts/passkey/",
        EVERYONE,
        BOTH,
        {"credential": _CREDENTIAL, "for": "log-in", "next": "/today/"},
        _NEXT,
    ),
    "accounts/passkey/options/": Address("/accounts/passkey/options/", EVERYONE, FORM, {"for": "log-in"}),
    "accounts/reauthenticate/code/": Address(
        "/accounts/reauthenticate/code/", LEARNER, BOTH, {"code": "123456", "next": "/today/"}, _NEXT
    ),
    "accounts/reauthenticate/passkey/": Address(
        "/accounts/reauthenticate/passkey/",
        LEARNER,
        BOTH,
        {"credential": _CREDENTIAL, "next": "/today/"},
        _NEXT,
    ),
}
