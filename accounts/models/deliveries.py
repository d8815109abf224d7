"""What was sent to whom, once for each period, and addresses that refuse it."""

import datetime
import uuid
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import models, transaction
from django.db.models import F

from accounts.models.subscriptions import MailKind, Subscription
from accounts.models.user import User


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    @transaction.atomic
    def claim(self, due: Iterable[Subscription], now: datetime.datetime) -> "dict[uuid.UUID, Delivery]":
        """Claim the period of each, unless it is through; return the claims by subscription."""
        wanted = {(row.user_id, row.kind, row.period): row.pk for row in due}
        self.bulk_create(
            (Delivery(user_id=u, kind=k, period=p, claimed_at=now) for u, k, p in wanted),
            ignore_conflicts=True,
        )
        users, periods = {u for u, _, _ in wanted}, {p for _, _, p in wanted}
        found = self.filter(user__in=users, period__in=periods, state=Delivery.State.CLAIMED)
        mine = {wanted[d.key]: d for d in found.select_for_update() if d.key in wanted}
        self.filter(pk__in=[claim.pk for claim in mine.values()]).update(claimed_at=now, tries=F("tries") + 1)
        for claim in mine.values():
            claim.claimed_at, claim.tries = now, claim.tries + 1
        return mine

    def hand(self, claim: "Delivery") -> bool:
        """Note, before the text goes to the mail server, that it does; False when it is no longer ours."""
        mine = self.filter(pk=claim.pk, state=Delivery.State.CLAIMED, claimed_at=claim.claimed_at)
        return bool(mine.update(state=Delivery.State.HANDED))

    def settle(self, states: "Mapping[Delivery, str]", now: datetime.datetime) -> None:
        """Note what became of these claims, a statement for each state that occurs."""
        for state in dict.fromkeys(states.values()):
            rows = self.filter(pk__in=[claim.pk for claim, became in states.items() if became == state])
            rows.update(state=state, **({"sent_at": now} if state == Delivery.State.SENT else {}))


class Delivery(models.Model):
    """One kind of mail to one learner for one period, claimed before it is sent.

    While it is `claimed` it may be tried again. From `handed` on it never is: the server may have it.
    """

    class State(models.TextChoices):
        CLAIMED = "claimed", "Claimed"
        HANDED = "handed", "Handed over, no answer"
        SENT = "sent", "Sent"
        REFUSED = "refused", "Refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="deliveries", db_index=False
    )
    kind = models.CharField(max_length=10, choices=MailKind.choices)
    period = models.CharField(max_length=10)
    state = models.CharField(max_length=8, choices=State.choices, default=State.CLAIMED)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "period"], name="one_mail_per_learner_and_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}: {self.state}"

    @property
    def key(self) -> tuple[int, str, str]:
        return self.user_id, self.kind, self.period


class BounceQuerySet(models.QuerySet["Bounce"]):
    @transaction.atomic
    def note(self, user: User, code: int, now: datetime.datetime) -> None:
        """Count a refusal for good (an SMTP code from 500 on); the third in a row stops mail there."""
        row = self.select_for_update().filter(user=user, address=user.email).first()
        row = row or Bounce(user=user, address=user.email)
        row.in_a_row, row.code = row.in_a_row + 1, code
        if row.in_a_row >= Bounce.ENOUGH:
            row.stopped_at = row.stopped_at or now
        row.save()


class Bounce(models.Model):
    """Refusals of a learner's address, in a row; a mail that arrives takes the row away."""

    ENOUGH = 3

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="bounce"
    )
    address = models.EmailField(max_length=254)
    in_a_row = models.PositiveSmallIntegerField(default=0)
    code = models.PositiveSmallIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True, blank=True)

    objects = BounceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.in_a_row} refusals"
