"""A cache that everyone's requests go through, as greedy as RFC 9111 lets it be."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

from tests.person import Person

# Those that may be kept without a word about how long (section 4.2.2), and for how long we do.
HEURISTIC = frozenset({200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501})
GUESS = 3600  # seconds


def directives(header: str) -> dict[str, str]:
    """Return a Cache-Control header as names, in lower case, with their arguments."""
    parts = (part.strip().partition("=") for part in header.split(",") if part.strip())
    return {name.lower(): argument.strip('"') for name, _, argument in parts}


@dataclass
class Kept:
    owner: str
    answer: Any
    until: float
    must_ask: bool
    vary: Mapping[str, str]


@dataclass
class SharedCache:
    """A proxy between people and the site."""

    now: float = field(default_factory=time.time)
    kept: dict[str, list[Kept]] = field(default_factory=dict)

    def get(self, who: str, person: Person, path: str) -> tuple[Any, Kept | None]:
        """Return what `person` gets for `path`, and what it was taken from when it comes from the store."""
        asked = self._headers(person)
        found = next((kept for kept in self.kept.get(path, []) if self._selects(kept, asked)), None)
        if found and not found.must_ask and found.until > self.now:
            return found.answer, found
        etag = found.answer.headers.get("ETag") if found else None
        fresh = person.get(path, **({"If-None-Match": etag} if etag else {}))
        if found and fresh.status_code == 304:
            return found.answer, found
        self._keep(who, path, asked, fresh)
        return fresh, None

    def _keep(self, who: str, path: str, asked: Mapping[str, str], answer: Any) -> None:
        """Section 3: store what neither the site nor its kind forbids."""
        rules = directives(answer.headers.get("Cache-Control", ""))
        lifetime = self._lifetime(rules, answer)
        vary = [name.strip().lower() for name in answer.headers.get("Vary", "").split(",") if name.strip()]
        if {"no-store", "private"} & set(rules) or "*" in vary or answer.status_code in (206, 304):
            return
        if lifetime is None and "public" not in rules and answer.status_code not in HEURISTIC:
            return
        self.kept.setdefault(path, []).append(
            Kept(
                owner=who,
                answer=answer,
                until=self.now + (GUESS if lifetime is None else lifetime),
                must_ask="no-cache" in rules,
                vary={name: asked.get(name, "") for name in vary},
            )
        )

    def _lifetime(self, rules: Mapping[str, str], answer: Any) -> float | None:
        """Section 4.2.1: seconds that an answer stays fresh; None when nothing is said."""
        for name in ("s-maxage", "max-age"):
            if rules.get(name, "").isdecimal():
                return float(rules[name])
        if expires := answer.headers.get("Expires"):
            return float(parsedate_to_datetime(expires).timestamp() - self.now)
        return None

    @staticmethod
    def _selects(kept: Kept, asked: Mapping[str, str]) -> bool:
        return all(asked.get(name, "") == value for name, value in kept.vary.items())

    @staticmethod
    def _headers(person: Person) -> dict[str, str]:
        cookies = "; ".join(
            f"{name}={morsel.value}" for name, morsel in sorted(person.client.cookies.items())
        )
        return {"cookie": cookies} if cookies else {}
