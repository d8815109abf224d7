"""Which mail a learner asked for, and when the next of each kind is due."""

import datetime
import uuid
import zoneinfo
from collections.abc import Sequence
from typing import cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from accounts import time_zones
from accounts.mail import schedule
from accounts.models.user import User


class MailKind(models.TextChoices):
    DIGEST = "digest", "Weekly digest"
    FOLLOW_UPS = "follow-ups", "Follow-ups due"
    QUIET = "quiet", "A word after six quiet weeks"


MORNING, EVENING = datetime.time(8), datetime.time(18)
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
HOURS = {MailKind.DIGEST: EVENING, MailKind.FOLLOW_UPS: MORNING, MailKind.QUIET: EVENING}


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def of(self, user: User) -> dict[str, "Subscription"]:
        """Return the learner's switches by kind; one that was never touched is off, and not saved."""
        rows = {row.kind: row for row in self.filter(user=user)}
        fresh = {kind.value: Subscription(user=user, kind=kind.value, at=HOURS[kind]) for kind in MailKind}
        for row in rows.values():
            row.user = user
        return fresh | rows

    def put(self, rows: "Sequence[Subscription]") -> None:
        """Save these switches as one statement, whether they were there or not."""
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["user", "kind"],
            update_fields=["is_on", "weekday", "at", "due_on", "due_at", "look_at", "on_since"],
        )

    def switch(self, user: User, kind: str, *, on: bool, now: datetime.datetime) -> None:
        """Switch one kind on or off; a repeat changes nothing."""
        row = self.of(user)[kind]
        if row.is_on != on:
            row.set(on=on, now=now)
            self.put([row])

    def move(self, user: User, now: datetime.datetime) -> None:
        """Follow the learner into another time zone. What their clock has passed there is due at once."""
        rows = list(self.filter(user=user, is_on=True))
        for row in rows:
            row.user = user
            if row.due_on:
                row.plan(row.due_on, now)
        if rows:
            self.bulk_update(rows, ["due_at", "look_at"])

    @transaction.atomic
    def lease(self, now: datetime.datetime, until: datetime.datetime, most: int) -> "list[Subscription]":
        """Take up to `most` of what is due, the longest waiting first: nobody else sees it before `until`."""
        due = self.filter(look_at__lte=now).order_by("look_at").select_related("user")
        rows = list(due.select_for_update(skip_locked=True, of=("self",))[:most])
        if rows:
            self.filter(pk__in=[row.pk for row in rows]).update(look_at=until)
        return rows


class Subscription(models.Model):
    """One learner's switch of one kind of mail.

    `due_on`: the day of the next one, theirs; `due_at` its instant; `look_at` when to see to it: then, or
    later when it is being sent or was put off. `farewell_at`: when it said that it falls silent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="subscriptions", db_index=False
    )
    kind = models.CharField(max_length=10, choices=MailKind.choices)
    is_on = models.BooleanField(default=False)
    weekday = models.PositiveSmallIntegerField(default=7, help_text="ISO weekday, Monday is 1.")
    at = models.TimeField(default=EVENING)
    due_on = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    look_at = models.DateTimeField(null=True, blank=True, db_index=True)
    farewell_at = models.DateTimeField(null=True, blank=True)
    on_since = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="one_switch_per_learner_and_kind_of_mail"),
            models.CheckConstraint(
                condition=Q(kind__in=["digest", "follow-ups", "quiet"]), name="kind_of_mail_is_known"
            ),
            models.CheckConstraint(
                condition=Q(weekday__gte=1, weekday__lte=7), name="mail_comes_on_a_weekday"
            ),
            models.CheckConstraint(
                condition=Q(is_on=True, due_on__isnull=False, due_at__isnull=False, look_at__isnull=False)
                | Q(is_on=False, look_at__isnull=True),
                name="mail_is_due_when_it_is_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {'on' if self.is_on else 'off'}"

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return time_zones.zone(self.user.time_zone)

    @property
    def rhythm(self) -> int | None:
        """Return the weekday of what comes weekly, None for what may come any day."""
        return self.weekday if self.kind == MailKind.DIGEST else None

    @property
    def period(self) -> str:
        """Return what the next one is for; of each there is one mail at most."""
        return schedule.period(cast(datetime.date, self.due_on), weekly=self.kind == MailKind.DIGEST)

    def set(
        self,
        *,
        on: bool,
        now: datetime.datetime,
        weekday: int | None = None,
        at: datetime.time | None = None,
    ) -> None:
        """Switch it, on this day and hour from now on; the caller saves."""
        if on and not self.is_on:
            self.on_since = now
        self.is_on, self.weekday, self.at = on, weekday or self.weekday, self.at if at is None else at
        if not on:
            self.due_on = self.due_at = self.look_at = None
            return
        day = schedule.first(now, self.rhythm, self.at, self.zone)
        self.plan(day + schedule.QUIET if self.kind == MailKind.QUIET else day)

    def plan(self, day: datetime.date, earliest: datetime.datetime = LONG_AGO) -> None:
        """Have the next one due on `day`, not before the moment `earliest`."""
        self.due_on = day
        self.due_at = self.look_at = max(schedule.instant(day, self.at, self.zone), earliest)

    def advance(self, now: datetime.datetime, until: datetime.date | None = None) -> None:
        """Have the one after this due, on `until` when that is later; the caller saves."""
        day = schedule.after(cast(datetime.date, self.due_on), now, self.rhythm, self.at, self.zone)
        self.plan(max(day, until or day))
