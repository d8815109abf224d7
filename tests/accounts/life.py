"""A row in every personal table of accounts."""

from django.utils import timezone

from accounts.models import Bounce
from tests.factories import make_delivery, make_subscription
from tests.person import Person


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    make_subscription(user=alice.user, kind="follow-ups")
    make_delivery(user=alice.user)
    Bounce.objects.note(alice.user, 550, timezone.now())
