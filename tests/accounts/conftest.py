"""Alice owns an account, Bob is a stranger, and nobody's tries count for the next test."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.factories import make_user


@pytest.fixture(autouse=True)
def fresh_limits(settings: Settings, request: pytest.FixtureRequest) -> None:
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": request.node.nodeid}}


@pytest.fixture
def mandatory(settings: Settings) -> None:
    """A real mail server, so that an address has to be confirmed."""
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", display_name="Alice", verified=True)


@pytest.fixture
def bob(db: None) -> User:
    return make_user(email="bob@example.org", display_name="Bob", verified=True)


@pytest.fixture
def log_in() -> Callable[[User], Client]:
    """Return a browser in which `user` is logged in."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser
