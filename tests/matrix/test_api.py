"""Every operation of the API, asked with every kind of token and with none."""

import datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import AccessToken, User
from accounts.scopes import SCOPES
from tests.api.script import Script
from tests.matrix.asking import SECRETS, writes
from tests.matrix.operations import Operation, filled, names_a_row, operations, row_of
from tests.matrix.roles import Cast, Role
from tests.matrix.rows import first_of
from tests.tables import checksum

OPERATIONS = operations()


def send(script: Script, operation: Operation, path: str) -> Any:
    query = "?" + "&".join(f"{name}=2026-01-05" for name in operation.needs_query)
    return script.call(operation.method, path + query.rstrip("?"), operation.body)


def scripts(cast: Cast) -> dict[str, tuple[Script, tuple[int, ...]]]:
    """Return who asks, and with which statuses they are refused; none for those who are not."""
    # Alice has tokens of her own by now.
    AccessToken.objects.filter(user=cast.alice).delete()
    bob = User.objects.get(email="bob@example.org")
    carol = User.objects.create_user("carol@example.org", is_active=False)
    expired = timezone.now() - datetime.timedelta(minutes=1)
    by_session = Script()
    by_session.client.cookies[settings.SESSION_COOKIE_NAME] = cast.sessions[Role.OWNER]
    made_up = Script()
    made_up.headers = {"Authorization": "Bearer mp_" + "A" * 43}
    in_the_wrong_place = Script()
    in_the_wrong_place.headers = {"X-Api-Key": Script(cast.alice).secret}
    people: dict[str, tuple[Script, tuple[int, ...]]] = {
        "nobody": (Script(), (401,)),
        "the owner's session": (by_session, (401,)),
        "a made-up token": (made_up, (401,)),
        "a token in another header": (in_the_wrong_place, (401,)),
        "a token that has expired": (Script(cast.alice, expires_at=expired), (401,)),
        "a suspended account": (Script(carol), (401,)),
        "the owner": (Script(cast.alice), ()),
        "another learner": (Script(bob), ()),
    }
    return people


def path_of(operation: Operation, cast: Cast) -> str:
    """Return the path with ids of Alice's."""
    if not names_a_row(operation.path):
        return filled(operation.path, iter(()))
    row = row_of(operation.path)
    return filled(operation.path, row.ids(first_of(row, cast.alice)))


@pytest.mark.once
@pytest.mark.asvs("3.5.2", "8.2.1", "8.2.2", "8.4.1", "3.5.3", "6.3.4")
def test_each_operation_asks_who_you_are(cast: Cast):
    people = scripts(cast)
    before = checksum(cast.alice)
    wrong = []
    for operation in OPERATIONS:
        named = names_a_row(operation.path)
        path = path_of(operation, cast)
        for who, (script, refused) in people.items():
            with transaction.atomic(), writes() as tables:
                answer = send(script, operation, path)
                status = answer.status_code
                fits = status in refused if refused else _is_fine(operation, status, who, named=named)
                if not fits:
                    wrong.append(f"{operation} by {who}: {status}")
                if operation.is_read and tables - {"accounts_accesstoken"}:
                    wrong.append(f"{operation} by {who} writes to {tables}")
                if who != "the owner":
                    text = answer.content.decode()
                    wrong += [f"{operation} by {who} shows {words!r}" for words in SECRETS if words in text]
                    if tables:
                        now = checksum(cast.alice)
                        wrong += [f"{operation} by {who} changes {t}" for t in now if now[t] != before[t]]
                transaction.set_rollback(True)

    assert not wrong, "\n".join(wrong)


# Whose build of the project it is follows from the token, and the example's question is none of Alice's.
ABSENT = {
    "GET /api/v1/projects/{slug}/build by another learner",
    "HEAD /api/v1/projects/{slug}/build by another learner",
    "PUT /api/v1/review/answers/{pk} by the owner",
}


def _is_fine(operation: Operation, status: int, who: str, *, named: bool) -> bool:
    if (who == "another learner" and named) or f"{operation} by {who}" in ABSENT:
        return status == 404
    return status == 200 if operation.is_read else 200 <= status < 300 or status in (409, 412, 428)


@pytest.mark.once
@pytest.mark.asvs("8.2.1")
def test_each_operation_asks_for_its_scope(cast: Cast):
    AccessToken.objects.filter(user=cast.alice).delete()
    for operation in OPERATIONS:
        if operation.scope:
            script = Script(cast.alice, scopes=[scope for scope in SCOPES if scope != operation.scope])
            answer = send(script, operation, path_of(operation, cast))
            assert answer.status_code == 403, str(operation)
            script.token.delete()


def test_the_document_has_operations():
    assert len(OPERATIONS) >= 10
    assert {operation.method for operation in OPERATIONS} >= {"GET", "PUT"}


def test_an_operation_with_an_unknown_name_or_row_is_said():
    with pytest.raises(LookupError, match="what stands for"):
        filled("/unheard-of/{slug}", iter(()))
    with pytest.raises(LookupError, match="which row"):
        row_of("/unheard-of/{pk}")


@pytest.mark.once
@pytest.mark.asvs("3.4.2")
def test_the_api_is_shared_with_no_other_site(db: None):
    for origin in ("https://evil.example", "null"):
        answer = Client().get("/api/v1/skills", headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in answer.headers
