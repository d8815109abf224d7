"""Whatever is sent, the answer is a page: never an error of ours, and nothing sent turns into markup."""

import re
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

import pytest
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve
from pytest_django import Settings

from tests import naughty
from tests.address import LEARNER, TOKEN, Address
from tests.addresses import ADDRESSES, TRAIL
from tests.factories import make_user
from tests.markup import parse
from tests.person import HOST, Person, confirm

FORM_TYPE = "application/x-www-form-urlencoded"
FINE = {200, 302, 303, 304, 400, 403, 404, 405, 413, 422}
# What takes a token gets its own bad input in tests/api.
OURS = {route: address for route, address in ADDRESSES.items() if address.audience != TOKEN}
FORMS = [route for route, address in OURS.items() if "POST" in address.methods]
PAGES = [route for route, address in OURS.items() if "GET" in address.methods]
SLUGS = [route for route in OURS if "<" in route]
FEW = slice(None, None, 8)
REST = naughty.ALL[len(naughty.MARKUP) :]
# What people write in their own words, which is kept and shown; all else is a choice, a number, a date or
# a secret, and where “next” may lead is tested with the log-in.
FREE = {
    *("answer", "background_other", "comment", "display_name", "email", "handle", "headline", "label"),
    *("label_1", "line", "lines", "login", "note", "prompt", "role", "slip", "summary", "text"),
    *("also_ask", "answer", "asked", "brings", "closing", "company", "hook", "how_met", "name", "people"),
    *("place", "project", "script", "title", "transfer", "weak_spot", "went_well", "what", "work"),
}


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def alice(db: None) -> Person:
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


def check(answer: Any, sent: bytes, where: str) -> None:
    """Assert that the answer is one of those that are meant, and holds no markup that was sent."""
    assert answer.status_code in FINE, f"{where}: {sent[:60]!r}: {answer.status_code}"
    if b"<" in sent and not answer.streaming:
        assert sent not in answer.content, f"{where}: {sent!r} came back as markup"


def browser(alice: Person, address: Address) -> Client:
    """Return a client as the address expects it, logged in or not."""
    return confirm(Person(alice.user).client) if address.audience == LEARNER else Client()


def post(client: Client, address: Address, field: str, value: bytes, *, quiet: bool) -> Any:
    """Send the form with one field replaced by these bytes."""
    others = urlencode({name: text for name, text in address.fields.items() if name != field})
    body = f"{others}&{field}={quote_from_bytes(value)}"
    sender = (
        {"HX-Request": "true", "HX-Current-URL": HOST + "/about/"}
        if quiet
        else {"referer": HOST + address.page}
    )
    return client.post(address.path, body, content_type=FORM_TYPE, headers=sender)


def strings_for(place: int, field: str) -> list[bytes]:
    """Return what the field in this place has to stand: its share of all, so that neighbors take the rest.

    Words of one's own meet more of it. What differs between the databases is bytes, lengths and numbers.
    """
    if connection.vendor != "sqlite":
        return REST[place % 24 :: 24]
    step = 8 if field in FREE else 16
    return naughty.ALL[place % step :: step]


def fields_of(route: str) -> list[tuple[int, str]]:
    """Return the fields of the form at an address, each with its place among all."""
    names = [*ADDRESSES[route].fields, "unheard-of"]
    return list(
        enumerate(names, sum(len(ADDRESSES[other].fields) + 1 for other in FORMS[: FORMS.index(route)]))
    )


@pytest.mark.parametrize("route", FORMS)
@pytest.mark.asvs("1.2.1", "1.4.2", "2.2.1", "2.2.2")
def test_no_field_breaks_a_page(alice: Person, route: str):
    address = ADDRESSES[route]
    client = browser(alice, address)
    for place, field in fields_of(route):
        for number, value in enumerate(strings_for(place, field)):
            answer = post(client, address, field, value, quiet=number % 4 > 0)
            check(answer, value, f"{route} {field}")
            if answer.status_code == 422 and route.startswith("accounts/"):
                assert b"Error:" in answer.content, f"{route} {field}: {value!r}"
            if answer.status_code in (302, 303) and route.startswith("accounts/"):
                # A sign-up or a change of password worked: that browser is someone else's now.
                client = browser(alice, address)


@pytest.mark.once
@pytest.mark.parametrize("route", FORMS)
@pytest.mark.asvs("1.1.1")
def test_what_is_no_text_is_refused(alice: Person, route: str):
    address = ADDRESSES[route]
    client = browser(alice, address)
    for place, field in fields_of(route):
        for number, value in enumerate(naughty.RAW[place % 3 :: 3]):
            answer = post(client, address, field, value, quiet=number % 2 > 0)
            assert answer.status_code == 400, f"{field}, {value!r}: {answer.status_code}"


@pytest.mark.once
@pytest.mark.parametrize("route", PAGES)
def test_no_query_breaks_a_page(alice: Person, route: str):
    address = ADDRESSES[route]
    client = browser(alice, address)
    for place, name in enumerate([*address.query, "unheard-of"], PAGES.index(route)):
        for value in naughty.ALL if name == "q" else naughty.ALL[place % 12 :: 12]:
            answer = client.get(f"{address.path}?{name}={quote_from_bytes(value[:4_000])}")
            if route != "readyz":
                check(answer, value, f"{route}?{name}")


