"""A learner's weeks: what they changed in the plan, and the look back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from roadmap.models.catalog import Skill


class StudyWeek(models.Model):
    """One learner's week, made when they change or review it; `starts_on` is its first day.

    `hours` replaces the weekly hours for this week alone. `road`, `likely` and `late` hold the
    forecast and its inputs as of the review, so that the next one can say what moved the date.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_weeks", db_index=False
    )
    starts_on = models.DateField()
    hours = models.FloatField(null=True, blank=True)
    line = models.CharField("a line to yourself", max_length=280, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    likely = models.DateField(null=True, blank=True)
    late = models.DateField(null=True, blank=True)
    road = models.JSONField(null=True, blank=True)

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
