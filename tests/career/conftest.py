"""Alice tells stories, Bob is a stranger to them."""

import pytest

from tests.factories import make_user
from tests.person import Person


@pytest.fixture
def alice(db: None) -> Person:
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


@pytest.fixture
def bob(db: None) -> Person:
    return Person(make_user(email="bob@example.org", display_name="Bob", verified=True))
