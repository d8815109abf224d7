"""A device that was without a connection sends what waited."""

import datetime
import json
import uuid
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts.device import account_key
from accounts.models import User
from tests.person import Person

HOUR = datetime.timedelta(hours=1)


def ago(hours: float) -> datetime.datetime:
    return timezone.now() - hours * HOUR


def long_there(alice: Person, days: int = 400) -> None:
    """Let `alice` have her account for so long that her device may have been away for months."""
    User.objects.filter(pk=alice.user.pk).update(date_joined=timezone.now() - datetime.timedelta(days))


def late(
    person: Person,
    path: str,
    fields: Mapping[str, Any],
    *,
    at: datetime.datetime | str | None = None,
    key: str = "",
    account: str | None = None,
) -> Any:
    """Send a change that was made `at` some moment; return the answer."""
    headers = {
        "X-Change-Id": key or str(uuid.uuid4()),
        "X-Change-At": at if isinstance(at, str) else (at or ago(1)).isoformat(),
        "X-Account": account_key(person.user.pk) if account is None else account,
    }
    return person.client.post(path, fields, headers=headers)


def words(answer: Any) -> tuple[int, str, str]:
    """Return status, result and sentence."""
    told = json.loads(answer.content)
    return answer.status_code, told["result"], told["said"]
