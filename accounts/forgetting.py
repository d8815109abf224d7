"""What is kept for a time only, and goes when that is over."""

import datetime

from accounts.models import Session, SignIn


def forget_sign_ins(now: datetime.datetime) -> int:
    """Delete log-ins of more than 90 days ago; return how many."""
    return SignIn.objects.old(now).delete()[0]


def forget_sessions(now: datetime.datetime) -> int:
    """Delete sessions that nobody used for 14 days; return how many."""
    return Session.objects.over(now).delete()[0]
