"""Who asks: the columns of the matrix."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from accounts.models import User
from tests.factories import make_user
from tests.person import Person


class Role(StrEnum):
    NOBODY = "nobody"
    OWNER = "owner"
    OTHER = "another learner"
    STAFF = "staff without rights"
    SUSPENDED = "suspended owner"


@dataclass(frozen=True)
class Cast:
    """One account and one session for each role."""

    alice: User
    sessions: dict[Role, str]

    @contextmanager
    def asking(self, role: Role) -> Iterator[Client]:
        """Yield the browser of a role; whatever it does is taken back in the end."""
        client = Client(raise_request_exception=False)
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        with transaction.atomic():
            if role is Role.SUSPENDED:
                User.objects.filter(pk=self.alice.pk).update(is_active=False)
            try:
                yield client
            finally:
                transaction.set_rollback(True)


def make_cast(alice: Person) -> Cast:
    people = {
        Role.OWNER: alice,
        Role.OTHER: Person(make_user(email="bob@example.org", display_name="Bob", verified=True)),
        Role.STAFF: Person(make_user(email="sue@example.org", verified=True, is_staff=True)),
        Role.SUSPENDED: alice,
    }
    return Cast(alice.user, {role: _session(person) for role, person in people.items()})


def _session(person: Person) -> str:
    # As one who has just proved who they are: being asked again is tested elsewhere.
    person.confirm()
    cookie: Any = person.client.cookies[settings.SESSION_COOKIE_NAME]
    return str(cookie.value)
