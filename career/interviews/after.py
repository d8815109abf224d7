"""What is due after an interview. Pure, no Django."""

import datetime

THANK_YOU = "Send a thank-you"
WITHIN = datetime.timedelta(1)


def thank_you_by(held_on: datetime.date, today: datetime.date) -> datetime.date | None:
    """Return the last day for a thank-you note: the day after, or None when that is over."""
    last = held_on + WITHIN
    return last if held_on <= today <= last else None
