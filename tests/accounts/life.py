"""A row in every personal table of accounts."""

from django.utils import timezone

from accounts.models import Bounce, DataExport, DataImport, Repeat, SignIn
from roadmap.models import ResetSnapshot
from tests.accounts.factors import make_passkey, make_second_factor
from tests.factories import make_delivery, make_subscription
from tests.person import Person
from tests.roadmap.waiting import late


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    token = {"name": "Curiouser", "expires": "never", "scope": ["log:write", "progress:read"]}
    assert alice.send("/settings/tokens/", token).status_code == 200
    for table in (DataExport, DataImport):
        table.objects.create(user=alice.user, session="0" * 64, file="none", expires_at=timezone.now())
    Repeat.objects.claim(alice.user, "down-the-rabbit-hole", "0" * 64, timezone.now())
    SignIn.objects.note(alice.user, SignIn.Way.PASSWORD, device="Down the rabbit hole")
    make_second_factor(user=alice.user)
    make_passkey(user=alice.user, name="Curiouser")
    alice.user.staff_looks.create(staff_number=0, page="accounts.user row")
    nothing: list[object] = []
    rows = {"skills": nothing, "milestones": nothing, "ticks": nothing, "own": nothing}
    ResetSnapshot.objects.create(user=alice.user, title="Curiouser", rows=rows)
    make_subscription(user=alice.user, kind="follow-ups")
    make_delivery(user=alice.user)
    Bounce.objects.note(alice.user, 550, timezone.now())
    late(alice, "/skills/py-functions/state/", {"state": "learning"})
    alice.user.inactivity_warnings.create(last_use="2025-12-24", days_left=30)
