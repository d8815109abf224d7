"""People whom a learner knows on the way to a job."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from career.models.kept import KeptQuerySet, KeptRow


class ContactQuerySet(KeptQuerySet):
    """Verbs that see deleted ones too, to be used as `ContactQuerySet(Contact)`."""

    def set_touches(
        self, user: User, pk: str, was: tuple[Any, Any], became: tuple[Any, Any], now: datetime.datetime
    ) -> bool:
        """Change (last touch, next touch) from `was` to `became`; say whether they were still so."""
        rows = self.filter(user=user, pk=pk, deleted_at=None, last_touch=was[0], next_touch=was[1])
        return bool(rows.update(last_touch=became[0], next_touch=became[1], changed_at=now))


class Contact(KeptRow):
    """`how_met`, and when they were last and should next be in touch."""

    class Referral(models.TextChoices):
        NONE = "", "Not asked"
        ASKED = "asked", "Asked"
        GIVEN = "given", "Given"
        REFUSED = "refused", "Refused"

    MOST = 500  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=120)
    work = models.CharField("what they do", max_length=120, blank=True)
    company = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    link = models.CharField(max_length=500, blank=True)
    how_met = models.CharField(max_length=200, blank=True)
    referral = models.CharField(max_length=7, choices=Referral.choices, blank=True)
    last_touch = models.DateField(null=True, blank=True)
    next_touch = models.DateField(null=True, blank=True)
    note = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="contact_has_a_name")]

    def __str__(self) -> str:
        return self.name
