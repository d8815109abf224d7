"""What came of asking whether a resource's address still answers."""

import datetime

from django.db import models
from django.utils import timezone

from roadmap.models.resources import Resource


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def latest_of_each(self) -> dict[int, datetime.datetime]:
        """Return when each resource (by id) was last asked, at the address it has now."""
        rows = self.filter(url=models.F("resource__url")).order_by().values("resource")
        return dict(rows.annotate(at=models.Max("at")).values_list("resource", "at"))


class LinkCheck(models.Model):
    """One answer, or none. It changes nothing about the resource: a person decides."""

    class Outcome(models.TextChoices):
        OK = "ok", "Answers"
        MOVED = "moved", "Answers elsewhere"
        BROKEN = "broken", "Broken"
        UNSURE = "unsure", "Cannot say"
        NOT_ASKED = "not-asked", "Asks not to be asked"

    resource = models.ForeignKey(Resource, models.PROTECT, related_name="link_checks")
    url = models.URLField(max_length=300)
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    leads_to = models.CharField(max_length=1000, blank=True, help_text="Where redirects end.")
    note = models.CharField(max_length=200, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["resource", "-at"], name="roadmap_checks_of_a_link")]

    def __str__(self) -> str:
        return f"{self.url}: {self.get_outcome_display()}"
