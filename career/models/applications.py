"""Applications, and every move of theirs from stage to stage."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from career import next_action
from career.models import money
from career.models.companies import Tier
from career.models.contacts import Contact
from career.models.job_texts import JobText
from career.models.kept import KeptQuerySet, KeptRow, Living
from career.models.resumes import Resume
from roadmap.row_ids import row_id

Columns = Mapping[str, Any]


class WayRefused(Exception):
    """A day of a move would stand before the one of the move before it, or after that of the next.

    `earliest` and `latest`: the days that it may have.
    """

    def __init__(self, earliest: datetime.date | None, latest: datetime.date) -> None:
        super().__init__(f"{earliest} to {latest}")
        self.earliest, self.latest = earliest, latest


class ApplicationQuerySet(KeptQuerySet):
    """Verbs: a change and its row in the history are written together or not at all."""

    def of(self, user: User) -> "ApplicationQuerySet":
        return self.filter(user=user, deleted_at=None)

    def named(self, user: User, text: str) -> "Application | None":
        """Return the learner's application whose id `text` spells, if there is one."""
        pk = row_id(text)
        return self.of(user).filter(pk=pk).first() if pk else None

    @transaction.atomic
    def add(self, row: "Application") -> bool:
        """Save a new application with its first move once; False when its learner has one of this id."""
        _, added = row.add_once()
        if added:
            row.changes.create(stage=row.stage, on=row.stage_on)
        return added

    @transaction.atomic
    def move(
        self, row: "Application", *, was: str, to: str, on: datetime.date, plan: Columns
    ) -> "StageChange | None":
        """Move from the stage `was` to `to` with the columns in `plan`; None when it is not there any more.

        Of several at once one moves it. Nothing happens either when its last move is later than `on`.
        """
        here = self.filter(pk=row.pk, deleted_at=None, stage=was, stage_on__lte=on)
        if not here.update(stage=to, stage_on=on, changed_at=timezone.now(), **plan):
            return None
        return StageChange.objects.create(application_id=row.pk, stage=to, on=on)

    def plan(self, row: "Application", columns: Columns) -> bool:
        """Set what comes next, unless it is no longer what `row` says; say whether it was."""
        here = self.filter(pk=row.pk, deleted_at=None, **row.planned)
        return bool(here.update(changed_at=timezone.now(), **columns))

    @transaction.atomic
    def put_back(self, user: User, pk: str, was: Columns, became: Columns, change: int | None) -> bool:
        """Undo a move (its row is `change`) or a plan; say whether all was still as it had left it."""
        if not self.of(user).filter(pk=pk, **became).update(**was):
            return False
        if change is not None:
            StageChange.objects.filter(application_id=pk, pk=change).delete()
        return True

    @transaction.atomic
    def correct(self, row: "Application", change: int, on: datetime.date, today: datetime.date) -> bool:
        """Give a move another day; False without such a move. Raises WayRefused."""
        self.select_for_update().get(pk=row.pk)  # one after the other
        way = list(StageChange.objects.filter(application=row))
        place = next((n for n, move in enumerate(way) if move.pk == change), None)
        if place is None:
            return False
        earliest = way[place - 1].on if place else None
        is_last = place == len(way) - 1
        latest = today if is_last else way[place + 1].on
        if on > latest or (earliest and on < earliest):
            raise WayRefused(earliest, latest)
        StageChange.objects.filter(pk=change).update(on=on)
        if is_last:
            self.filter(pk=row.pk).update(stage_on=on)
        return True


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
    FOLLOW_UPS = next_action.FOLLOW_UPS
    SILENT = next_action.SILENT

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

    # Declared again, so that it stays the default.
    objects = Living["Application"]()  # type: ignore[misc]  # as below
    everything = ApplicationQuerySet.as_manager()  # type: ignore[misc]  # the base's has fewer verbs

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

    @property
    def planned(self) -> dict[str, Any]:
        """Return the columns that say what comes next."""
        return {name: getattr(self, name) for name in ("next_step", "next_on", "follow_ups", "heard_on")}

    @property
    def plan_mark(self) -> str:
        """Return what a page sends back to say which plan it showed."""
        return f"{self.next_on or ''} {self.follow_ups} {self.next_step}".strip()

    @property
    def last_sign(self) -> datetime.date:
        """Return the day they were last heard of or written to."""
        return max(self.stage_on, self.heard_on or self.stage_on)


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
