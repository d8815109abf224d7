"""A row in every personal table of accounts."""

from tests.person import Person
from tests.roadmap.waiting import late


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    late(alice, "/skills/py-functions/state/", {"state": "learning"})
