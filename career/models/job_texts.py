"""Job texts that a learner pasted, and the words in them that mean something to this learner."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from career.models.kept import KeptRow
from roadmap.models import Skill

# What a word means: {"skill": an id, or None for one that is not in the roadmap}; None: nothing of its own.
Meant = dict[str, int | None] | None


class JobText(KeptRow):
    """Kept as pasted; what it says is read from it each time."""

    LONGEST = 60_000  # characters
    MOST = 300  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="job_texts")
    title = models.CharField(max_length=120)
    company = models.CharField(max_length=120, blank=True)
    link = models.CharField(max_length=500, blank=True)
    text = models.TextField(max_length=LONGEST)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(title=""), name="job_text_has_title_and_text")
        ]

    def __str__(self) -> str:
        return self.title


class OwnTermQuerySet(models.QuerySet["OwnTerm"]):
    def meant(self, user: User, term: str) -> Meant:
        row = self.filter(user=user, term=term).first()
        return {"skill": row.skill_id} if row else None

    def put(self, user: User, term: str, meant: Meant) -> None:
        """Let `term` mean this from now on; None takes it away. A repeat changes nothing."""
        if meant is None:
            self.filter(user=user, term=term).delete()
            return
        self.bulk_create(
            [OwnTerm(user=user, term=term, skill_id=meant["skill"])],
            update_conflicts=True,
            unique_fields=["user", "term"],
            update_fields=["skill"],
        )


class OwnTerm(models.Model):
    """A word or two that the learner marked as a skill: one of the roadmap, or one that is not in it."""

    MOST = 200  # of one learner

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="own_terms", db_index=False
    )
    term = models.CharField(max_length=60, help_text="In lower case.")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+", null=True, blank=True)

    objects = OwnTermQuerySet.as_manager()

    class Meta:
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(fields=["user", "term"], name="one_own_term_per_learner_and_term"),
            models.CheckConstraint(condition=~Q(term=""), name="own_term_says_something"),
        ]

    def __str__(self) -> str:
        return self.term
