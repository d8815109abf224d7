"""Projects with requirements, milestones, and the guide's claims."""

from django.db import models
from django.db.models import Q

from roadmap.models.catalog import CatalogItem, Module, Phase, Skill
from roadmap.models.resources import Resource


class Project(CatalogItem):
    """One of the four portfolio projects. Its hours are those of the skills of its module."""

    module = models.OneToOneField(Module, models.PROTECT, related_name="project")
    example = models.CharField(max_length=120)
    example_note = models.CharField(max_length=240, blank=True)
    brief = models.TextField(help_text="Markdown.")
    resources = models.ManyToManyField(Resource, related_name="projects", blank=True)

    class Meta:
        ordering = ["position"]


class Requirement(CatalogItem):
    """One line of a project's checklist; with a skill, the skill's tick is its tick."""

    title = models.CharField(max_length=160)
    project = models.ForeignKey(Project, models.PROTECT, related_name="requirements")
    skill = models.OneToOneField(Skill, models.PROTECT, related_name="requirement", null=True, blank=True)

    class Meta:
        ordering = ["position"]


class Milestone(CatalogItem):
    """An outcome that one can show, at the end of a stretch of a phase or on a day of the sprint."""

    done_when = models.CharField(max_length=220)
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="milestones", null=True, blank=True)
    sprint_day = models.PositiveSmallIntegerField(null=True, blank=True)
    skills = models.ManyToManyField(Skill, related_name="milestones", blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(phase__isnull=False, sprint_day__isnull=True)
                | Q(phase__isnull=True, sprint_day__isnull=False),
                name="milestone_of_a_phase_or_of_the_sprint",
            ),
        ]


class Claim(CatalogItem):
    """What the source guide says, beside what is known of it today."""

    class Kind(models.TextChoices):
        OUTDATED = "outdated", "Outdated"
        WRONG = "wrong", "Wrong"
        UNSUPPORTED = "unsupported", "No source"
        OVERSTATED = "overstated", "Overstated"
        GAP = "gap", "Missing"
        NEWER = "newer", "Newer exists"
        NOTE = "note", "Note"

    title = models.CharField("the guide says", max_length=180)
    now = models.CharField(max_length=240)
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        ordering = ["position"]
