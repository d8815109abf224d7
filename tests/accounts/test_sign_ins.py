"""Recent sign-ins: who came in, how, and who was refused."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import travel

from accounts import due
from accounts.models import SignIn, StrangerTries, User
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_sessions import FIREFOX, SECURITY, came_in
from tests.accounts.test_sign_up import sign_up
from tests.factories import PASSWORD
from tests.markup import parse
from tests.person import Person

pytestmark = pytest.mark.django_db


def listed(user: User) -> list[str]:
    page = parse(Person(user).client.get(SECURITY).content.decode())
    fold = next(fold for fold in page.all("details") if "more" in fold.get("class"))
    return [" ".join(line.text.split()) for line in fold.all("li")]


def test_alice_sees_them_on_her_own_clock_newest_first(alice: User, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    alice.time_zone = "Asia/Kathmandu"
    alice.save()
    with travel("2026-07-14 02:17:00Z", tick=False) as clock:
        came_in(alice)
        clock.shift(60)
        bad = Client(HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="2001:db8:77::1")
        log_in_as(bad, alice.email, "wrong password")

        assert listed(alice) == [
            "Jul 14, 2026, 08:03, wrong password, refusedFirefox on Linux, 2001:db8:…",
            "Jul 14, 2026, 08:02, passwordFirefox on Linux, 203.0.…",
        ]


def test_a_sign_up_is_the_first(client: Client) -> None:
    sign_up(client)

    assert SignIn.objects.get().words == "sign-up"


def test_what_was_typed_is_not_kept(alice: User) -> None:
    log_in_as(Client(), alice.email, "a secret that I mistyped")

    row = SignIn.objects.values().get()
    assert not [value for value in row.values() if "secret" in str(value)]


def test_bob_sees_his_own_only(alice: User, bob: User) -> None:
    came_in(alice)

    assert listed(bob) == []


def test_they_are_kept_for_ninety_days(alice: User) -> None:
    now = timezone.now()
    came_in(alice)
    SignIn.objects.update(at=now - datetime.timedelta(days=90, minutes=1))
    assert listed(alice) == []
    came_in(alice)

    assert due.jobs["sign-ins"](now) == 1
    assert due.jobs["sign-ins"](now) == 0
    assert len(listed(alice)) == 1


def test_fifty_at_most_and_strangers_push_none_of_hers_out(alice: User) -> None:
    for _ in range(40):
        SignIn.objects.note(alice, SignIn.Way.PASSKEY)
    for _ in range(60):
        SignIn.objects.note(alice, SignIn.Way.PASSWORD, refused=True)

    assert SignIn.objects.filter(user=alice, refused=False).count() == 30
    assert SignIn.objects.filter(user=alice, refused=True).count() == 20


def test_a_try_for_an_unknown_address_is_only_counted(db: None) -> None:
    for _ in range(2):
        log_in_as(Client(), "nobody@example.org")

    assert not SignIn.objects.exists()
    assert StrangerTries.objects.get().tries == 2


def test_known_and_unknown_addresses_cost_a_commit_alike(alice: User) -> None:
    """Or the time would tell which addresses have an account."""
    written = []
    for email in (alice.email, "nobody@example.org"):
        log_in_as(Client(), email, "wrong password")
        with CaptureQueriesContext(connection) as found:
            log_in_as(Client(), email, "wrong password")
        written.append([query["sql"] for query in found if "accounts_s" in query["sql"].split("WHERE")[0]])

    known, unknown = ([sql.split()[0] for sql in each] for each in written)
    assert known == ["INSERT", "DELETE"]
    assert unknown == ["UPDATE"]


def test_proving_who_one_is_is_no_sign_in(alice: User) -> None:
    client = came_in(alice)
    client.post("/accounts/reauthenticate/", {"password": "wrong password"})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert SignIn.objects.count() == 1


@pytest.mark.asvs("16.3.1")
def test_the_log_tells_of_them_without_an_address(alice: User, caplog: Any) -> None:
    with caplog.at_level("INFO", "milepost.security"):
        client = came_in(alice)
        log_in_as(Client(), alice.email, "wrong password")
        client.post("/accounts/logout/")

    told = [record for record in caplog.records if record.name == "milepost.security"]
    assert [record.getMessage() for record in told] == ["log_in", "log_in_failed", "log_out"]
    assert {record.user_id for record in told} == {alice.pk}
    assert not [record for record in told if alice.email in str(record.__dict__)]