@pytest.mark.once
@pytest.mark.parametrize("route", SLUGS)
def test_no_slug_breaks_a_page(alice: Person, route: str):
    address = ADDRESSES[route]
    client = browser(alice, address)
    slug = address.path.split("/")[2] if not route.startswith("accounts") else "none"
    # Nothing but the id of a row fits where one is asked for.
    for value in naughty.ALL[FEW] if "<uuid:" in route else naughty.ALL:
        path = address.path.replace(slug, quote_from_bytes(value[:2_000], safe=""))
        ask = client.get if "GET" in address.methods else client.post
        check(ask(path), value, route)


@pytest.mark.once
@pytest.mark.parametrize(
    "header",
    [
        "Referer",
        "HX-Current-URL",
        "HX-Target",
        "If-None-Match",
        "If-Modified-Since",
        "Accept-Encoding",
        "Cookie",
        "Host",
    ],
)
def test_no_header_breaks_a_page(alice: Person, header: str):
    for value in naughty.ALL if header in ("Referer", "HX-Current-URL") else naughty.ALL[FEW]:
        text = re.sub(r"[\r\n]", " ", value[:4_000].decode("latin-1"))
        sender = {"HX-Request": "true", header: text} if header == "HX-Current-URL" else {header: text}
        answer = alice.client.post("/settings/theme/", {"theme": "dark"}, headers=sender)
        check(answer, value, header)
        if "Location" in answer:
            assert re.match(r"/(?![/\\])", answer["Location"]), (
                f"{header}: {value!r} led to {answer['Location']}"
            )
        check(alice.client.post("/skills/py-syntax/state/", {"state": "done"}, headers=sender), value, header)
        check(alice.client.get("/sprint/", headers=sender), value, header)


@pytest.mark.once
@pytest.mark.parametrize("name", ["theme", "messages", "sessionid", "csrftoken"])
def test_no_cookie_breaks_a_page(db: None, name: str):
    for value in naughty.ALL:
        client = Client()
        client.cookies[name] = value[:3_000].decode("latin-1")
        for path in ("/today/", "/accounts/login/"):
            check(client.get(path), value, f"cookie {name}")


def bodies(fields: dict[str, str]) -> list[tuple[bytes, str]]:
    """Return bodies that are no form, or a strange one, with their content type."""
    thrice = [(name, text) for name, text in fields.items() for _ in range(3)]
    return [
        (b"", FORM_TYPE),
        (b"&&&===&;", FORM_TYPE),
        (b"%", FORM_TYPE),
        (b"{}", "application/json"),
        (b'{"state": "done"}', "application/json"),
        (b"\x00\xff", "application/octet-stream"),
        (b"x", "multipart/form-data"),
        (b"--b\r\n\r\n", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data; boundary=\xff".encode("latin-1").decode("latin-1")),
        (b"x", ""),
        (b"state=done", "text/plain; charset=nonsense"),
        (b"state=done", f"{FORM_TYPE}; charset=nonsense"),
        (urlencode(fields).encode("utf-16"), f"{FORM_TYPE}; charset=utf-16"),
        (urlencode(thrice).encode(), FORM_TYPE),
        (urlencode({f"f{number}": "x" for number in range(1_500)}).encode(), FORM_TYPE),
    ]


@pytest.mark.once
@pytest.mark.parametrize("route", [r for r, a in OURS.items() if "POST" in a.methods])
def test_other_kinds_of_bodies_break_nothing(alice: Person, route: str):
    address = ADDRESSES[route]
    for body, kind in bodies(dict(address.fields)):
        client = browser(alice, address)
        answer = client.generic(
            "POST", address.path, body, content_type=kind, headers={"referer": HOST + address.page}
        )
        assert answer.status_code in FINE | {415}, f"{route}: {kind}: {body[:40]!r}: {answer.status_code}"


@pytest.mark.asvs("5.2.1")
def test_more_than_a_megabyte_is_refused_in_words(alice: Person):
    answer = alice.send("/skills/py-syntax/note/", {"text": "x" * 3_000_000})

    assert answer.status_code == 413
    assert "larger than 1 MB" in answer.content.decode()
    assert not alice.user.notes.exists()


def test_every_field_of_every_form_is_in_the_table(alice: Person):
    """So that a new field meets the strings above."""
    visitor = Person()
    pages = [
        (person, a.path) for a in ADDRESSES.values() if "GET" in a.methods for person in (alice, visitor)
    ]
    pages += [(alice, a.page) for a in TRAIL.values() if "POST" in a.methods]
    for person, path in dict.fromkeys(pages):
        answer = person.get(path)
        if answer.status_code != 200 or "html" not in answer.get("Content-Type", ""):
            continue
        for target, name in _controls(answer.content.decode(), path):
            try:
                address = ADDRESSES[resolve(target).route.replace("/^", "/")]
            except Resolver404:
                pytest.fail(f"{path}: a form leads to {target}, which is nowhere")
            known = set(address.fields) | set(address.query)
            assert name in known, f"{path}: {target} takes {name!r}, which tests/addresses.py does not know"


def _controls(html: str, path: str) -> set[tuple[str, str]]:
    """Return where each named control of the page sends its value, and under which name."""
    page = parse(html)
    forms = {form.id: form for form in page.all("form") if form.id}
    found = set()
    for form in page.all("form"):
        for control in form.where(lambda node: bool(node.get("name"))):
            found.add((control.get("formaction") or form.get("action") or path, control.get("name")))
    for control in page.where(lambda node: node.get("form") in forms and bool(node.get("name"))):
        action = control.get("formaction") or forms[control.get("form")].get("action")
        found.add((action, control.get("name")))
    return {(target.split("?")[0], name) for target, name in found if name != "csrfmiddlewaretoken"}
