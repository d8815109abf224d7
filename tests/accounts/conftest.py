"""Alice owns an account, Bob is a stranger, and nobody's tries count for the next test."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from roadmap.models import SkillProgress
from tests.career import rows
from tests.factories import make_build, make_session, make_user
from tests.person import Person


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


@pytest.fixture
def old(alice: Person) -> User:
    """An account of hers elsewhere, with a little of everything that matters here."""
    user = make_user(display_name="Alice L.")
    make_session(user=user, note="Chain rule")
    make_build(user=user, title="Bike demand", requirements=["Baseline"], skills=["numpy"])
    rows.make_application(user=user, company="Fathom", note="Six people")
    SkillProgress.objects.create(user=user, skill_id=1, state="learning")
    return user
