"""The work of a new account, done and undone, so that the time of an answer does not tell who has one."""

import secrets

from django.db import transaction

from accounts.limits import HOUR, Limit
from accounts.models import Counter, User

UNCOUNTED = Limit(2**31 - 1, HOUR, "key")


def pretend_to_sign_up(password: str) -> None:
    """Hash, write and read as a sign-up does, of an account that never was, and leave nothing of it."""
    with transaction.atomic():
        user = User.objects.create_user(f"{secrets.token_hex(8)}@milepost.invalid", password)
        addresses = user.emailaddress_set
        addresses.exists()
        addresses.filter(primary=True).first()
        addresses.create(email=user.email, primary=True)
        transaction.set_rollback(True)
    # What is kept costs a write to the disk, and so does this.
    Counter.objects.spend(UNCOUNTED, "sign-ups that were none")
    for _ in range(3):
        addresses.filter(verified=True).exists()
