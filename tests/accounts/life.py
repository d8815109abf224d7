"""A row in every personal table of accounts."""

from accounts.models import SignIn
from tests.accounts.factors import make_passkey, make_second_factor
from tests.person import Person


def fill_account(alice: Person) -> None:
    """Give `alice` what an account gathers beside the trail and the job search."""
    alice.confirm()
    SignIn.objects.note(alice.user, SignIn.Way.PASSWORD, device="Down the rabbit hole")
    make_second_factor(user=alice.user)
    make_passkey(user=alice.user, name="Curiouser")
