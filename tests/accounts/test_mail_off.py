"""Mail stops with one click, without logging in, and the link opens nothing else."""

import re

import pytest
from django.conf import settings as config
from django.core import signing
from django.test import Client

from accounts.mail import links
from accounts.models import Subscription
from tests.factories import make_subscription, make_user
from tests.markup import parse
from tests.person import Person

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def digest(db: None) -> Subscription:
    return make_subscription(user=make_user(email="alice@example.org", display_name="Alice", verified=True))


def is_on(row: Subscription) -> bool:
    return Subscription.objects.get(pk=row.pk).is_on


def strict() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.mark.asvs("3.5.1")
def test_one_click_of_a_mail_program_switches_it_off(digest: Subscription):
    """RFC 8058: a POST with that body, no cookie, no page before."""
    answer = strict().post(links.off_path(digest), ONE_CLICK)

    assert answer.status_code == 200
    assert not is_on(digest)
    assert not answer.cookies
    assert strict().post(links.off_path(digest), ONE_CLICK).status_code == 200, "a repeat is harmless"
    assert not is_on(digest)


def test_one_click_in_either_form_encoding(digest: Subscription):
    body = "List-Unsubscribe=One-Click"
    answer = strict().post(links.off_path(digest), body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 200
    assert not is_on(digest)


@pytest.mark.asvs("3.5.3")
def test_opening_the_link_changes_nothing(digest: Subscription):
    client = strict()
    for _ in range(3):
        answer = client.get(links.off_path(digest))
        assert answer.status_code == 200
        assert client.head(links.off_path(digest)).status_code == 200
    assert is_on(digest)
    page = parse(answer.content.decode())
    assert "Weekly digest" in page.text
    assert "alice@example.org" not in page.text
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_the_page_switches_it_off_and_on_again(digest: Subscription):
    client, path = strict(), links.off_path(digest)
    token = parse(client.get(path).content.decode()).named("csrfmiddlewaretoken").get("value")
    answer = client.post(path, {"do": "off", "csrfmiddlewaretoken": token})
    assert "It is off" in answer.content.decode()
    assert not is_on(digest)

    answer = client.post(path, {"do": "on", "csrfmiddlewaretoken": token})
    assert "It is on again" in answer.content.decode()
    assert is_on(digest)
    assert Subscription.objects.get().look_at is not None


@pytest.mark.asvs("3.5.1")
@pytest.mark.parametrize("fields", [{"do": "off"}, {"do": "on"}, {}, {"List-Unsubscribe": "Yes"}])
def test_anything_but_one_click_needs_the_token_of_the_page(digest: Subscription, fields: dict[str, str]):
    assert strict().post(links.off_path(digest), fields).status_code == 403
    assert is_on(digest)


@pytest.mark.asvs("3.5.1", "8.2.2")
def test_a_link_that_was_tampered_with_leads_nowhere(digest: Subscription):
    bob = make_subscription(user=make_user())
    good = links.off_path(digest).removeprefix("/mail/off/").rstrip("/")
    pk, _, signature = good.partition(".")
    forged = [
        f"{bob.pk.hex}.{signature}",
        f"{pk}.{signature[:-1]}",
        f"{pk}.{'A' * len(signature)}",
        f"{pk}.",
        pk,
        f"{good}.{signature}",
        signing.Signer(salt="something.else", sep=".").sign(pk),
        signing.Signer(sep=".").sign(pk),
        links._off.sign("not-an-id"),
        links._off.sign("0" * 32),
        "%00",
        "x" * 3000,
    ]
    for token in forged:
        for client in (strict(), Person(bob.user).client):
            assert client.get(f"/mail/off/{token}/").status_code in (400, 404), token
            assert client.post(f"/mail/off/{token}/", ONE_CLICK).status_code in (400, 404), token
    assert is_on(digest)
    assert is_on(bob)


def test_the_link_logs_nobody_in(digest: Subscription):
    client = strict()
    client.get(links.off_path(digest))
    client.post(links.off_path(digest), ONE_CLICK)

    assert config.SESSION_COOKIE_NAME not in client.cookies
    assert client.get("/settings/mail/").status_code == 302


def test_it_switches_off_one_kind_of_one_learner(digest: Subscription):
    other = make_subscription(user=digest.user, kind="quiet")
    bob = make_subscription(user=make_user(), kind="digest")
    strict().post(links.off_path(digest), ONE_CLICK)

    assert (is_on(digest), is_on(other), is_on(bob)) == (False, True, True)


def test_an_old_link_works_with_the_key_of_old(digest: Subscription, settings: object):
    path = links.off_path(digest)
    old = config.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key that is long enough " * 2, [old]  # type: ignore[attr-defined]
    from importlib import reload

    reload(links)
    try:
        assert strict().post(path, ONE_CLICK).status_code == 200
        assert not is_on(digest)
    finally:
        settings.SECRET_KEY = old  # type: ignore[attr-defined]
        reload(links)


def test_the_link_of_someone_who_left_leads_nowhere(digest: Subscription):
    path = links.off_path(digest)
    digest.user.delete()

    assert strict().get(path).status_code == 404
    assert strict().post(path, ONE_CLICK).status_code == 404


def test_a_signed_in_stranger_may_use_the_link_and_sees_nothing_of_hers(digest: Subscription):
    bob = Person(make_user(email="bob@example.org"))
    text = bob.get(links.off_path(digest)).content.decode()

    assert "alice" not in text.lower()


def test_the_secret_of_the_link_is_not_logged():
    from config.log import masked

    assert re.search("abc", masked("GET /mail/off/abc.def/ 200")) is None
