"""When a learner started, how many hours a week they have, and where they want to go."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from roadmap.models.catalog import Specialization


class Enrollment(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="enrollment")
    started_on = models.DateField()
    weekly_hours = models.PositiveSmallIntegerField("hours a week", default=10)
    specializations = models.ManyToManyField(Specialization, related_name="enrollments", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weekly_hours__gte=1, weekly_hours__lte=80), name="weekly_hours_between_1_and_80"
            ),
        ]

    def __str__(self) -> str:
        return f"Started {self.started_on}, {self.weekly_hours} h a week"
