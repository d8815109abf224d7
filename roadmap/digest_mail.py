"""The weekly digest, and a word after six quiet weeks: who gets which, and when neither."""

import datetime
from collections.abc import Sequence
from typing import cast

from django.urls import reverse

from accounts.mail.letters import Letter, Nothing, Writer
from accounts.mail.schedule import QUIET
from accounts.models import MailKind, Subscription
from roadmap.digest import SOURCES, Life, digest_of, life_of


def digests(due: Sequence[Subscription], now: datetime.datetime) -> Writer:
    """Write the weekly mails that are due."""
    users = [row.user for row in due]
    parts = [source(users, now) for source in SOURCES]

    def write(row: Subscription) -> Letter | Nothing:
        life = _life(row, now)
        if life.outline.tally.left == 0 or life.weeks.on_break(life.weeks.rows.week):
            return Nothing()
        if life.quiet_on(row) <= life.today:
            return Nothing() if life.was_told(row) else _farewell(life)
        blocks = [block for part in parts if (block := part(row.user, life.today))]
        digest = digest_of(life, blocks)
        context = {"digest": digest, "when": f"{row.due_on:%A}s at {row.at:%H:%M}"}
        return Letter(digest.subject, "mail/digest", context)

    return write


def words_after_silence(due: Sequence[Subscription], now: datetime.datetime) -> Writer:
    """Write to those who were quiet for six weeks; whoever gets digests hears it from these."""
    with_digest = set(
        Subscription.objects.filter(
            user__in=[row.user_id for row in due], kind=MailKind.DIGEST, is_on=True
        ).values_list("user_id", flat=True)
    )

    def write(row: Subscription) -> Letter | Nothing:
        if row.user_id in with_digest:
            return Nothing(row.user.today(now) + QUIET)
        life = _life(row, now)
        if life.quiet_on(row) > life.today:
            return Nothing(life.quiet_on(row))
        if life.outline.tally.left == 0 or life.was_told(row):
            return Nothing(life.today + QUIET)
        return _farewell(life)

    return write


def _life(row: Subscription, now: datetime.datetime) -> Life:
    return life_of(row.user, cast(datetime.date, row.due_on), row.user.today(now))


def _farewell(life: Life) -> Letter:
    context = {"steps": life.steps, "breaks": reverse("roadmap:breaks"), "tally": life.outline.tally}
    return Letter("Six quiet weeks", "mail/quiet", context, farewell=True)
