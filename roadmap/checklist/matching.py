"""Which skill a title means: surely, perhaps, or none. Pure."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

OFFERED = 3
_ALIKE = 0.62  # of 1, how alike two titles are to be offered
_LOOKED_AT = 8  # candidates that are compared letter by letter
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to", "with", "your"))


class Match(NamedTuple):
    """`slug` of the skill with this very title, or nothing; `near`: those of similar titles, best first."""

    slug: str
    near: tuple[str, ...]


def plain(title: str) -> str:
    """Return a title in lower case without accents, punctuation and small words."""
    text = unicodedata.normalize("NFKD", title[:200]).casefold().replace("&", " and ")
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    words = [word for word in re.split(r"[^\w+#]+|_", text) if word]
    return " ".join([word for word in words if word not in _SMALL] or words)


class Matcher:
    """Knows the titles and slugs of all skills."""

    def __init__(self, skills: Iterable[tuple[str, str]]) -> None:
        """`skills` are (slug, title)."""
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, str] = {}
        for slug, title in skills:
            self._titles[slug] = plain(title)
            for name in {plain(title), plain(slug.replace("-", " "))}:
                self._exact[name].add(slug)
            for part in _parts(plain(title)):
                self._by_part[part].add(slug)

    def match(self, title: str, *, look: bool = True) -> Match:
        """Return what `title` means; `look` for similar ones if there is none of that title."""
        wanted = plain(title)
        found = sorted(self._exact.get(wanted, ())) if wanted else []
        if len(found) == 1:
            return Match(found[0], ())
        if found:
            return Match("", tuple(found[:OFFERED]))
        return Match("", self._near(wanted) if look and wanted else ())

    def _near(self, wanted: str) -> tuple[str, ...]:
        shared = Counter(slug for part in _parts(wanted) for slug in self._by_part.get(part, ()))
        rated = [(_alike(wanted, self._titles[slug]), slug) for slug, _ in shared.most_common(_LOOKED_AT)]
        good = sorted((-share, slug) for share, slug in rated if share >= _ALIKE)
        return tuple(slug for _, slug in good[:OFFERED])


def _alike(one: str, other: str) -> float:
    """Return how alike two plain titles are: letter by letter, or by the words of the shorter one."""
    ones, others = set(one.split()), set(other.split())
    common, shorter = len(ones & others), min(len(ones), len(others))
    words = 0.9 * common / shorter if common > 1 or common == shorter else 0.0
    return max(SequenceMatcher(None, one, other, autojunk=False).ratio(), words)


def _parts(text: str) -> set[str]:
    """Return the groups of three letters in it: a slip of the pen leaves most of them alike."""
    padded = f" {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
