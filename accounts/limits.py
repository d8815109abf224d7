"""How often each way in may be tried, without Django. The settings and the 429 page both read it."""

from dataclasses import dataclass

MINUTE = 60


@dataclass(frozen=True)
class Limit:
    """At most `times` tries in `seconds`, counted per "ip", "user" or "key" (the address typed)."""

    times: int
    seconds: int
    per: str

    def __str__(self) -> str:
        return f"{self.times}/{self.seconds}s/{self.per}"


LIMITS: dict[str, tuple[Limit, ...]] = {
    "login": (Limit(30, MINUTE, "ip"),),
    # The key is address and network together, so that a stranger cannot lock an owner out.
    "login_failed": (Limit(30, 10 * MINUTE, "ip"), Limit(5, 15 * MINUTE, "key")),
    "signup": (Limit(30, 10 * MINUTE, "ip"),),
    "reset_password": (Limit(20, 10 * MINUTE, "ip"), Limit(3, 15 * MINUTE, "key")),
    "reset_password_from_key": (Limit(20, MINUTE, "ip"),),
    "change_password": (Limit(10, 10 * MINUTE, "user"),),
    "manage_email": (Limit(10, 10 * MINUTE, "user"),),
    "reauthenticate": (Limit(10, 10 * MINUTE, "user"),),
    "confirm_email": (Limit(1, 3 * MINUTE, "key"),),
    # The key is the address of a calendar: many devices may ask for it, each a few times an hour.
    "feed": (Limit(60, 10 * MINUTE, "key"),),
    "feed_failed": (Limit(30, 10 * MINUTE, "ip"),),
    # The key is the token: two requests a second all day long, and bursts of 600.
    "api": (Limit(600, 5 * MINUTE, "key"),),
    "api_failed": (Limit(30, 10 * MINUTE, "ip"),),
}

RATE_LIMITS: dict[str, str] = {action: ",".join(map(str, limits)) for action, limits in LIMITS.items()}


def longest_wait(action: str) -> int:
    """Return the seconds after which `action` is surely allowed again; a minute for an unknown one."""
    return max((limit.seconds for limit in LIMITS.get(action, ())), default=MINUTE)
