"""Recovery codes: ten, once each, for when the phone is gone."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from accounts.models import SignIn, User
from tests.accounts.factors import make_second_factor
from tests.accounts.test_authenticator_app import CODES, halfway, second_step
from tests.markup import parse
from tests.person import confirm

NEW = "/settings/security/codes/new/"
DOWNLOAD = "/settings/security/codes/download/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(alice: User, log_in: Callable[[User], Client]) -> Client:
    make_second_factor(user=alice)
    return confirm(log_in(alice))


def shown(client: Client) -> list[str]:
    page = parse(client.get(CODES).content.decode())
    return [line.text.strip() for line in page.all("ul", id="codes")[0].all("li")]


@pytest.mark.asvs("6.5.1", "6.5.3", "6.5.4")
def test_each_lets_in_once(client: Client, alice: User) -> None:
    codes = shown(client)
    assert len(set(codes)) == 10
    assert all(len(code.replace(" ", "")) == 10 for code in codes)

    assert second_step(halfway(alice), codes[3]).status_code == 303
    assert SignIn.objects.recent(alice)[0].words == "password and recovery code"
    assert second_step(halfway(alice), codes[3]).status_code == 422
    assert second_step(halfway(alice), codes[4].replace(" ", "")).status_code == 303
    assert shown(client) == [code for code in codes if code not in codes[3:5]]


def test_its_use_is_told_by_mail(client: Client, alice: User) -> None:
    second_step(halfway(alice), shown(client)[0])

    assert mail.outbox[-1].subject == "A recovery code was used for your Milepost account"
    assert "9 are left" in str(mail.outbox[-1].body)


@pytest.mark.asvs("6.5.2")
def test_none_stands_in_the_database(client: Client, alice: User) -> None:
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert not [code for code in shown(client) if code.replace(" ", "") in stored]
    # What they are made from is encrypted: a Fernet token.
    assert Authenticator.objects.get(type="recovery_codes").data["seed"].startswith("gAAAA")


def test_looking_changes_nothing(client: Client, alice: User) -> None:
    before = list(Authenticator.objects.values_list("data", flat=True))

    assert shown(client) == shown(client)
    assert list(Authenticator.objects.values_list("data", flat=True)) == before


def test_new_ones_end_the_old_ones(client: Client, alice: User) -> None:
    old = shown(client)
    assert client.post(NEW)["Location"] == CODES

    assert not set(old) & set(shown(client))
    assert second_step(halfway(alice), old[0]).status_code == 422
    assert mail.outbox[-1].subject == "Your Milepost account has new recovery codes"


def test_they_can_be_taken_along(client: Client, alice: User) -> None:
    answer = client.get(DOWNLOAD)

    assert answer["Content-Disposition"] == 'attachment; filename="milepost-recovery-codes.txt"'
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert [code for code in shown(client) if code not in answer.content.decode()] == []


def test_without_a_second_factor_there_are_none(bob: User, log_in: Callable[[User], Client]) -> None:
    client = confirm(log_in(bob))

    assert client.get(CODES).status_code == 404
    assert client.get(DOWNLOAD).status_code == 404
    assert client.post(NEW)["Location"] == "/settings/security/"
    assert not Authenticator.objects.exists()


def test_when_all_are_spent_the_page_says_so(client: Client, alice: User) -> None:
    row = Authenticator.objects.get(type="recovery_codes")
    row.data["used_mask"] = 2**10 - 1
    row.save()

    assert "All of them were used." in client.get(CODES).content.decode()
    assert client.get(DOWNLOAD).status_code == 200
    assert "0 of 10 left" in client.get("/settings/security/").content.decode()
