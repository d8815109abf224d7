"""A row in every personal table of accounts."""

from tests.person import Person


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
