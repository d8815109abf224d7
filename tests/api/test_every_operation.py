"""What holds for every operation of the API, whatever its noun; a new one is in at once."""

import datetime
import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from accounts.models import AccessToken, User
from accounts.scopes import SCOPES
from config.urls import urlpatterns
from tests.api.account import SECRET, Rows, make_rows
from tests.api.calls import CALLS, Call
from tests.api.script import Script
from tests.factories import make_user
from tests.person import Person
from tests.tables import checksum

PROBLEM = "application/problem+json"
DONE = {"GET": 200, "PUT": 200, "POST": 201, "DELETE": 204}
# Nobody could guess its id: see test_review.py.
ASKED = "put_answer"
# The example of the change before has made these already.
ANOTHER = {
    "create_break": {"starts_on": "2027-03-01", "ends_on": "2027-03-02"},
    "create_evidence": {"skill": "py-syntax", "url": "https://example.org/another"},
}
MOST_STATEMENTS = 12  # of one call, the two of its token and its savepoints among them
# A build is written with its requirements and skills in one transaction, a plan with specializations.
MORE = {"put_plan": 16, "put_build": 20, "create_build": 24, "delete_build": 16}


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def alice(db: None) -> Rows:
    return make_rows()


def belongings(user: User) -> dict[str, str]:
    """Return a digest of all that is a learner's, by table.

    Without their tokens: now and then a worker reports there how often they were used.
    """
    return {table: digest for table, digest in checksum(user).items() if table != "accounts.AccessToken"}


def in_order() -> list[Call]:
    """Return all calls so that each leaves to the next what that needs: parts before their wholes."""
    ranks = list(DONE)
    return sorted(CALLS.values(), key=lambda call: (ranks.index(call.method), -len(call.path)))


@pytest.mark.asvs("4.1.1", "3.2.1", "14.3.2", "2.3.2")
def test_each_does_what_its_example_says_in_few_statements(alice: Rows):
    script = Script(alice.user)
    many: dict[str, int] = {}
    script.get("/progress")  # the catalogue is read once in a process
    for call in in_order():
        with CaptureQueriesContext(connection) as statements:
            answer = script.call(call.method, call.at(alice.ids), ANOTHER.get(call.id, call.body))
        if call.id == ASKED:
            continue
        assert answer.status_code == DONE[call.method], f"{call.id}: {answer.content!r}"
        if len(statements) > MORE.get(call.id, MOST_STATEMENTS):
            many[call.id] = len(statements)
        assert answer["RateLimit"].startswith('"token";r=')
        assert "private" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        if call.method != "DELETE":
            assert answer["ETag"]
            assert answer["Content-Type"] == "application/json; charset=utf-8"
        if call.method == "POST":
            assert script.get(answer["Location"].removeprefix("/api/v1")).json() == answer.json()
    assert many == {}


@pytest.mark.asvs("8.2.1", "8.3.1")
@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_that_is_missing_is_named_and_nothing_happens(alice: Rows, scope: str):
    script = Script(alice.user, scopes=[name for name in SCOPES if name != scope])
    before = belongings(alice.user)
    mine = [call for call in CALLS.values() if call.scope == scope]
    for call in mine:
        answer = script.call(call.method, call.at(alice.ids), call.body)
        assert (answer.status_code, answer["Content-Type"]) == (403, PROBLEM), call.id
        assert answer.json()["scope"] == scope
        assert f'scope="{scope}"' in answer["WWW-Authenticate"]

    assert mine, "this scope opens nothing"
    assert belongings(alice.user) == before


@pytest.mark.asvs("8.2.2", "8.4.1")
def test_bobs_token_neither_sees_nor_changes_what_is_alices(alice: Rows):
    bob = Script(make_user(email="bob@example.org"))
    before = belongings(alice.user)
    for call in in_order():
        answer = bob.call(call.method, call.at(alice.ids), call.body)
        assert SECRET not in answer.content.decode(), call.id
        if "{pk}" in call.path:
            missing = bob.call(call.method, call.at({"requirement": alice.ids["requirement"]}), call.body)
            assert answer.status_code == missing.status_code == 404, call.id
            assert answer.content == missing.content, call.id

    assert belongings(alice.user) == before


@pytest.mark.asvs("3.5.2", "14.2.1", "6.3.4")
def test_only_the_header_lets_in(alice: Rows):
    """Neither Alice's session nor her token in the address or in a cookie."""
    script, browser = Script(alice.user), Person(alice.user).client
    before = belongings(alice.user)
    browser.cookies["access_token"] = script.secret
    for call in in_order():
        path = f"/api/v1{call.at(alice.ids)}?access_token={script.secret}&token={script.secret}"
        answer = browser.generic(call.method, path, json.dumps(call.body), content_type="application/json")
        assert (answer.status_code, answer["Content-Type"]) == (401, PROBLEM), call.id

    assert belongings(alice.user) == before


def tokens_that_are_no_good(alice: Rows) -> dict[str, dict[str, str]]:
    now = timezone.now()
    expired = Script(alice.user, expires_at=now - datetime.timedelta(seconds=1))
    revoked = Script(alice.user)
    revoked.token.delete()
    left = Script(make_user(email="gone@example.org", is_active=False))
    return {
        "expired": expired.headers,
        "revoked": revoked.headers,
        "of an account that is closed": left.headers,
        "garbage": {"Authorization": "Bearer garbage"},
        "well formed": {"Authorization": f"Bearer mp_{'A' * 43}"},
        "with NUL": {"Authorization": "Bearer mp_\0"},
        "long": {"Authorization": "Bearer " + "mp_" * 2000},
        "not ASCII": {"Authorization": "Bearer mp_\xe9"},
        "another scheme": {"Authorization": revoked.headers["Authorization"].replace("Bearer", "Basic")},
    }


