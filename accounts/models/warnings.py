"""That an account has not been used for long was said to its owner."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class InactivityWarning(models.Model):
    """Claimed before the mail goes, so that it goes once. `last_use`: the day that it counts from."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="inactivity_warnings")
    last_use = models.DateField()
    days_left = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "last_use", "days_left"], name="one_warning_per_pause_and_days_left"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days_left} days left"
