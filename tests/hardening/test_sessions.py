"""Sessions, signed links and ways in, as far as no other test tells."""

import datetime
import importlib
import re
import warnings

import pytest
from django.conf import settings
from django.core import signing
from django.core.cache import CacheKeyWarning
from django.test import Client
from pytest_django import Settings
from time_machine import travel

from accounts.models import AccessToken, User
from roadmap.models import CalendarFeed
from tests.addresses import ADDRESSES
from tests.address import LEARNER
from tests.factories import PASSWORD, make_user
from tests.person import Person

LOG_IN, RESET = "/accounts/login/", "/accounts/password/reset/"


@pytest.mark.asvs("7.2.1", "7.2.2", "7.2.3")
def test_each_log_in_has_a_random_session_that_the_server_keeps(db: None):
    user = make_user(verified=True)
    keys = set()
    for _ in range(3):
        client = Client()
        client.post(LOG_IN, {"login": user.email, "password": PASSWORD})
        keys.add(client.cookies[settings.SESSION_COOKIE_NAME].value)
    store = importlib.import_module(settings.SESSION_ENGINE).SessionStore

    assert len(keys) == 3
    assert all(re.fullmatch(r"[a-z0-9]{32}", key) for key in keys), "36**32 are 165 bits"
    assert all(store(key).exists(key) for key in keys)


def test_a_session_that_the_server_does_not_know_opens_nothing(db: None):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32

    assert client.get("/today/").status_code == 302


@pytest.mark.asvs("6.2.10")
def test_a_password_of_ten_years_ago_still_opens(db: None):
    user = make_user(verified=True)
    with travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=3653)):
        answer = Client().post(LOG_IN, {"login": user.email, "password": PASSWORD})

    assert answer.status_code == 303


@pytest.mark.asvs("6.3.2")
def test_an_installation_begins_without_an_account(db: None):
    assert not User.objects.exists()


@pytest.mark.asvs("6.4.2")
def test_an_account_has_no_secret_question():
    names = {field.name for field in User._meta.get_fields()}

    assert not {name for name in names if re.search("question|answer|hint", name)} - {
        "own_questions",
        "review_answers",
        "asked_questions",
    }


@pytest.mark.asvs("9.1.2", "9.1.3", "9.2.3")
def test_only_our_key_and_algorithm_sign(settings: Settings):
    ours = signing.dumps("x", salt="roadmap.undo")
    sha1 = signing.TimestampSigner(salt="roadmap.undo", algorithm="sha1").sign_object("x")
    theirs = signing.dumps("x", key="another installation's key", salt="roadmap.undo")

    assert signing.loads(ours, salt="roadmap.undo") == "x"
    for made_up in (sha1, theirs, ours + "x", ours.rpartition(":")[0] + ":"):
        with pytest.raises(signing.BadSignature):
            signing.loads(made_up, salt="roadmap.undo")


@pytest.mark.asvs("7.4.4")
def test_the_way_out_is_on_every_page(db: None):
    alice = Person(make_user())
    without = []
    for route, address in ADDRESSES.items():
        if address.audience == LEARNER and "GET" in address.methods and "<" not in route:
            answer = alice.get(address.path)
            is_page = answer.status_code == 200 and b"<html" in getattr(answer, "content", b"")
            if is_page and b"/accounts/logout/" not in answer.content and "print" not in route:
                without.append(route)

    assert without == []


@pytest.mark.asvs("12.2.1")
def test_with_https_http_is_sent_there(settings: Settings, db: None):
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get("/today/")

    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/today/")


@pytest.mark.asvs("11.2.3")
def test_secrets_have_256_bits(db: None):
    alice = make_user()
    feed = CalendarFeed.objects.make(alice)
    _, token = AccessToken.objects.make(alice, name="script", scopes=["progress:read"], expires_at=None)

    for secret in (feed, token.removeprefix("mp_")):
        assert re.fullmatch(r"[A-Za-z0-9_-]{43,}", secret), "32 bytes in base 64"
    assert signing.Signer().algorithm == "sha256"


@pytest.mark.asvs("1.3.9")
@pytest.mark.parametrize("login", ["a b\r\nc@example.org", "x" * 240 + "@example.org", "é\x7f@example.org"])
def test_no_key_of_the_cache_holds_what_was_typed(db: None, settings: Settings, login: str):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    with warnings.catch_warnings():
        # Django warns of a key that memcached would take for a command.
        warnings.simplefilter("error", CacheKeyWarning)
        for path, fields in ((LOG_IN, {"login": login, "password": PASSWORD}), (RESET, {"email": login})):
            assert Client().post(path, fields).status_code in (200, 302, 303, 422)


@pytest.mark.asvs("15.3.7")
def test_a_field_sent_twice_counts_once_and_it_is_the_last(db: None):
    alice = Person(make_user())
    body = "state=done&state=learning"
    answer = alice.client.post(
        "/skills/py-syntax/state/?state=skipped", body, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 303
    assert alice.user.skill_progress.get().state == "learning"
