"""Applications, and every move of theirs from stage to stage."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from career.models import money
from career.models.companies import Tier
from career.models.contacts import Contact
from career.models.job_texts import JobText
from career.models.kept import KeptRow
from career.models.resumes import Resume


class Application(KeptRow):
    """`stage` is the key of the last move, which `changes` holds with all before it."""

    class Source(models.TextChoices):
        REFERRAL = "referral", "Referral"
        COLD = "cold", "Cold, to the company"
        BOARD = "board", "Job board"
        RECRUITER = "recruiter", "Recruiter"
        NETWORK = "network", "Network"

    class Remote(models.TextChoices):
        ONSITE = "onsite", "On site"
        HYBRID = "hybrid", "Hybrid"
        REMOTE = "remote", "Remote"

    class Pay(models.TextChoices):
        YEAR = "year", "a year"
        MONTH = "month", "a month"
        DAY = "day", "a day"
        HOUR = "hour", "an hour"

    MOST = 2_000  # of one learner
    FOLLOW_UPS = 2  # at most
    SILENT = datetime.timedelta(days=30)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="applications", db_index=False
    )
    company = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)
    link = models.CharField(max_length=500, blank=True)
    tier = models.PositiveSmallIntegerField(choices=Tier.choices, null=True, blank=True)
    source = models.CharField(max_length=9, choices=Source.choices, blank=True)
    place = models.CharField(max_length=120, blank=True)
    remote = models.CharField(max_length=6, choices=Remote.choices, blank=True)
    pay_low = money.optional_amount()
    pay_high = money.optional_amount()
    pay_currency = money.currency(blank=True)
    pay_per = models.CharField(max_length=5, choices=Pay.choices, default=Pay.YEAR)
    resume = models.ForeignKey(Resume, models.SET_NULL, related_name="applications", null=True, blank=True)
    job_text = models.ForeignKey(JobText, models.SET_NULL, related_name="applications", null=True, blank=True)
    contact = models.ForeignKey(Contact, models.SET_NULL, related_name="applications", null=True, blank=True)
    note = models.TextField(max_length=10_000, blank=True)

    stage = models.CharField(max_length=20, default="saved")
    stage_on = models.DateField(help_text="The day of the last move.")
    next_step = models.CharField("next action", max_length=200, blank=True)
    next_on = models.DateField("on", null=True, blank=True)
    follow_ups = models.PositiveSmallIntegerField(default=0, help_text="Sent since it was applied for.")
    heard_on = models.DateField("last heard or written", null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["company", "made_at"]
        indexes = [models.Index(fields=["user", "stage"], name="applications_of_a_learner")]
        constraints = [
            models.CheckConstraint(condition=~Q(company=""), name="application_has_a_company"),
            models.CheckConstraint(
                condition=Q(pay_low=None) | Q(pay_high=None) | Q(pay_low__lte=F("pay_high")),
                name="application_pay_low_to_high",
            ),
            models.CheckConstraint(
                condition=Q(pay_low=None, pay_high=None) | ~Q(pay_currency=""),
                name="application_pay_has_a_currency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.company}" if self.role else self.company


class StageChange(models.Model):
    """A move. The order of moves is that of `pk`; their days never run backwards."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="changes", db_index=False)
    stage = models.CharField(max_length=20)
    on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["application", "id"], name="moves_of_an_application")]

    def __str__(self) -> str:
        return f"{self.stage} on {self.on}"


class CoverLetter(models.Model):
    """Four paragraphs, one letter per application."""

    PARTS = ("hook", "project", "transfer", "closing")

    application: Any = models.OneToOneField(
        Application, models.CASCADE, related_name="letter", primary_key=True
    )
    hook = models.TextField(max_length=1500, blank=True)
    project = models.TextField(max_length=1500, blank=True)
    transfer = models.TextField(max_length=1500, blank=True)
    closing = models.TextField(max_length=1500, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Letter for {self.application}"
