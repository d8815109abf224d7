"""A learner's weeks: what they changed in the plan, and the look back."""

import datetime
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.catalog import Skill
from roadmap.weeks import WEEK, week_of


class StudyWeekQuerySet(models.QuerySet["StudyWeek"]):
    def plan(self, user: User, week: datetime.date, hours: float | None) -> None:
        """Set the hours of this week alone (None: the usual ones) as one statement."""
        self._put(StudyWeek(user=user, starts_on=week, hours=hours), "hours")

    def review(self, user: User, week: datetime.date, line: str | None) -> None:
        """Note that the learner looked back on `week`; None leaves their line as it is."""
        row = StudyWeek(user=user, starts_on=week, line=line or "", reviewed_at=timezone.now())
        self._put(row, "reviewed_at", *([] if line is None else ["line"]))

    @transaction.atomic
    def rebase(self, user: User, old: int, new: int, today: datetime.date) -> None:
        """Move this week and what is chosen for the next along when weeks begin on another day.

        `old` and `new` are ISO weekdays. What stands where they go from an earlier change gives way.
        """
        if old == new:
            return
        User.objects.lock(user.pk)
        here, there = week_of(today, old), week_of(today, new)
        for ahead in (WEEK, 0 * WEEK):
            for table in (self.filter(user=user), WeekPick.objects.filter(user=user)):
                moving = table.filter(starts_on=here + ahead)
                if moving.exists():
                    table.filter(starts_on=there + ahead).delete()
                    moving.update(starts_on=there + ahead)

    def _put(self, row: "StudyWeek", *fields: str) -> None:
        self.bulk_create(
            [row], update_conflicts=True, unique_fields=["user", "starts_on"], update_fields=list(fields)
        )


class StudyWeek(models.Model):
    """One learner's week, made when they change or review it; `starts_on` is its first day.

    `hours` replaces the weekly hours for this week alone.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_weeks", db_index=False
    )
    starts_on = models.DateField()
    hours = models.FloatField(null=True, blank=True)
    line = models.CharField("a line to yourself", max_length=280, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = StudyWeekQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "starts_on"], name="one_row_per_learner_and_week"),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0, hours__lte=100),
                name="hours_of_a_week_between_0_and_100",
            ),
        ]

    def __str__(self) -> str:
        return f"Week of {self.starts_on}"


class WeekPickQuerySet(models.QuerySet["WeekPick"]):
    def put(self, user: User, week: datetime.date, choices: Mapping[int, str]) -> None:
        """Write what is said of skills (by id) as one statement; their places stay."""
        self._put(
            [
                WeekPick(user=user, starts_on=week, skill_id=pk, choice=choice)
                for pk, choice in choices.items()
            ],
            "choice",
        )

    def place(self, user: User, week: datetime.date, skills: Iterable[int]) -> None:
        """Put these skills (ids) in this order as one statement; what is said of them stays."""
        proposed = WeekPick.Choice.PROPOSED
        self._put(
            [
                WeekPick(user=user, starts_on=week, skill_id=pk, choice=proposed, position=position)
                for position, pk in enumerate(skills)
            ],
            "position",
        )

    def _put(self, rows: "list[WeekPick]", field: str) -> None:
        self.bulk_create(
            rows, update_conflicts=True, unique_fields=["user", "starts_on", "skill"], update_fields=[field]
        )


class WeekPick(models.Model):
    """What a learner changed about one skill in one week: its place, or that it stays, comes or goes."""

    class Choice(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        PINNED = "pinned", "Pinned"
        DROPPED = "dropped", "Dropped"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="week_picks", db_index=False
    )
    starts_on = models.DateField()
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="week_picks")
    choice = models.CharField(max_length=8, choices=Choice.choices)
    position = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: in trail order.")

    objects = WeekPickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "starts_on", "skill"], name="one_pick_per_learner_week_and_skill"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill}: {self.choice}"


class PitfallDismissal(models.Model):
    """A warning of the guide that a learner does not want to see again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="pitfall_dismissals", db_index=False
    )
    pitfall = models.SlugField(max_length=40)
    dismissed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "pitfall"], name="one_dismissal_per_learner_and_pitfall"),
        ]

    def __str__(self) -> str:
        return self.pitfall
