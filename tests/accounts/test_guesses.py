"""Strangers who guess at Alice's password: how far they get, and that she gets in all the same."""

from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from time_machine import travel

from accounts.limits import LIMITS
from accounts.models import User
from tests.accounts.test_counters import at_once
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_password import NEW, open_reset_link
from tests.factories import PASSWORD

WRONG = "not it at all"


def stranger(number: int) -> Client:
    """Return a browser somewhere else in the network."""
    return Client(REMOTE_ADDR=f"203.0.{number // 250}.{number % 250}")


def guess_everywhere(email: str, times: int) -> list[int]:
    return [log_in_as(stranger(number // 5), email, WRONG).status_code for number in range(times)]


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record each password that gets as far as the hasher."""
    tried: list[str] = []
    check, make = User.check_password, User.set_password

    def record(hash_it: Any) -> Any:
        def recorded(self: User, raw: str) -> Any:
            tried.append(raw)
            return hash_it(self, raw)

        return recorded

    monkeypatch.setattr(User, "check_password", record(check))
    monkeypatch.setattr(User, "set_password", record(make))
    return tried


@pytest.fixture
def shared_cache(settings: Any, transactional_db: None) -> None:
    """Count where every process counts: in the database."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    }
    call_command("createcachetable", verbosity=0)
    cache.clear()


@pytest.mark.asvs("6.3.1", "6.1.1")
def test_the_figures_are_those_we_promise():
    def figures(action: str) -> list[tuple[int, int, str]]:
        return [(limit.times, limit.seconds // 60, limit.per) for limit in LIMITS[action]]

    assert figures("login_failed") == [(5, 15, "key")]
    assert figures("login_network") == [(30, 10, "ip")]
    assert figures("login_anywhere") == [(100, 60, "key")]


@pytest.mark.asvs("6.3.1")
@pytest.mark.django_db
def test_guesses_from_everywhere_are_slowed_down_to_a_hundred_an_hour(alice: User, hashed: list[str]):
    with travel("2026-11-22 12:00:00Z", tick=False) as clock:
        answers = guess_everywhere(alice.email, 120)
        assert answers == [422] * 100 + [429] * 20
        assert len(hashed) == 100

        clock.shift(61 * 60)
        assert log_in_as(stranger(0), alice.email, WRONG).status_code == 422


@pytest.mark.asvs("6.3.1")
@pytest.mark.django_db
def test_alices_own_device_is_let_in_whatever_strangers_do(alice: User):
    own = Client()
    assert log_in_as(own, alice.email).status_code == 303
    own.post("/accounts/logout/")
    guess_everywhere(alice.email, 101)
    for _ in range(6):  # and one of them sits in the same café
        log_in_as(Client(), alice.email, WRONG)

    assert log_in_as(Client(), alice.email).status_code == 429
    assert log_in_as(own, alice.email, WRONG).status_code == 422
    assert log_in_as(own, alice.email).status_code == 303


@pytest.mark.asvs("6.3.1")
@pytest.mark.django_db
def test_a_device_without_a_cookie_gets_in_with_a_new_password_by_mail(alice: User):
    guess_everywhere(alice.email, 101)
    browser = stranger(999)
    assert log_in_as(browser, alice.email).status_code == 429

    browser.post(open_reset_link(browser), {"password1": NEW})

    assert log_in_as(browser, alice.email, NEW).status_code == 303


@pytest.mark.asvs("6.3.1")
@pytest.mark.django_db
def test_a_known_device_that_was_stolen_gets_five_tries_too(alice: User, hashed: list[str]):
    own = Client()
    log_in_as(own, alice.email)
    own.post("/accounts/logout/")
    hashed.clear()

    assert [log_in_as(own, alice.email, WRONG).status_code for _ in range(7)] == [422] * 5 + [429] * 2
    assert len(hashed) == 5


@pytest.mark.asvs("9.1.1", "9.2.3")
@pytest.mark.django_db
@pytest.mark.parametrize("of", ["bob", "forged", "old", "other purpose"])
def test_another_ones_cookie_helps_nobody(alice: User, bob: User, of: str):
    browser = Client()
    with travel("2025-11-01" if of == "old" else "2026-11-22", tick=False):
        log_in_as(browser, (bob if of == "bob" else alice).email)
    with travel("2026-11-22 12:00:00Z", tick=False):
        text = browser.cookies["device"].value
        browser = Client()
        browser.cookies["device"] = {
            "forged": text[:-1] + ("A" if text[-1] != "A" else "B"),
            "other purpose": "x" + text,
        }.get(of, text)

        assert [log_in_as(browser, alice.email, WRONG).status_code for _ in range(6)] == [422] * 5 + [429]
        assert log_in_as(Client(), alice.email).status_code == 429, "they were counted with everyone's"


@pytest.mark.asvs("3.3.1", "3.3.2", "3.3.4")
@pytest.mark.django_db
def test_the_cookie_says_nothing_and_is_for_this_site_alone(client: Client, alice: User, settings: Any):
    log_in_as(client, alice.email)
    cookie = client.cookies["device"]

    assert "alice" not in cookie.value
    assert len(cookie.OutputString()) < 250
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )


@pytest.mark.django_db
def test_a_device_remembers_three_accounts(client: Client, alice: User):
    from tests.factories import make_user

    for number in range(4):
        log_in_as(client, make_user(email=f"p{number}@example.org").email)
        client.post("/accounts/logout/")
    assert client.cookies["device"].value.split(":")[0].count(".") == 3


@pytest.mark.asvs("6.3.1", "2.4.1")
@pytest.mark.parametrize("address", ["alice@example.org", "nobody@example.org"])
def test_forty_at_once_hash_no_more_than_five(
    shared_cache: None, alice: User, hashed: list[str], address: str
):
    codes = at_once(40, lambda: log_in_as(Client(), address, WRONG).status_code)

    # Tries that meet may refuse one another; none more than the limit gets through.
    assert 4 <= len(hashed) == codes.count(422) <= 5
    assert codes.count(429) == 40 - len(hashed)


@pytest.mark.asvs("6.3.1")
def test_three_hundred_other_names_do_not_push_a_count_out(shared_cache: None, alice: User, settings: Any):
    from config.settings import CACHES

    settings.CACHES = CACHES
    for _ in range(5):
        log_in_as(Client(), alice.email, WRONG)
    for number in range(400):
        cache.set(f"{number:04}", number, 900)

    assert log_in_as(Client(), alice.email, WRONG).status_code == 429


@pytest.mark.asvs("4.1.3", "15.3.4", "6.3.1")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"],
)
def test_a_made_up_origin_dodges_nothing(alice: User, header: str):
    def guess(number: int) -> int:
        origin = f"for=198.51.100.{number}" if header == "Forwarded" else f"198.51.100.{number}"
        answer: Any = log_in_as(Client(headers={header: origin}), alice.email, WRONG)
        return int(answer.status_code)

    assert [guess(number) for number in range(7)] == [422] * 5 + [429] * 2


@pytest.mark.asvs("4.1.3", "15.3.4", "6.3.1")
@pytest.mark.django_db
def test_behind_one_proxy_only_what_it_saw_counts(alice: User, settings: Any):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def guess(number: int, seen: str) -> int:
        browser = Client(headers={"X-Forwarded-For": f"198.51.100.{number}, {seen}"})
        return int(log_in_as(browser, alice.email, WRONG).status_code)

    assert [guess(number, "203.0.113.5") for number in range(7)] == [422] * 5 + [429] * 2
    assert guess(8, "203.0.113.6") == 422


@pytest.mark.asvs("6.3.1")
@pytest.mark.django_db
def test_the_right_password_costs_no_try(alice: User):
    for _ in range(4):
        log_in_as(Client(), alice.email, WRONG)
    for _ in range(3):
        assert log_in_as(Client(), alice.email, PASSWORD).status_code == 303
    assert log_in_as(Client(), alice.email, WRONG).status_code == 422
