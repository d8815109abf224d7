"""The 90-day sprint as planned: twelve weeks. Its milestones stand in `portfolio`."""

from django.db import models
from django.db.models import Q

from roadmap.models.catalog import CatalogItem, Skill


class SprintWeek(CatalogItem):
    """A week of the sprint; `position` is its number, 1 to 12, and `title` its focus."""

    summary = models.TextField()
    skills = models.ManyToManyField(Skill, related_name="sprint_weeks")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=12), name="sprint_has_twelve_weeks"
            ),
        ]
