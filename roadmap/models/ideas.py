"""What a build could be about, with data that can still be had."""

from django.db import models
from django.db.models import Q

from roadmap.models.catalog import CatalogItem, Skill
from roadmap.models.portfolio import Project


class Idea(CatalogItem):
    """An idea for one portfolio project, or for one skill of the data-analysis projects."""

    title = models.CharField(max_length=160)
    project = models.ForeignKey(Project, models.PROTECT, related_name="ideas", null=True, blank=True)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="ideas", null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    data_title = models.CharField(max_length=120)
    data_url = models.CharField(max_length=300)
    data_license = models.CharField(max_length=80)
    checked_on = models.DateField()
    from_guide = models.BooleanField(default=False, help_text="Named by the source guide; else added by us.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=False, skill__isnull=True)
                | Q(project__isnull=True, skill__isnull=False),
                name="idea_is_for_a_project_or_a_skill",
            ),
        ]
