"""The public profile: which name it goes by and what it shows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Handle(models.Model):
    """A name in `/u/<name>/`. A learner has one that is current; a former one is held until a day.

    One table for both, so that the database lets nobody take a name that is held.
    """

    name = models.CharField(max_length=30, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="handles")
    held_until = models.DateField(null=True, blank=True, help_text="Empty: it is the current one.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(held_until__isnull=True), name="one_current_handle_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Profile(models.Model):
    """Everything is off until the learner switches it on."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    is_public = models.BooleanField(default=False)
    is_indexed = models.BooleanField(default=False, help_text="Search engines may list it.")
    name = models.CharField(max_length=80, blank=True)
    headline = models.CharField(max_length=200, blank=True)
    shows_phases = models.BooleanField(default=False)
    shows_skills = models.BooleanField(default=False)
    shows_builds = models.BooleanField(default=False)
    shows_milestones = models.BooleanField(default=False)
    shows_hours = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name or str(self.user_id)


class ProfileLink(models.Model):
    MOST = 5

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile_links")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=40)
    url = models.CharField(max_length=500)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=~Q(url=""), name="profile_link_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return self.label
