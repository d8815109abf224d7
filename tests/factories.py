"""Rows for tests: keyword-only, everything defaulted."""

import itertools
from typing import Any

from accounts.models import User

PASSWORD = "correct horse battery"

numbers = itertools.count(1)


def make_user(
    *, email: str | None = None, password: str = PASSWORD, verified: bool = False, **fields: Any
) -> User:
    """Return a learner with an address of their own, as sign-up leaves them."""
    user = User.objects.create_user(email or f"learner{next(numbers)}@example.org", password, **fields)
    user.emailaddress_set.create(email=user.email, primary=True, verified=verified)
    return user
