"""The row behind a person."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_one_account_per_address_whatever_the_case(alice: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User(email="Alice@Example.org").save()


def test_found_by_address_in_any_case(alice: User) -> None:
    assert User.objects.get_by_natural_key("ALICE@example.org") == alice


def test_cleaned_to_lower_case() -> None:
    user = User(email="Alice@Example.ORG", password="x")
    user.full_clean()

    assert user.email == "alice@example.org"


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="Choose a time zone from the list"):
        User(email="a@example.org", password="x", time_zone="Mars/Olympus").full_clean()


def test_an_unknown_theme_cannot_be_stored(alice: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.update(theme="hotdog")


def test_known_by_name_or_else_by_address() -> None:
    assert str(User(email="a@example.org", display_name="Ada")) == "Ada"
    assert str(User(email="a@example.org")) == "a@example.org"


def test_a_change_of_address_is_all_or_nothing(alice: User, bob: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        alice.change_email("BOB@example.org", verified=True)

    assert alice.email == "alice@example.org"
    alice.refresh_from_db()
    assert alice.emailaddress_set.get().email == "alice@example.org"


def test_the_first_administrator_is_made_at_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse battery")
    call_command("createsuperuser", email="Root@Example.org", interactive=False, verbosity=0)

    root = User.objects.get(email="root@example.org")
    assert root.is_superuser
    assert root.is_staff
    assert root.check_password("correct horse battery")


def test_learners_are_no_staff() -> None:
    assert not make_user().is_staff
