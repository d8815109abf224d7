"""A row in every personal table of accounts."""

from django.utils import timezone

from accounts.models import DataExport, DataImport, Repeat
from tests.person import Person


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    token = {"name": "Curiouser", "expires": "never", "scope": ["log:write", "progress:read"]}
    assert alice.send("/settings/tokens/", token).status_code == 200
    for table in (DataExport, DataImport):
        table.objects.create(user=alice.user, session="0" * 64, file="none", expires_at=timezone.now())
    Repeat.objects.claim(alice.user, "down-the-rabbit-hole", "0" * 64, timezone.now())
