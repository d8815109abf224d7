"""Two sign-ups at the same moment leave one account."""

import threading
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from accounts.forms import SignUpForm
from accounts.models import User
from tests.accounts.test_sign_up import sign_up
from tests.factories import PASSWORD, make_user

SPELLINGS = ["alice@example.org", "Alice@example.org", "ALICE@EXAMPLE.ORG", "aLiCe@eXaMpLe.OrG"]


@pytest.fixture
def overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else takes the address between our look and our write, once."""
    save = SignUpForm.save

    def after_a_rival(self: SignUpForm, request: Any) -> Any:
        monkeypatch.setattr(SignUpForm, "save", save)
        make_user(email=self.cleaned_data["email"], password="the rival's password")
        return save(self, request)

    monkeypatch.setattr(SignUpForm, "save", after_a_rival)


@pytest.mark.django_db
@pytest.mark.usefixtures("overtaken")
def test_the_later_one_is_told_so(client: Client) -> None:
    answer = sign_up(client)

    assert answer.status_code == 422
    assert "There is an account with this address already" in answer.content.decode()
    assert User.objects.count() == 1
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.usefixtures("overtaken", "mandatory")
def test_with_confirmation_the_later_one_learns_nothing(client: Client) -> None:
    answer = sign_up(client)

    assert (answer.status_code, answer["Location"]) == (303, "/accounts/confirm-email/")
    assert User.objects.count() == 1
    assert mail.outbox[-1].subject == "You have a Milepost account"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verification", ["none", "mandatory"])
@pytest.mark.asvs("2.3.4")
def test_twelve_at_once_in_mixed_case_leave_one_account(verification: str, settings: Any) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = verification
    start, codes = threading.Barrier(12), []

    def one(number: int) -> None:
        client = Client(raise_request_exception=False)
        try:
            start.wait()
            codes.append(
                sign_up(client, email=SPELLINGS[number % 4], password1=f"{PASSWORD} {number}").status_code
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert User.objects.count() == 1
    assert User.objects.get().emailaddress_set.count() == 1
    assert len(codes) == 12
    assert set(codes) <= {303, 422, 429}
    assert codes.count(303) == (1 if verification == "none" else 12)
