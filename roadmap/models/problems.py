"""Coding problems solved, by topic and difficulty."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Problem(models.Model):
    """One problem worked on; `redo_on` is the day it comes back."""

    class Difficulty(models.TextChoices):
        EASY = "easy", "Easy"
        MEDIUM = "medium", "Medium"
        HARD = "hard", "Hard"

    class Topic(models.TextChoices):
        ARRAYS = "arrays", "Arrays and hashing"
        STRINGS = "strings", "Strings"
        LISTS = "lists", "Linked lists"
        STACKS = "stacks", "Stacks and queues"
        TREES = "trees", "Trees"
        GRAPHS = "graphs", "Graphs"
        SEARCH = "search", "Sorting and searching"
        DYNAMIC = "dynamic", "Dynamic programming"
        MATHS = "maths", "Maths and bits"
        SQL = "sql", "SQL"
        DATA = "data", "Pandas and NumPy"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="problems", db_index=False
    )
    title = models.CharField(max_length=160)
    url = models.CharField(max_length=500, blank=True)
    difficulty = models.CharField(max_length=6, choices=Difficulty.choices)
    topic = models.CharField(max_length=8, choices=Topic.choices)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    alone = models.BooleanField(help_text="Solved without help.")
    solved_on = models.DateField()
    redo_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1, minutes__lte=24 * 60),
                name="problem_minutes_fit_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-solved_on"], name="roadmap_problems_by_day"),
            models.Index(fields=["user", "topic", "difficulty", "alone"], name="roadmap_problem_counts"),
        ]

    def __str__(self) -> str:
        return self.title
