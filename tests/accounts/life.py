"""A row in every personal table of accounts."""

from roadmap.models import ResetSnapshot
from tests.person import Person


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    ResetSnapshot.objects.create(user=alice.user, title="Curiouser", rows={"skills": []})
    alice.user.staff_looks.create(staff_number=0, page="accounts.user row")
