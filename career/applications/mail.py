"""What is due in a job search, by mail: a block of the weekly digest, and a mail of its own."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from django.db.models import Max
from django.urls import reverse

from accounts.mail.letters import Letter, Nothing, Writer, one_line
from accounts.models import Delivery, MailKind, Subscription, User
from career.applications.standing import when
from career.models import CLOSED, Application, Stage
from career.next_action import headline
from roadmap.days import long_day
from roadmap.digest import Block, Part
from roadmap.words import counted, listed

AHEAD = datetime.timedelta(7)
TOLD, LISTED = 3, 10


class Due(NamedTuple):
    on: datetime.date
    title: str
    when: str
    path: str


class Search:
    """The next actions of several learners, read in two statements."""

    def __init__(self, users: Iterable[User], until: datetime.date) -> None:
        ids = [user.pk for user in users]
        closed = {
            (user_id, key)
            for user_id, key in Stage.objects.filter(user__in=ids, means__in=CLOSED).values_list(
                "user_id", "key"
            )
        }
        own = {user_id for user_id, _ in closed}
        rows = Application.objects.filter(user__in=ids, archived_at=None, next_on__lte=until)
        self._rows = defaultdict[int, list[Application]](list)
        for row in rows.exclude(next_step="").order_by("next_on", "made_at").defer("note"):
            over = (row.user_id, row.stage) in closed if row.user_id in own else row.stage in CLOSED
            if not over:
                self._rows[row.user_id].append(row)

    def due(self, user: User, today: datetime.date, until: datetime.date) -> list[Due]:
        """Return what is due up to the day `until`, the oldest first."""
        found = []
        for row in self._rows[user.pk]:
            day = cast(datetime.date, row.next_on)
            if day <= until:
                title = one_line(headline(row.next_step, row.company))
                found.append(Due(day, title, when(day, today), reverse("career:application", args=[row.pk])))
        return found


def follow_up_block(users: Sequence[User], now: datetime.datetime) -> Part:
    """Tell the week ahead; of somebody with nothing to do, nothing."""
    search = Search(users, now.date() + AHEAD + datetime.timedelta(1))

    def block(user: User, today: datetime.date) -> Block | None:
        due = search.due(user, today, today + AHEAD)
        if not due:
            return None
        named = [f"{one.title} ({_small(one.when)})" for one in due[:TOLD]]
        rest = [f"{len(due) - TOLD} more"] if len(due) > TOLD else []
        return Block("Follow-ups", f"{listed([*named, *rest])}.", reverse("career:applications"), "Open")

    return block


def follow_ups(due: Sequence[Subscription], now: datetime.datetime) -> Writer:
    """Write on days on which something new is due; what was told of before comes along."""
    users = [row.user for row in due]
    search = Search(users, now.date() + datetime.timedelta(1))
    told = dict(
        Delivery.objects.filter(user__in=users, kind=MailKind.FOLLOW_UPS)
        .exclude(state=Delivery.State.CLAIMED)
        .values_list("user_id")
        .annotate(Max("period"))
    )

    def write(row: Subscription) -> Letter | Nothing:
        today = row.user.today(now)
        found = search.due(row.user, today, today)
        if not any(one.on.isoformat() > told.get(row.user_id, "") for one in found):
            return Nothing()
        number = counted(len(found), "follow-up").capitalize()
        subject = found[0].title if len(found) == 1 else f"{number} due"
        context = {"due": found[:LISTED], "more": max(len(found) - LISTED, 0), "day": f"{long_day(today)}."}
        return Letter(subject, "mail/follow_ups", context)

    return write


def _small(text: str) -> str:
    """Return “since Thursday” for “Since Thursday”; a month keeps its capital."""
    return text if text[-1].isdigit() and not text.startswith("Since") else text[:1].lower() + text[1:]
