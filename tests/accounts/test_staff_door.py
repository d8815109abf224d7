"""/admin/ opens to staff who have a second factor."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from pytest_django import Settings

from accounts.models import User
from tests.accounts.factors import make_passkey
from tests.factories import make_user
from tests.person import Person

LIST = "/admin/accounts/user/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> User:
    root = make_user(is_staff=True, is_superuser=True)
    Authenticator.objects.all().delete()
    return root


@pytest.mark.asvs("6.3.3")
def test_without_one_it_stays_shut_and_says_where_to_turn_one_on(root: User) -> None:
    staff = Person(root)
    for path in ("/admin/", LIST):
        answer = staff.client.get(path, follow=True)
        assert answer.status_code == 403
        assert 'href="/settings/security/"' in answer.content.decode()
    staff.send(f"{LIST}{root.pk}/change/", {"display_name": "Mine"})
    root.refresh_from_db()
    assert not root.display_name


def test_a_passkey_opens_it(root: User) -> None:
    make_passkey(user=root)

    assert Person(root).get(LIST).status_code == 200


def test_recovery_codes_alone_do_not(root: User) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    RecoveryCodes.activate(root)
    assert Person(root).get(LIST).status_code == 302


def test_it_can_be_switched_off_for_a_site_of_ones_own(root: User, settings: Settings) -> None:
    settings.STAFF_SECOND_FACTOR = False

    assert Person(root).get(LIST).status_code == 200


def test_nobody_writes_a_second_factor_from_there(root: User) -> None:
    make_passkey(user=root)

    assert not admin.site.is_registered(Authenticator)
    assert Person(root).get("/admin/mfa/authenticator/").status_code == 404


def test_learners_stay_outside_with_or_without_one(alice: User) -> None:
    make_passkey(user=alice)

    assert Person(alice).get(LIST).status_code == 302
    assert Person(alice).get("/admin/login/").status_code == 403
