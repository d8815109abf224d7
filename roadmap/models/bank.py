"""The question bank: what an interviewer could ask or a builder must answer."""

from django.db import models

from roadmap.models.catalog import CatalogItem, Skill
from roadmap.models.resources import Resource


class Question(CatalogItem):
    """A question on one skill. Texts are Markdown with TeX between dollar signs."""

    prompt = models.TextField(max_length=600)
    answer = models.TextField()
    slip = models.CharField("common slip", max_length=400)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="questions")
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="questions", null=True, blank=True)
    from_scratch = models.BooleanField(default=False, help_text="Belongs to “explain it from scratch”.")

    class Meta:
        ordering = ["skill", "position"]

    def __str__(self) -> str:
        return self.prompt

    @property
    def title(self) -> str:  # type: ignore[override]  # in place of the column: a question is its own title
        return self.prompt
