"""Alice walks the trail, Bob is a stranger, and a visitor looks on."""

from collections.abc import Iterator

import pytest
from django.test import Client
from time_machine import travel

from roadmap import catalogue
from tests.factories import make_user
from tests.person import Person
from tests.roadmap import clock


@pytest.fixture
def alice(db: None) -> Person:
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


@pytest.fixture
def bob(db: None) -> Person:
    return Person(make_user(email="bob@example.org", display_name="Bob", verified=True))


@pytest.fixture
def visitor(db: None) -> Person:
    return Person()


@pytest.fixture
def own_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that changes the catalogue: what it reads stays with it."""
    monkeypatch.setattr(catalogue, "_current", None)


@pytest.fixture
def staff(db: None) -> Client:
    client = Client()
    client.force_login(make_user(email="staff@example.org", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def a_sunday() -> Iterator[None]:
    with travel(clock.SUNDAY, tick=False):
        yield


@pytest.fixture
def a_thursday() -> Iterator[None]:
    with travel(clock.THURSDAY, tick=False):
        yield


@pytest.fixture
def noon() -> Iterator[None]:
    with travel(clock.NOON, tick=False):
        yield
