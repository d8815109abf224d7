"""Makes a full account with a token that may do everything, and prints the token.

Runs in a process of its own, with the settings of the installation that is fuzzed.
"""

import django

django.setup()

from django.test.utils import setup_test_environment  # noqa: E402

setup_test_environment()

from accounts.models import AccessToken  # noqa: E402
from accounts.scopes import SCOPES  # noqa: E402
from tests.factories import make_user  # noqa: E402
from tests.life import fill  # noqa: E402
from tests.person import Person  # noqa: E402

alice = make_user(email="alice@example.org", verified=True)
fill(Person(alice))
_, secret = AccessToken.objects.make(alice, name="fuzz", scopes=tuple(SCOPES), expires_at=None)
print(f"token {secret}")  # noqa: T201
