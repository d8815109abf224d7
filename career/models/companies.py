"""Where a learner wants to work."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from career.models.kept import KeptRow


class Tier(models.IntegerChoices):
    """The guide's kinds of companies; 1 asks for the longest preparation."""

    TOP = 1, "FAANG and top tech"
    UNICORN = 2, "Unicorn startups"
    GROWTH = 3, "Growth stage, series B–D"
    TRADITIONAL = 4, "Traditional companies"


class TargetCompany(KeptRow):
    """A company with what the learner found out about it. Applications are found by its name."""

    MOST = 200  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="target_companies")
    name = models.CharField(max_length=120)
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    link = models.CharField(max_length=500, blank=True)
    note = models.TextField("research", max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "target companies"
        ordering = ["tier", "name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="target_company_has_a_name"),
            models.CheckConstraint(condition=Q(tier__range=(1, 4)), name="target_company_has_a_tier"),
        ]

    def __str__(self) -> str:
        return self.name
