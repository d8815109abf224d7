"""Spaced review: a learner's own questions, their cards, and each answer they gave."""

import datetime
import uuid

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.bank import Question
from roadmap.models.catalog import Skill

LONGEST = {"prompt": 600, "answer": 4000, "slip": 400}  # characters of an own question


class OwnQuestionQuerySet(models.QuerySet["OwnQuestion"]):
    def of(self, user: User) -> "OwnQuestionQuerySet":
        """Return those that `user` has, without deleted ones."""
        return self.filter(user=user, deleted_at=None)

    def sweep(self, user: User, before: datetime.datetime) -> None:
        """Let go of those that were deleted so long ago that no Undo brings them back."""
        self.filter(user=user, deleted_at__lt=before).delete()


class OwnQuestion(models.Model):
    """A question that the learner wrote for themselves; `was` holds its words before the last change.

    A deleted one stays for as long as it can be brought back, with what is remembered of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="own_questions")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="own_questions")
    prompt = models.TextField(max_length=LONGEST["prompt"])
    answer = models.TextField(max_length=LONGEST["answer"])
    slip = models.CharField(max_length=LONGEST["slip"], blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    was = models.JSONField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = OwnQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.prompt

    @property
    def words(self) -> dict[str, str]:
        """Return what its learner wrote, as JSON."""
        return {"prompt": self.prompt, "answer": self.answer, "slip": self.slip}


class ReviewCardQuerySet(models.QuerySet["ReviewCard"]):
    def begin(self, card: "ReviewCard") -> bool:
        """Write the first answer to a question as one statement; False when there is a card already.

        Plain SQL because the ORM does not tell; the text is the same on both databases, and what is put
        into it are names of our own columns. No conflict is named, as two unique constraints may meet one.
        """
        fields = card._meta.concrete_fields
        columns, marks = ", ".join(field.column for field in fields), ", ".join(["%s"] * len(fields))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO roadmap_reviewcard ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING",  # nosec B608
                [field.get_db_prep_save(getattr(card, field.attname), connection) for field in fields],
            )
            return bool(cursor.rowcount)

    def put(self, card: "ReviewCard", *, seen: int) -> bool:
        """Write a card, if it still has the `seen` number of answers; say whether it had.

        Plain SQL because the ORM takes a third of a millisecond to compose it.
        """
        fields = {field.column: field for field in card._meta.concrete_fields}
        names = ("stability", "difficulty", "due_on", "reviewed_on", "reviewed_at", "answers", "lapses", "id")
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE roadmap_reviewcard SET stability = %s, difficulty = %s, due_on = %s,"
                " reviewed_on = %s, reviewed_at = %s, answers = %s, lapses = %s"
                " WHERE id = %s AND user_id = %s AND answers = %s",
                [
                    *(fields[name].get_db_prep_save(getattr(card, name), connection) for name in names),
                    card.user_id,
                    seen,
                ],
            )
            return bool(cursor.rowcount)


class ReviewCard(models.Model):
    """What is remembered of one question. A question that was never answered has no card.

    `stability` (days until recall falls to 90 %) and `difficulty` (1 to 10) are those of FSRS; a card that
    was only ever suspended has neither. `due_on` and `reviewed_on` are days of the learner's own calendar.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="review_cards", db_index=False
    )
    question = models.ForeignKey(Question, models.PROTECT, related_name="cards", null=True, blank=True)
    own = models.OneToOneField(OwnQuestion, models.CASCADE, related_name="card", null=True, blank=True)
    stability = models.FloatField(null=True, blank=True)
    difficulty = models.FloatField(null=True, blank=True)
    due_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    answers = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0)
    suspended = models.BooleanField(default=False)

    objects = ReviewCardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "question"], name="one_card_per_learner_and_question"),
            models.CheckConstraint(
                condition=Q(question__isnull=False, own__isnull=True)
                | Q(question__isnull=True, own__isnull=False),
                name="card_is_of_exactly_one_question",
            ),
        ]
        indexes = [
            # Holds all that is read of the cards that are not due, so that their rows are not touched.
            models.Index(
                fields=["user", "due_on", "reviewed_on", "question", "own"], name="roadmap_cards_due_by_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question or self.own}: {self.due_on}"


class ReviewAnswer(models.Model):
    """One answer; `before` holds the card's fields as they were, for Undo (none: there was no card)."""

    class Rating(models.IntegerChoices):
        AGAIN = 1, "Again"
        HARD = 2, "Hard"
        GOOD = 3, "Good"
        EASY = 4, "Easy"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="review_answers", db_index=False
    )
    card = models.ForeignKey(ReviewCard, models.CASCADE, related_name="history")
    rating = models.PositiveSmallIntegerField(choices=Rating.choices)
    seconds = models.PositiveSmallIntegerField(default=0, help_text="Spent on it, capped.")
    day = models.DateField()
    answered_at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rating__gte=1, rating__lte=4), name="rating_is_one_to_four")
        ]
        indexes = [models.Index(fields=["user", "day"], name="roadmap_answers_by_day")]

    def __str__(self) -> str:
        return f"{self.card}: {self.rating}"


class ReviewPlanQuerySet(models.QuerySet["ReviewPlan"]):
    def aim(
        self, user: User, day: datetime.date, *, known: datetime.date | None, today: datetime.date
    ) -> datetime.date | None:
        """Aim at `day` if the aim is still `known`; return the one before.

        An aim that is over counts as none.
        """
        plan = self.get_or_create(user=user)[0]
        before = plan.interview_on if plan.interview_on and plan.interview_on > today else None
        if before == known:
            self.filter(user=user, interview_on=plan.interview_on).update(interview_on=day)
        return before


class ReviewPlan(models.Model):
    """How much a learner reviews a day, and the interview that reviews aim at."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="review_plan")
    daily_cap = models.PositiveSmallIntegerField(default=20)
    interview_on = models.DateField(null=True, blank=True)

    objects = ReviewPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(daily_cap__gte=1, daily_cap__lte=200), name="daily_cap_is_sensible"
            )
        ]

    def __str__(self) -> str:
        return f"{self.daily_cap} a day"
