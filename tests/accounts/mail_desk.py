"""What tests of mail share: a learner with a digest on Sundays, and something to write."""

import datetime
from collections.abc import Sequence

from accounts.mail.letters import Letter, Nothing, Writer
from accounts.models import Subscription, User

UTC = datetime.UTC
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)  # a Monday
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
MINUTE = datetime.timedelta(minutes=1)
HOUR = datetime.timedelta(hours=1)
WEEK = datetime.timedelta(7)


def plain(due: Sequence[Subscription], now: datetime.datetime) -> Writer:
    """Write the same few words to everyone."""

    def write(row: Subscription) -> Letter | Nothing:
        return Letter("Hello", "mail/quiet", {"steps": (), "breaks": "/breaks/"})

    return write


def due_at(user: User) -> datetime.datetime:
    found = Subscription.objects.get(user=user, kind="digest").look_at
    assert found
    return found
