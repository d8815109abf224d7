"""The catalogue's spine: phases, modules and skills. It knows no learner.

Items are content in git, keyed by a slug that is never renamed or reused. An item that leaves
is retired, never deleted: learners' rows point at it with PROTECT.
"""

from typing import TypeVar

from django.db import models
from django.db.models import F, Q

Item = TypeVar("Item", bound="CatalogItem")


class CatalogManager(models.Manager[Item]):
    def get_by_natural_key(self, slug: str) -> Item:
        return self.get(slug=slug)


class CatalogItem(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False, help_text="No longer on the roadmap. Ticks stay.")
    fixture_digest = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="Of the fixture entry last loaded; empty: made by staff.",
    )

    objects = CatalogManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Phase(CatalogItem):
    """One of four overlapping stretches of the roadmap; months are counted from the start."""

    short_title = models.CharField(max_length=14)
    month_start = models.PositiveSmallIntegerField()
    month_end = models.PositiveSmallIntegerField()
    summary = models.TextField()
    ends_with = models.TextField(help_text="What the learner holds when the phase ends.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(month_start__lt=F("month_end")), name="phase_months_run_forward"
            ),
        ]


class Specialization(CatalogItem):
    """A direction that a learner picks; its module counts only for those who did."""

    summary = models.TextField()

    class Meta:
        ordering = ["position"]


class Module(CatalogItem):
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="modules")
    specialization = models.ForeignKey(
        Specialization, models.PROTECT, related_name="modules", null=True, blank=True
    )
    summary = models.TextField()
    pace = models.CharField(max_length=40, blank=True, help_text="The guide's pace, such as “6 to 8 weeks”.")
    one_is_enough = models.BooleanField(
        default=False, help_text="Its skills overlap: once one is done, the open ones count as skipped."
    )

    class Meta:
        ordering = ["position"]


class Skill(CatalogItem):
    """What can be ticked off. Hours are our own estimate for a beginner, a range."""

    class Kind(models.TextChoices):
        THEORY = "theory", "Learn"
        PRACTICE = "practice", "Practice"
        BUILD = "build", "Build"

    module = models.ForeignKey(Module, models.PROTECT, related_name="skills")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    done_when = models.CharField(max_length=220, help_text="“You can …”")
    summary = models.TextField()
    hours_low = models.PositiveSmallIntegerField()
    hours_high = models.PositiveSmallIntegerField()
    target = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="For counted skills: how many."
    )
    unit = models.CharField(max_length=30, blank=True, help_text="For counted skills: “problems”.")
    part_of = models.ForeignKey("self", models.PROTECT, related_name="parts", null=True, blank=True)
    comes_after = models.ManyToManyField("self", symmetrical=False, related_name="opens", blank=True)
    from_guide = models.BooleanField(default=False, help_text="Named by the source guide; else added by us.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(hours_low__gt=0), name="skill_takes_time"),
            models.CheckConstraint(
                condition=Q(hours_low__lte=F("hours_high")), name="skill_hours_run_upward"
            ),
            models.CheckConstraint(
                # Without "is not null" a unit alone would make the condition unknown, which passes.
                condition=Q(target__isnull=True, unit="")
                | Q(target__isnull=False, target__gt=0) & ~Q(unit=""),
                name="counted_skill_has_target_and_unit",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["theory", "practice", "build"]), name="skill_kind_is_known"
            ),
        ]


class CatalogueVersion(models.Model):
    """One row whose number grows with every change, so that each process knows when to reread."""

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def bump(cls) -> None:
        """Tell every process to drop its snapshot. Call it in the transaction of the change."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.create(pk=1, number=1)
