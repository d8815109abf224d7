"""What there is to know of an address of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EVERYONE = "everyone"
LEARNER = "learner"  # sends visitors to log in; shows and changes only what belongs to whoever asks
TOKEN = "token"  # of the API: works with an access token alone; tests/api asks every operation
LINK = "link"  # works for whoever holds a secret link
READ = frozenset({"GET", "HEAD"})
FORM = frozenset({"POST"})
BOTH = READ | FORM


@dataclass(frozen=True)
class Address:
    """`path` is an example; `fields` is what a form sends there when all is well, and `page` where it stands.

    `query`: the names that mean something after the question mark.
    """

    path: str
    audience: str
    methods: frozenset[str]
    fields: Mapping[str, str] = field(default_factory=dict)
    query: tuple[str, ...] = ()
    page: str = "/roadmap/"


def mark(path: str, page: str, **fields: str) -> Address:
    return Address(path, LEARNER, FORM, fields, page=page)


NOBODYS = "00000000-0000-4000-8000-000000000000"
