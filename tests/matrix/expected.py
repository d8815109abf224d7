"""What each role is answered at each address: derived from tests/addresses.py, exceptions named below."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.address import EVERYONE, LEARNER, TOKEN, Address
from tests.addresses import ADDRESSES
from tests.matrix.roles import Role
from tests.matrix.rows import names_a_row

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW")
# No view is asked about these: they are refused before anybody is known.
UNKNOWN = ("TRACE", "CONNECT", "BREW")
LOG_IN = "log in"
Answer = int | str
# A redirect of one's own within the site, to a page or after a form.
AWAY, DONE, REFUSED, ABSENT = 302, 303, 422, 404

# Route and method -> what (nobody, the owner, another learner) are answered, and staff where it is not as
# another learner. Who is suspended is nobody.
EXCEPTIONS: dict[tuple[str, str], tuple[Answer, ...]] = {
    # Who has an account is led on.
    ("", "GET"): (200, AWAY, AWAY),
    ("accounts/login/", "GET"): (200, AWAY, AWAY),
    ("accounts/signup/", "GET"): (200, AWAY, AWAY),
    ("accounts/logout/", "GET"): (AWAY, 200, 200),
    ("accounts/password/set/", "GET"): (LOG_IN, AWAY, AWAY),
    ("builds/", "GET"): (LOG_IN, AWAY, AWAY),
    ("builds/<uuid:key>/", "GET"): (LOG_IN, AWAY, ABSENT),
    ("favicon.ico", "GET"): (AWAY, AWAY, AWAY),
    # Nothing was answered or kept yet, and another learner has no plan that could be shown.
    ("plan/start/result/", "GET"): (LOG_IN, 200, AWAY),
    ("career/runway/", "GET"): (LOG_IN, 200, AWAY),
    # Their weeks begin with their accounts, and her card is none of theirs.
    ("week/review/<slug:day>/", "GET"): (LOG_IN, 200, ABSENT),
    ("week/review/<slug:day>/", "POST"): (LOG_IN, DONE, ABSENT),
    ("review/card/", "POST"): (LOG_IN, DONE, ABSENT),
    # Asked for while one logs in; at any other time it leads on. A passkey logs in by script.
    ("accounts/second-step/", "GET"): (AWAY, AWAY, AWAY),
    ("accounts/passkey/", "GET"): (AWAY, AWAY, AWAY),
    ("accounts/passkey/", "POST"): (REFUSED, DONE, DONE),
    ("accounts/passkey/options/", "POST"): (200, 200, 200),
    # Alice has an app, recovery codes and a passkey; the others have none to see, to use or to switch off.
    # (Staff have an app: without one they see nothing of the admin.)
    ("accounts/reauthenticate/code/", "GET"): (LOG_IN, 200, AWAY, 200),
    ("accounts/reauthenticate/code/", "POST"): (LOG_IN, REFUSED, DONE, REFUSED),
    ("accounts/reauthenticate/passkey/", "GET"): (LOG_IN, 200, AWAY),
    ("accounts/reauthenticate/passkey/", "POST"): (LOG_IN, REFUSED, DONE),
    ("settings/security/app/", "GET"): (LOG_IN, DONE, 200, DONE),
    ("settings/security/app/", "POST"): (LOG_IN, DONE, REFUSED, DONE),
    ("settings/security/app/off/", "GET"): (LOG_IN, 200, DONE, 200),
    ("settings/security/codes/", "GET"): (LOG_IN, 200, ABSENT, 200),
    ("settings/security/codes/download/", "GET"): (LOG_IN, 200, ABSENT, 200),
    ("settings/security/passkey/", "POST"): (LOG_IN, REFUSED, REFUSED),
    # The example types another word than the one that is asked for.
    ("settings/data/delete/", "POST"): (LOG_IN, REFUSED, REFUSED),
    # What is not theirs to take back is answered like what is too old to take back.
    ("settings/data/reset/<uuid:pk>/undo/", "POST"): (LOG_IN, DONE, DONE),
    # A new token is shown on the page that made it, and nowhere else.
    ("settings/tokens/", "POST"): (LOG_IN, 200, 200),
    # No static files are collected in tests.
    ("readyz", "GET"): (503, 503, 503),
    # Pages of the library that take no form, though their method guard lets one through.
    ("accounts/confirm-email/", "POST"): (405, 405, 405),
    ("accounts/inactive/", "POST"): (405, 405, 405),
    ("accounts/password/reset/done/", "POST"): (405, 405, 405),
    ("accounts/password/reset/key/done/", "POST"): (405, 405, 405),
    # An address that nobody has; whoever is logged in is led on.
    ("accounts/login/", "POST"): (REFUSED, DONE, DONE),
    # A made-up link to confirm an address is explained on the next page.
    ("accounts/confirm-email/(?P<key>[-:\\w]+)/$", "POST"): (DONE, DONE, DONE),
    # The example of the table is none that this row or account can take.
    ("career/<uuid:pk>/stage/", "POST"): (LOG_IN, REFUSED, ABSENT),
    ("career/import/", "POST"): (LOG_IN, REFUSED, REFUSED),
    ("career/import/rows/", "POST"): (LOG_IN, REFUSED, REFUSED),
    ("career/new/", "POST"): (LOG_IN, REFUSED, DONE),
    ("career/questions/<uuid:pk>/review/", "POST"): (LOG_IN, REFUSED, ABSENT),
    ("career/runway/<uuid:pk>/", "POST"): (LOG_IN, REFUSED, ABSENT),
    ("career/runway/new/", "POST"): (LOG_IN, REFUSED, REFUSED),
    ("career/runway/preview/", "POST"): (LOG_IN, REFUSED, REFUSED),
    ("log/timer/<uuid:pk>/", "POST"): (LOG_IN, REFUSED, ABSENT),
    ("settings/data/checklist/lines/", "POST"): (LOG_IN, REFUSED, REFUSED),
    ("settings/data/import/", "POST"): (LOG_IN, REFUSED, REFUSED),
    # They open for the session that asked, and for no other of the same person.
    ("settings/data/export/<uuid:pk>/", "GET"): (LOG_IN, ABSENT, ABSENT),
    ("settings/data/import/<uuid:pk>/", "GET"): (LOG_IN, ABSENT, ABSENT),
    ("settings/data/import/<uuid:pk>/", "POST"): (LOG_IN, ABSENT, ABSENT),
    # A preview changes nothing and so leads nowhere.
    ("settings/data/checklist/", "POST"): (LOG_IN, 200, 200),
    ("career/resumes/<uuid:pk>/preview/", "POST"): (LOG_IN, 200, ABSENT),
}

# What reading may write to, and why.
MAY_WRITE: dict[str, frozenset[str]] = {
    "healthz": frozenset({"installation_heartbeat"}),  # a database that only reads is not healthy
    # What the app or the passkey is to prove is kept in the session that asked.
    "settings/security/app/": frozenset({"accounts_session"}),
    "settings/security/passkey/": frozenset({"accounts_session"}),
    "accounts/reauthenticate/passkey/": frozenset({"accounts_session"}),
}


@dataclass(frozen=True)
class Cell:
    route: str
    method: str
    role: Role
    answer: Answer  # a status, or LOG_IN: 302 or 303 there and back

    def __str__(self) -> str:
        return f"{self.method} /{self.route} by {self.role}"


def answer_to(route: str, address: Address, method: str, role: Role) -> Answer:
    """Return what `role` is answered at an address that is Alice's."""
    if address.audience == TOKEN:
        # Nobody here has one, and a session changes nothing.
        return 401 if method in address.methods else 405
    known = role not in (Role.NOBODY, Role.SUSPENDED)
    asked = "GET" if method == "HEAD" else method
    if method in address.methods and (route, asked) in EXCEPTIONS:
        nobody, owner, other, *staff = EXCEPTIONS[route, asked]
        if not known:
            return nobody
        return owner if role is Role.OWNER else staff[0] if staff and role is Role.STAFF else other
    if address.audience == LEARNER and not known and method not in UNKNOWN:
        return LOG_IN
    if method not in address.methods:
        return 405
    if names_a_row(route) and role is not Role.OWNER:
        return ABSENT
    if address.audience in (LEARNER, EVERYONE):
        return DONE if method == "POST" else 200
    return ABSENT  # the example of a link is a secret that opens nothing


def cells(route: str, address: Address) -> Iterator[Cell]:
    """Yield the row of the matrix for one address."""
    for method in METHODS:
        for role in Role:
            yield Cell(route, method, role, answer_to(route, address, method, role))


def unused() -> list[tuple[str, str]]:
    """Return exceptions for what is not there, or that say what the rule says anyway."""
    return [
        (route, method)
        for (route, method), answers in EXCEPTIONS.items()
        if route not in ADDRESSES or method not in ADDRESSES[route].methods
    ]
