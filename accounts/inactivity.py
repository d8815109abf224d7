"""Accounts that nobody uses any more: warned twice, then deleted, if the installation wants that at all."""

import datetime
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from accounts import erasure
from accounts.last_use import last_use_of
from accounts.models import InactivityWarning, User

logger = logging.getLogger(__name__)
WARNINGS = (30, 7)  # days before
_MONTH = datetime.timedelta(days=30)
_BATCH = 200


def attend(now: datetime.datetime) -> int:
    """Warn whom it is time to warn, delete who was warned twice and stayed away; return how many that were.

    Nobody is deleted before both warnings went out, the second a week ago at least, so that a server that
    was off for a year does nothing rash. Staff are left alone.
    """
    months: int = settings.INACTIVE_ACCOUNT_MONTHS
    if not months:
        return 0
    after = months * _MONTH
    edge = now - after + datetime.timedelta(days=WARNINGS[0])
    old = (
        User.objects.filter(is_staff=False, date_joined__lte=edge).exclude(last_login__gt=edge).order_by("pk")
    )
    done, last = 0, 0
    while people := list(old.filter(pk__gt=last)[:_BATCH]):
        last = people[-1].pk
        used = last_use_of(people, now)
        done += sum(_attend(person, used[person.pk], after, now) for person in people)
    return done


def _attend(person: User, used: datetime.datetime, after: datetime.timedelta, now: datetime.datetime) -> int:
    left = used + after - now
    warned = dict(person.inactivity_warnings.filter(last_use=used.date()).values_list("days_left", "made_at"))
    first, second = WARNINGS
    if first not in warned:
        return (
            _warn(person, used, first, max(left, datetime.timedelta(days=first)), now)
            if left.days < first
            else 0
        )
    week = datetime.timedelta(days=second)
    # The first mail promised what is left of a month.
    if second not in warned:
        due = max(used + after - week, warned[first] + datetime.timedelta(days=first) - week)
        return _warn(person, used, second, week, now) if now >= due else 0
    if left <= datetime.timedelta() and now >= warned[second] + week:
        return _delete(person, used, now)
    return 0


def _warn(
    person: User, used: datetime.datetime, days: int, left: datetime.timedelta, now: datetime.datetime
) -> int:
    """Claim the warning, then send it: at most once, whatever dies or runs twice."""
    claim = InactivityWarning(user=person, last_use=used.date(), days_left=days, made_at=now)
    with transaction.atomic():
        if not User.objects.select_for_update().filter(pk=person.pk).exists():
            return 0
        mine = InactivityWarning.objects.filter(user=person, last_use=used.date(), days_left=days)
        if mine.exists():
            return 0
        claim.save()
    context = {
        "person": person,
        "used": person.local(used),
        "until": person.local(now + left),
        "site": settings.SITE_URL,
    }
    subject = render_to_string("account/email/inactive_subject.txt", context).strip()
    body = render_to_string("account/email/inactive_message.txt", context)
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email]).send()
    except (smtplib.SMTPException, OSError):
        logger.exception("A warning was not sent; the account stays until it is")
        # Without the mail there was no warning.
        mine.delete()
        return 0
    return 1


def _delete(person: User, used: datetime.datetime, now: datetime.datetime) -> int:
    """Delete the account unless it was used this very moment."""
    with transaction.atomic():
        User.objects.lock(person.pk)
        person.refresh_from_db()
        if last_use_of([person], now)[person.pk] != used or not erasure.erase_rows(person.pk):
            return 0
    erasure.settle(person.pk)
    return 1
