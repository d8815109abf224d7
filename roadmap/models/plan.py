"""When a learner started, how many hours a week they have, and where they want to go."""

import datetime
from collections.abc import Iterable
from typing import TypedDict, Unpack

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from accounts.models import User
from roadmap.models.catalog import Specialization

WEEKLY_HOURS = 10  # of somebody who never said


class PlanTerms(TypedDict, total=False):
    """Fields of an enrollment that a learner sets; there is at least one."""

    weekly_hours: int
    started_on: datetime.date
    study_days: str
    week_starts_on: int
    target_date: datetime.date | None
    forecast_shown: bool


class EnrollmentQuerySet(models.QuerySet["Enrollment"]):
    def of(self, user: User) -> "Enrollment":
        """Return the learner's enrollment, made on first use: it starts the day they joined."""
        return self.get_or_create(user=user, defaults={"started_on": Enrollment.begun(user).started_on})[0]

    def plan(self, user: User, **terms: Unpack[PlanTerms]) -> None:
        """Set these terms as one statement; the others and the specializations stay as they are."""
        self.bulk_create(
            [Enrollment(user=user, **{"started_on": Enrollment.begun(user).started_on, **terms})],
            update_conflicts=True,
            unique_fields=["user"],
            update_fields=list(terms),
        )

    @transaction.atomic
    def choose(self, user: User, specializations: Iterable[int]) -> None:
        """Make these (ids) the learner's specializations, and no others."""
        self.of(user).specializations.set(specializations)


class Enrollment(models.Model):
    """One learner's terms: start, hours a week, specializations."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="enrollment")
    started_on = models.DateField()
    weekly_hours = models.PositiveSmallIntegerField("hours a week", default=WEEKLY_HOURS)
    study_days = models.CharField(
        max_length=7, default="1234567", help_text="ISO weekdays as digits, Monday is 1."
    )
    week_starts_on = models.PositiveSmallIntegerField(default=1, help_text="ISO weekday, Monday is 1.")
    target_date = models.DateField(null=True, blank=True)
    forecast_shown = models.BooleanField(default=True, help_text="Off: no date or hour figure is shown.")
    specializations = models.ManyToManyField(Specialization, related_name="enrollments", blank=True)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weekly_hours__gte=0, weekly_hours__lte=100),
                name="weekly_hours_between_0_and_100",
            ),
            models.CheckConstraint(
                condition=Q(week_starts_on__gte=1, week_starts_on__lte=7), name="week_starts_on_a_weekday"
            ),
        ]

    def __str__(self) -> str:
        return f"Started {self.started_on}, {self.weekly_hours} h a week"

    @classmethod
    def begun(cls, user: User) -> "Enrollment":
        """Return, unsaved, the enrollment of someone who never changed it: it starts the day they joined."""
        return cls(user=user, started_on=user.today(user.date_joined))
