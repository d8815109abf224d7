"""How often each costly thing may be done, without Django. The settings and the 429 page both read it.

A view says `@limited("export")` (accounts/refusals.py); the API, which asks often, `Counter.objects.spend`.
"""

from dataclasses import dataclass

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True)
class Limit:
    """At most `times` tries in `seconds`, counted per "ip", "user" or "key" (such as the address typed)."""

    times: int
    seconds: int
    per: str

    def __str__(self) -> str:
        return f"{self.times}/{self.seconds}s/{self.per}"


LIMITS: dict[str, tuple[Limit, ...]] = {
    "login": (Limit(30, MINUTE, "ip"),),
    # The key is address and network together, so that a stranger cannot lock an owner out. Apart from the
    # next, because a new password by mail or a right code of the second factor forgives these.
    "login_failed": (Limit(5, 15 * MINUTE, "key"),),
    "login_network": (Limit(30, 10 * MINUTE, "ip"),),
    # The key is the address alone: guesses from everywhere are slowed down, and the owner's own devices,
    # where the account was open before, are counted apart.
    "login_anywhere": (Limit(100, HOUR, "key"),),
    "login_known_device": (Limit(5, 15 * MINUTE, "key"),),
    "signup": (Limit(30, 10 * MINUTE, "ip"),),
    "reset_password": (Limit(20, 10 * MINUTE, "ip"), Limit(3, 15 * MINUTE, "key")),
    "reset_password_from_key": (Limit(20, MINUTE, "ip"),),
    "change_password": (Limit(10, 10 * MINUTE, "user"),),
    "manage_email": (Limit(10, 10 * MINUTE, "user"),),
    "reauthenticate": (Limit(10, 10 * MINUTE, "user"),),
    # Codes of the app and recovery codes, counted per account: whoever types one knows the password already.
    "second_factor": (Limit(30, 10 * MINUTE, "ip"), Limit(5, 15 * MINUTE, "key")),
    "passkey": (Limit(30, 10 * MINUTE, "ip"),),
    "reset": (Limit(20, 60 * MINUTE, "user"),),
    "confirm_email": (Limit(1, 3 * MINUTE, "key"),),
    # The key is the address of a calendar: many devices may ask for it, each a few times an hour.
    "feed": (Limit(60, 10 * MINUTE, "key"),),
    "feed_failed": (Limit(30, 10 * MINUTE, "ip"),),
    # Slow work: a year of someone's rows each time.
    "export": (Limit(5, 10 * MINUTE, "user"), Limit(20, DAY, "user")),
    "import": (Limit(20, 10 * MINUTE, "user"), Limit(100, DAY, "user")),
    "token": (Limit(30, HOUR, "user"),),
    # The key is an access token (accounts.api.allowance).
    "api": (Limit(600, MINUTE, "key"),),
    "api_failed": (Limit(60, 10 * MINUTE, "ip"),),
}

RATE_LIMITS: dict[str, str] = {action: ",".join(map(str, limits)) for action, limits in LIMITS.items()}


def longest_wait(action: str) -> int:
    """Return the seconds after which `action` is surely allowed again; a minute for an unknown one."""
    return max((limit.seconds for limit in LIMITS.get(action, ())), default=MINUTE)
