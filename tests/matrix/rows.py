"""Which row of Alice's an address with an id names, so that the matrix asks for what is really hers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from django.apps import apps

from accounts.models import User
from accounts.passkeys import key_of
from tests.tables import tables


@dataclass(frozen=True)
class Row:
    """`model` by its label, `parts` the attributes that stand in the path, `where` which rows will do."""

    model: str
    parts: tuple[str, ...] = ("pk",)
    where: Mapping[str, Any] = field(default_factory=dict)
    name: Callable[[Any], str] | None = None  # what stands in the path, where it is no attribute

    def ids(self, row: Any) -> Iterator[str]:
        """Yield what names `row` in a path, part by part."""
        if self.name:
            yield self.name(row)
        else:
            yield from (str(attrgetter(part)(row)) for part in self.parts)


_LINK = Row("roadmap.Evidence", where={"build": None})
_BUILD = Row("roadmap.Build", ("key",))

# By the beginning of a route.
ROWS: dict[str, Row] = {
    "evidence/<uuid:pk>/": _LINK,
    "settings/profile/evidence/<uuid:pk>/": _LINK,
    "settings/profile/builds/<uuid:key>/": _BUILD,
    "practice/<uuid:pk>/": Row("roadmap.Problem"),
    "log/<uuid:pk>/": Row("roadmap.StudySession"),
    "log/timer/<uuid:pk>/": Row("roadmap.StudyTimer"),
    "breaks/<uuid:pk>/": Row("roadmap.Break"),
    "review/questions/<uuid:pk>/": Row("roadmap.OwnQuestion"),
    "builds/<uuid:key>/": _BUILD,
    "builds/<uuid:key>/log/<uuid:pk>/": Row("roadmap.BuildLine", ("build.key", "pk")),
    "builds/<uuid:key>/requirements/<uuid:pk>/": Row("roadmap.OwnRequirement", ("build.key", "pk")),
    "stories/<uuid:pk>/": Row("career.Story"),
    "settings/data/export/<uuid:pk>/": Row("accounts.DataExport"),
    "settings/data/import/<uuid:pk>/": Row("accounts.DataImport"),
    "career/<uuid:pk>/": Row("career.Application"),
    "career/<uuid:pk>/moves/<int:change>/": Row("career.StageChange", ("application.pk", "pk")),
    "career/interviews/<uuid:pk>/": Row("career.Interview", where={"is_mock": False}),
    "career/mocks/<uuid:pk>/": Row("career.Interview", where={"is_mock": True}),
    "career/questions/<uuid:pk>/": Row("career.AskedQuestion"),
    "career/job-texts/<uuid:pk>/": Row("career.JobText"),
    "career/offers/research/<uuid:pk>/": Row("career.PayResearch"),
    "career/offers/<uuid:pk>/": Row("career.Offer"),
    "career/offers/<uuid:pk>/log/<int:line>/": Row("career.OfferLine", ("offer.pk", "pk")),
    "career/companies/<uuid:pk>/": Row("career.TargetCompany"),
    "career/resumes/<uuid:pk>/": Row("career.Resume"),
    "career/runway/<uuid:pk>/": Row("career.Budget"),
    "career/contacts/<uuid:pk>/": Row("career.Contact"),
    "settings/data/reset/<uuid:pk>/": Row("roadmap.ResetSnapshot"),
    "settings/tokens/<uuid:pk>/": Row("accounts.AccessToken"),
    "settings/security/passkeys/<slug:key>/": Row("mfa.Authenticator", ("pk",), {"type": "webauthn"}, key_of),
}

# The key of a passkey is a digest; other slugs are names of the catalogue.
_ID = re.compile(r"<(?:uuid|int):\w+>|(?<=passkeys/)<slug:key>")


def names_a_row(route: str) -> bool:
    """Return whether the path of `route` holds the id of something that belongs to one person."""
    return bool(_ID.search(route))


def row_of(route: str) -> Row:
    """Return the entry for a route: the longest beginning with as many ids. LookupError without one."""
    ids = len(_ID.findall(route))
    fitting = [start for start, row in ROWS.items() if route.startswith(start) and len(row.parts) == ids]
    if not fitting:
        raise LookupError(f"{route}: say in tests/matrix/rows.py which row it names")
    return ROWS[max(fitting, key=len)]


def hers(route: str, path: str, user: User) -> str:
    """Return the example `path` of a route with the ids of a row of `user`'s. LookupError without a row."""
    if not names_a_row(route) or route.startswith("api/v1/"):
        return path  # without a token, no row is looked for
    wanted = row_of(route)
    row = first_of(wanted, user)
    values = wanted.ids(row)
    pieces = zip(_marked(route).split("/"), path.removeprefix("/").split("/"), strict=True)
    return "/" + "/".join(next(values) if piece == "*" else given for piece, given in pieces)


def first_of(wanted: Row, user: User) -> Any:
    """Return a row of `user`'s. LookupError without one."""
    model = apps.get_model(wanted.model)
    owner = next(lookup for table, lookup in tables() if table is model)
    row = model._default_manager.filter(**{owner: user.pk, **wanted.where}).order_by("pk").first()
    if row is None:
        raise LookupError(f"no row in {wanted.model}; give Alice one in tests/life.py")
    return row


def _marked(route: str) -> str:
    """Return the route with a star for each id."""
    return _ID.sub("*", route)