@pytest.mark.asvs("7.4.1", "7.4.2", "16.5.2")
def test_tokens_that_are_no_good_are_refused_alike(alice: Rows):
    nobody = Script()
    before = belongings(alice.user)
    answers = set()
    for name, headers in tokens_that_are_no_good(alice).items():
        for call in (CALLS["read_token"], CALLS["put_skill_state"], CALLS["list_applications"]):
            nobody.headers = headers
            answer = nobody.call(call.method, call.at(alice.ids), call.body)
            assert answer.status_code == 401, f"{name}: {call.id}"
            answers.add((answer.content, answer["WWW-Authenticate"], answer["Content-Type"]))

    assert len(answers) == 1
    assert belongings(alice.user) == before


@pytest.mark.asvs("13.4.4")
def test_other_methods_are_405_before_anything_else(db: None):
    paths: dict[str, set[str]] = {}
    for call in CALLS.values():
        paths.setdefault(call.at({}), set()).add(call.method)
    for path, methods in paths.items():
        allowed = methods | ({"HEAD"} if "GET" in methods else set())
        for method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW", "TRACE"} - allowed:
            answer = Script().call(method, path)
            assert (answer.status_code, answer["Content-Type"]) == (405, PROBLEM), f"{method} {path}"
            assert {name.strip() for name in answer["Allow"].split(",")} == allowed, path


@pytest.mark.asvs("4.1.2")
def test_http_is_refused_and_not_redirected_where_there_is_https(alice: Rows, settings: Settings):
    settings.HTTPS = settings.SECURE_SSL_REDIRECT = True
    script = Script(alice.user)

    for call in (CALLS["read_token"], CALLS["put_skill_state"]):
        answer = script.call(call.method, call.at(alice.ids), call.body)
        assert answer.status_code == 403
        assert answer.json()["type"].endswith("#https-needed")
    assert not alice.user.skill_progress.filter(skill__slug="py-syntax").exists()


@pytest.mark.asvs("15.3.3", "8.2.3")
def test_fields_that_nobody_asked_for_are_refused_and_never_stored(alice: Rows):
    script = Script(alice.user)
    bob = make_user(email="bob@example.org")
    before = belongings(alice.user), belongings(bob)
    for call in in_order():
        if call.body is None:
            continue
        for name in ("user", "user_id", "is_staff", "id", "pk", "made_at", "token", "__proto__"):
            answer = script.call(call.method, call.at(alice.ids), call.body | {name: bob.pk})
            assert answer.status_code == 422, f"{call.id}: {name}"
            assert answer.json()["errors"][0]["pointer"] == f"#/{name}"

    assert (belongings(alice.user), belongings(bob)) == before


def test_a_query_that_means_nothing_is_refused(alice: Rows):
    script = Script(alice.user)
    for call in CALLS.values():
        if call.method == "GET":
            answer = script.get(f"{call.at(alice.ids)}?user={alice.user.pk}")
            assert answer.status_code == 422, call.id
    assert script.get("/log?limit=1&limit=2").status_code == 422


def test_head_is_get_without_the_body(alice: Rows):
    script = Script(alice.user)
    for call in CALLS.values():
        if call.method == "GET":
            head, get = script.call("HEAD", call.at(alice.ids)), script.get(call.at(alice.ids))
            assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"]), call.id


@pytest.mark.asvs("3.5.3")
def test_reading_changes_nothing(alice: Rows):
    script = Script(alice.user)
    script.get("/token")  # notes that it was used
    before = belongings(alice.user)
    for call in CALLS.values():
        if call.method == "GET":
            script.get(call.at(alice.ids))

    assert belongings(alice.user) == before


def test_a_read_that_knows_the_state_gets_304_and_a_write_that_does_not_412(alice: Rows):
    script = Script(alice.user)
    for call in in_order():
        path = call.at(alice.ids)
        if call.method == "GET":
            tag = script.get(path)["ETag"]
            assert script.get(path, If_None_Match=tag).status_code == 304, call.id
            assert script.get(path, If_None_Match=f'"other", {tag}').status_code == 304, call.id
        elif call.method in ("PUT", "DELETE") and call.id != ASKED:
            before = belongings(alice.user)
            answer = script.call(call.method, path, call.body, If_Match='"older"')
            assert answer.status_code == 412, call.id
            assert belongings(alice.user) == before, call.id


def test_every_pattern_of_the_api_is_open_to_tokens_and_to_nothing_else():
    site: list[Any] = urlpatterns
    patterns = [pattern for pattern in site if str(pattern.pattern) == "api/v1/"]
    assert len(patterns) == 1
    for pattern in patterns[0].url_patterns:
        assert pattern.callback.login_required is False
        assert pattern.callback.csrf_exempt is True


def test_a_token_is_noted_as_used_once_an_hour(alice: Rows, django_assert_num_queries: Any):
    script = Script(alice.user)
    script.get("/token")
    first = AccessToken.objects.get(pk=script.token.pk).used_at

    with django_assert_num_queries(1):
        script.get("/token")

    assert first is not None
    assert AccessToken.objects.get(pk=script.token.pk).used_at == first
    AccessToken.objects.filter(pk=script.token.pk).update(used_at=first - datetime.timedelta(hours=2))
    script.get("/token")
    later = AccessToken.objects.get(pk=script.token.pk).used_at
    assert later is not None
    assert later >= first
