"""What the page of contacts shows: who is due first, and how often the learner was in touch."""

import datetime
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from career.models import Contact, JobSearch
from roadmap.days import near_day, short_day

RHYTHM = 30


@dataclass(frozen=True)
class ContactView:
    """A contact with its days in words."""

    row: Contact
    last: str
    upcoming: str
    touched_today: bool

    @property
    def where(self) -> str:
        return ", ".join(part for part in (self.row.work, self.row.company) if part)


def rhythm(user: User) -> int:
    """Return the days after which a contact is due."""
    found = JobSearch.objects.filter(user=user).values_list("touch_days", flat=True).first()
    return found or RHYTHM


def contacts_screen(user: User, today: datetime.date) -> dict[str, Any]:
    """Return the contacts in two statements: due, with a later day, with none."""
    rows = list(Contact.objects.filter(user=user).order_by("name", "pk"))
    dated = sorted((row for row in rows if row.next_touch), key=lambda row: row.next_touch or today)
    monday = today - datetime.timedelta(today.weekday())
    touched = [row.last_touch for row in rows if row.last_touch and row.last_touch <= today]
    return {
        "section": "career",
        "groups": [
            ("due", "Due", [_view(row, today) for row in dated if (row.next_touch or today) <= today]),
            ("later", "Later", [_view(row, today) for row in dated if (row.next_touch or today) > today]),
            ("undated", "No day set", [_view(row, today) for row in rows if not row.next_touch]),
        ],
        "how_many": len(rows),
        "this_week": sum(day >= monday for day in touched),
        "this_month": sum(day >= today.replace(day=1) for day in touched),
        "asked": sum(row.referral != Contact.Referral.NONE for row in rows),
        "given": sum(row.referral == Contact.Referral.GIVEN for row in rows),
        "touch_days": rhythm(user),
    }


def _view(row: Contact, today: datetime.date) -> ContactView:
    last = short_day(row.last_touch, today) if row.last_touch else ""
    return ContactView(row, last, _when(row.next_touch, today), row.last_touch == today)


def _when(day: datetime.date | None, today: datetime.date) -> str:
    """Return “today”, “tomorrow”, “3 days ago” or “Dec 4”."""
    if not day:
        return ""
    ahead = (day - today).days
    if ahead in (0, 1, -1):
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[ahead]
    return f"{-ahead} days ago" if -14 <= ahead < 0 else near_day(day, today)
