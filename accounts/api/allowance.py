"""How often a token may call, told in headers (draft-ietf-httpapi-ratelimit-headers).

A write for every call would cost more than most calls. So each worker of the server counts by itself, and
takes calls from the sum that all share `CHUNK` at a time: a token gets at most `CHUNK` more for each worker.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse

from accounts.api.problems import Problem
from accounts.limits import LIMITS
from accounts.models import AccessToken

CHUNK = 20
KNOWN = 1000  # tokens that a worker keeps count of
_LIMIT = LIMITS["api"][0]
POLICY = f'"token";q={_LIMIT.times};w={_LIMIT.seconds}'


@dataclass
class Window:
    """What one worker knows of a token's window: calls made here, those it may make, those of all.

    `number`: which window it is since 1970.
    """

    number: int
    made: int = 0
    may: int = CHUNK
    all: int = 0


_windows: OrderedDict[object, Window] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class Allowance:
    """`left` calls in the next `seconds`."""

    left: int
    seconds: int

    def tell(self, response: HttpResponse) -> None:
        response.headers["RateLimit-Policy"] = POLICY
        response.headers["RateLimit"] = f'"token";r={self.left};t={self.seconds}'


def count(token: AccessToken, now: float) -> Allowance:
    """Count a call at `now` (seconds since 1970). Raises Problem when it is one too many."""
    number, past = divmod(int(now), _LIMIT.seconds)
    rest = _LIMIT.seconds - past
    with _lock:
        window = _windows.get(token.pk)
        if window is None or window.number != number:
            window = _windows[token.pk] = Window(number)
        _windows.move_to_end(token.pk)
        if len(_windows) > KNOWN:
            _windows.popitem(last=False)
        window.made += 1
        in_hand = window.made <= window.may
    if not in_hand and not _take(window, token.take_calls):
        raise Problem(
            "too-many-requests",
            headers={"Retry-After": str(rest), **_told(Allowance(0, rest))},
        )
    return Allowance(max(0, _LIMIT.times - max(window.all - window.may, 0) - window.made), rest)


def _take(window: Window, take: Callable[[int, int, int], int | None]) -> bool:
    # The first chunk was used before anything was written: it is reported with the second.
    wanted = CHUNK if window.all else 2 * CHUNK
    taken = take(wanted, _LIMIT.times, window.number)
    if taken is None:
        return False
    with _lock:
        window.may += CHUNK
        window.all = taken
    return True


def _told(allowance: Allowance) -> dict[str, str]:
    response = HttpResponse()
    allowance.tell(response)
    return {name: response.headers[name] for name in ("RateLimit-Policy", "RateLimit")}


def forget() -> None:
    """Begin to count anew, as a worker that has just been started."""
    with _lock:
        _windows.clear()
