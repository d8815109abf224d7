"""Stories to tell in an interview: situation, task, action, result."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from roadmap.models import Build, Skill


class Story(models.Model):
    """`build_title` stays when the build that the story came from is deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="stories")
    build = models.ForeignKey(Build, models.SET_NULL, related_name="stories", null=True, blank=True)
    build_title = models.CharField(max_length=160, blank=True)
    title = models.CharField(max_length=120)
    situation = models.TextField(max_length=3000, blank=True)
    task = models.TextField(max_length=3000, blank=True)
    action = models.TextField(max_length=3000, blank=True)
    result = models.TextField(max_length=3000, blank=True)
    would_change = models.TextField(max_length=2000, blank=True)
    sources = models.TextField("every number here comes from", max_length=1000, blank=True)
    skills = models.ManyToManyField(Skill, related_name="stories", blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_to = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.title


class StoryTag(models.Model):
    """What a story answers."""

    class Name(models.TextChoices):
        CONFLICT = "conflict", "Conflict"
        FAILURE = "failure", "Failure"
        IMPACT = "impact", "Impact"
        LEADERSHIP = "leadership", "Leadership"
        LEARNING = "learning", "Learning"
        AMBIGUITY = "ambiguity", "Ambiguity"

    story = models.ForeignKey(Story, models.CASCADE, related_name="tags", db_index=False)
    name = models.CharField(max_length=10, choices=Name.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "name"], name="one_tag_of_a_name_per_story")]

    def __str__(self) -> str:
        return self.get_name_display()
