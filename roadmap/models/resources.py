"""Learning resources, their topics, and the order in which a skill lists them."""

from django.db import models
from django.db.models import Q

from roadmap.models.catalog import CatalogItem, Phase, Skill


class Topic(CatalogItem):
    class Meta:
        ordering = ["position"]


class Resource(CatalogItem):
    """A page elsewhere, with what access costs and when that was last checked."""

    class Kind(models.TextChoices):
        COURSE = "course", "Course"
        BOOK = "book", "Book"
        VIDEO = "video", "Video"
        ARTICLE = "article", "Article"
        DOCS = "docs", "Docs"
        PRACTICE = "practice", "Practice"
        INTERACTIVE = "interactive", "Interactive"
        PAPER = "paper", "Paper"
        DATASET = "dataset", "Data set"
        TOOL = "tool", "Tool"
        COMMUNITY = "community", "Community"

    class Access(models.TextChoices):
        FREE = "free", "Free"
        FREE_AUDIT = "free-audit", "Free to audit"
        PART_FREE = "part-free", "Partly free"
        PAID = "paid", "Paid"

    class Status(models.TextChoices):
        OK = "ok", "Available"
        MOVED = "moved", "Moved"
        ARCHIVED = "archived", "Archived"
        PAID_NOW = "paid-now", "No longer free"
        CLOSED = "closed", "Closed"

    class Level(models.TextChoices):
        BEGINNER = "beginner", "Beginner"
        INTERMEDIATE = "intermediate", "Intermediate"
        ADVANCED = "advanced", "Advanced"

    author = models.CharField(max_length=120)
    url = models.URLField(max_length=300)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    access = models.CharField(max_length=10, choices=Access.choices)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OK)
    level = models.CharField(max_length=12, choices=Level.choices)
    phase = models.ForeignKey(
        Phase,
        models.PROTECT,
        related_name="resources",
        null=True,
        blank=True,
        help_text="Empty: for the job search.",
    )
    topics = models.ManyToManyField(Topic, related_name="resources")
    why = models.CharField(max_length=180)
    note = models.CharField(max_length=180, blank=True)
    hours = models.PositiveSmallIntegerField(null=True, blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    checked_on = models.DateField(help_text="When cost and address were last looked up.")
    fallback = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="stands_in_for",
        null=True,
        blank=True,
        help_text="A free one instead.",
    )
    skills: "models.ManyToManyField[Skill, SkillResource]" = models.ManyToManyField(
        Skill, through="SkillResource", related_name="resources"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(url__startswith="https://"), name="resource_address_is_https"),
            models.CheckConstraint(
                condition=~Q(fallback=models.F("id")), name="resource_is_not_its_own_fallback"
            ),
        ]


class SkillResourceManager(models.Manager["SkillResource"]):
    def get_by_natural_key(self, skill: str, resource: str) -> "SkillResource":
        return self.get(skill__slug=skill, resource__slug=resource)


class SkillResource(models.Model):
    """The place of a resource in a skill's list, counted from 1."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="resource_links")
    resource = models.ForeignKey(Resource, models.CASCADE, related_name="skill_links")
    position = models.PositiveSmallIntegerField()

    objects = SkillResourceManager()

    class Meta:
        ordering = ["skill", "position"]
        constraints = [
            models.UniqueConstraint(fields=["skill", "resource"], name="resource_listed_once_per_skill"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.resource}"

    def natural_key(self) -> tuple[str, str]:
        return (self.skill.slug, self.resource.slug)
