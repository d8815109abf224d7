"""A learner's own copy of a portfolio project."""

from django.conf import settings
from django.db import models

from roadmap.models.portfolio import Project, Requirement


class Build(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="builds", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="builds")
    ship_by = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "project"], name="one_build_per_learner_and_project"),
        ]

    def __str__(self) -> str:
        return str(self.project)


class RequirementTick(models.Model):
    """A met requirement that has no skill of its own; unticking deletes the row."""

    build = models.ForeignKey(Build, models.CASCADE, related_name="ticks", db_index=False)
    requirement = models.ForeignKey(Requirement, models.PROTECT, related_name="ticks")
    done_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["build", "requirement"], name="one_tick_per_build_and_requirement"),
        ]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.done_on}"
