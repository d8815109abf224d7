"""See tests/address.py."""

from tests.address import BOTH, LEARNER, LINK, Address

MAIL: dict[str, Address] = {
    "settings/mail/": Address(
        "/settings/mail/",
        LEARNER,
        BOTH,
        {"digest": "on", "follow_ups": "on", "quiet": "on", "weekday": "7", "at": "18:00", "do": ""},
        page="/settings/mail/",
    ),
    "mail/off/<str:token>/": Address(
        f"/mail/off/{'0' * 32}.made-up/",
        LINK,
        BOTH,
        {"List-Unsubscribe": "One-Click", "do": "off"},
        page="/",
    ),
}
