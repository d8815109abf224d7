"""With a shared cache in front, nobody gets an answer that was made for somebody else."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from pytest_django import Settings

from tests.addresses import ADDRESSES
from tests.factories import make_user
from tests.life import fill
from tests.person import Person
from tests.shared_cache import SharedCache, directives

pytestmark = pytest.mark.django_db
PUBLIC = {"/sitemap.xml", "/robots.txt", "/favicon.ico", "/site.webmanifest"}


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def people() -> dict[str, Person]:
    alice, bob = (Person(make_user(email=f"{name}@example.org", verified=True)) for name in ("alice", "bob"))
    fill(alice)
    bob.send("/skills/py-syntax/state/", {"state": "learning"})
    everyone = {"alice": alice, "bob": bob, "nobody": Person(), "another nobody": Person()}
    for person in everyone.values():
        # What fails is an answer, too; tests/matrix/ sees to it that nothing does.
        person.client.raise_request_exception = False
    return everyone


def essence(answer: Any) -> tuple[int, str, Any]:
    """Return what of an answer is somebody's, without the number of the request."""
    if answer.streaming and not hasattr(answer, "bytes_read"):
        answer.bytes_read = b"".join(answer)  # a file can be read once
    body = answer.bytes_read if answer.streaming else answer.content
    number = re.compile(rb"Request [0-9a-f]{12}")
    return answer.status_code, answer.headers.get("Location", ""), number.sub(b"", body)


def crossings(people: dict[str, Person], paths: Iterable[str]) -> tuple[set[str], set[str]]:
    """Ask `paths` as each of `people` in turn through one cache.

    Return the paths where somebody got what was made for another and differs from their own, or a
    cookie of another; and the paths that the cache answered itself.
    """
    cache = SharedCache()
    crossed, served = set(), set()
    for path in paths:
        for who, person in people.items():
            answer, kept = cache.get(who, person, path)
            if kept and kept.owner != who:
                served.add(path)
                if answer.cookies or essence(answer) != essence(person.get(path)):
                    crossed.add(path)
    return crossed, served


@pytest.mark.asvs("14.2.2", "14.3.2")
def test_every_address_as_alice_bob_and_nobody(people: dict[str, Person]):
    paths = {address.path for route, address in ADDRESSES.items() if "GET" in address.methods}
    paths |= {"/u/alice/", "/u/alice/badge.svg", "/u/alice/card.png", "/nowhere/", "/static/icons.svg"}

    crossed, served = crossings(people, sorted(paths - {"/accounts/logout/"}))

    assert crossed == set()
    # The sitemap is kept for each set of cookies.
    assert served >= PUBLIC - {"/sitemap.xml"}, "the cache kept nothing, so that nothing is shown"


@pytest.mark.urls("tests.config.pages")
@pytest.mark.parametrize(
    ("rule", "crossed"),
    [
        ("public, max-age=60", True),
        ("max-age=60", True),
        ("s-maxage=60, max-age=0", True),
        ("", False),
        ("private, max-age=60", False),
        ("no-store", False),
        ("public, max-age=60&vary=Cookie", False),
    ],
)
def test_a_personal_page_that_may_be_shared_is_found(people: dict[str, Person], rule: str, crossed: bool):
    path = f"/test/personal/?cache={rule}"

    assert crossings(people, [path])[0] == ({path} if crossed else set())


@pytest.mark.asvs("14.3.2")
def test_what_is_someones_is_kept_by_no_browser_either(people: dict[str, Person]):
    for route, address in ADDRESSES.items():
        if "GET" not in address.methods or "logout" in route or address.path in PUBLIC:
            continue
        answer = people["alice"].get(address.path)
        if "no-store" not in directives(answer.headers.get("Cache-Control", "")):
            # Then it is nobody's: a visitor gets the very same.
            assert essence(answer) == essence(people["nobody"].get(address.path)), address.path


@pytest.mark.asvs("14.3.2")
@pytest.mark.parametrize(
    "path",
    [
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/accounts/password/reset/key/1-none/",
        "/accounts/confirm-email/none/",
        "/accounts/email/none/",
    ],
)
def test_forms_for_passwords_and_pages_behind_links_are_kept_by_nobody(path: str):
    assert {"private", "no-store"} <= set(directives(Person().get(path).headers["Cache-Control"]))
