"""Rounds of interviews in the learner's calendar."""

import datetime
from collections.abc import Iterator

from django.urls import reverse

from accounts.models import User
from career.models import Interview
from roadmap.calendar_entries import Entry, uid


def entries_of(user: User, learner: str, since: datetime.date) -> Iterator[Entry]:
    """Yield the rounds with a time that were not canceled, in one statement."""
    start = datetime.datetime.combine(since, datetime.time(), datetime.UTC)
    for row in Interview.objects.on_calendar(user, start):
        if row.starts_at and row.ends_at and row.local and row.application:
            lines = [
                row.application.role,
                f"{row.local:%H:%M} on the clock of {row.zone}" if row.zone != user.time_zone else "",
                f"With {row.people}" if row.people else "",
            ]
            yield Entry(
                uid(learner, "interview", row.pk),
                f"Interview: {row}, {row.application.company}",
                row.starts_at.astimezone(datetime.UTC),
                row.ends_at.astimezone(datetime.UTC),
                "\n".join(line for line in lines if line),
                reverse("career:interview", args=[row.pk]),
                row.place,
            )
