"""Stories to tell in an interview: situation, task, action, result."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from accounts.models import User
from career.models.kept import KeptQuerySet, KeptRow, Living
from roadmap.models import Build, Skill

Fields = dict[str, Any]  # as JSON: dates are text


class StoryQuerySet(KeptQuerySet):
    def of(self, user: User) -> "StoryQuerySet":
        """Return a learner's stories in the order they were begun, with tags and builds at hand."""
        rows = self.filter(user=user, deleted_at=None).order_by("made_at", "pk")
        return rows.select_related("build__project").prefetch_related("tags")

    @transaction.atomic
    def write(self, story: "Story", tags: Iterable[str], skill_ids: Iterable[int]) -> None:
        """Save a story with its tags and skills, all or nothing."""
        story.save()
        self._label(story, tags, skill_ids)

    def _label(self, story: "Story", tags: Iterable[str], skill_ids: Iterable[int]) -> None:
        chosen = set(tags)
        story.tags.exclude(name__in=chosen).delete()
        StoryTag.objects.bulk_create(
            [StoryTag(story=story, name=name) for name in sorted(chosen)], ignore_conflicts=True
        )
        story.skills.set(list(skill_ids))

    @transaction.atomic
    def add(self, story: "Story", tags: Iterable[str], skill_ids: Iterable[int]) -> bool:
        """Save a new story once; False when its learner has one of this id."""
        _, added = story.add_once()
        if added:
            self._label(story, tags, skill_ids)
        return added

    def put_back(self, user: User, pk: str, was: Fields, became: Fields) -> bool:
        """Undo a change of some columns; say whether they were still as the change left them."""
        return bool(self.filter(user=user, pk=pk, **_columns(became)).update(**_columns(was)))


def _columns(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name in ("told_on", "told_to", "deleted_at")}


class Story(KeptRow):
    """`build_title` stays when the build that the story came from is deleted.

    A story is a draft until situation, task, action and result all say something.
    """

    MOST = 60  # of one learner
    PARTS = ("situation", "task", "action", "result")

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

    objects = Living["Story"]()  # type: ignore[misc]  # as below
    everything = StoryQuerySet.as_manager()  # type: ignore[misc]  # the base's has fewer verbs

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="story_has_a_title"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=False) | Q(told_to=""), name="story_told_somewhere_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the parts that say nothing yet."""
        return tuple(part for part in self.PARTS if not getattr(self, part).strip())

    @property
    def source_title(self) -> str:
        """Return the title of the build it came from, also when that build is gone."""
        return str(self.build) if self.build else self.build_title

    @property
    def told(self) -> Fields:
        """Return when and where it was told last, as JSON."""
        return {"told_on": self.told_on.isoformat() if self.told_on else None, "told_to": self.told_to}


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
