"""Coding problems solved, by topic and difficulty."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import User

Fields = dict[str, Any]  # as JSON: dates are text


class ProblemQuerySet(models.QuerySet["Problem"]):
    def counts(self, user: User) -> list[tuple[str, str, bool, int]]:
        """Count a learner's problems by topic, difficulty and whether they solved them alone."""
        rows = self.filter(user=user).values_list("topic", "difficulty", "alone")
        return list(rows.annotate(Count("pk")).order_by())

    def to_redo(self, user: User, today: datetime.date) -> models.QuerySet["Problem"]:
        """Return the problems that come back today or were due before, the longest due first."""
        return self.filter(user=user, redo_on__lte=today).order_by("redo_on", "pk")

    def add(self, problem: "Problem") -> bool:
        """Save a new problem once; False when its learner has one of this id. A stranger's id is replaced."""
        try:
            with transaction.atomic():
                problem.save(force_insert=True)
        except IntegrityError:
            if self.filter(pk=problem.pk, user=problem.user_id).exists():
                return False
            problem.pk = uuid.uuid4()
            problem.save(force_insert=True)
        return True

    def put_back(self, user: User, pk: str, was: Fields | None, became: Fields | None) -> bool:
        """Undo a change of one problem (None: there was none, or is none); say whether it was still so."""
        own = self.filter(user=user, pk=pk)
        if was is None:
            return bool(own.filter(**became or {}).delete()[0])
        if became is not None:
            return bool(own.filter(**became).update(**was))
        return self.add(Problem(pk=pk, user=user, **was))


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

    objects = ProblemQuerySet.as_manager()

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
            models.Index(fields=["user", "redo_on"], name="roadmap_problems_to_redo"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def fields(self) -> Fields:
        """Return what a learner said of it, as JSON."""
        names = ("title", "url", "difficulty", "topic", "minutes", "alone")
        redo_on = self.redo_on.isoformat() if self.redo_on else None
        return {name: getattr(self, name) for name in names} | {
            "solved_on": self.solved_on.isoformat(),
            "redo_on": redo_on,
        }
