"""Alice with a row in every personal table, and everyone who might ask for it."""

import pytest
from pytest_django import Settings

from tests.career import rows
from tests.factories import make_user
from tests.life import fill
from tests.matrix.roles import Cast, make_cast
from tests.person import Person


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    settings.ACCOUNT_RATE_LIMITS = False
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    fill(alice)
    rows.make_interview(user=alice.user, title="Curiouser")
    return make_cast(alice)
