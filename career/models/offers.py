"""Offers in parts, and what is asked, wanted and said about each."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from career.models import money
from career.models.applications import Application
from career.models.kept import KeptRow

SMALLEST_RATE = Decimal("0.000001")
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class Offer(KeptRow):
    """Amounts are a year's, before tax, in `currency`, but for the sign-on, which is paid once."""

    class Equity(models.TextChoices):
        NONE = "", "None"
        OPTIONS = "options", "Options"
        SHARES = "shares", "Shares"

    MOST = 60  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="offers")
    application = models.ForeignKey(
        Application, models.SET_NULL, related_name="offers", null=True, blank=True
    )
    company = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)
    currency = money.currency()
    base = money.amount(default=0)
    bonus = money.amount(default=0, help_text="What you count on, a year.")
    bonus_note = models.CharField(max_length=200, blank=True)
    sign_on = money.amount(default=0)
    sign_on_note = models.CharField(max_length=200, blank=True)
    equity = models.CharField(max_length=7, choices=Equity.choices, blank=True)
    equity_units = models.PositiveIntegerField("options or shares", default=0)
    equity_strike = models.DecimalField(
        max_digits=14, decimal_places=4, default=Decimal(0), validators=[MinValueValidator(0)]
    )
    equity_price = models.DecimalField(
        max_digits=14, decimal_places=4, default=Decimal(0), validators=[MinValueValidator(0)]
    )
    equity_years = models.PositiveSmallIntegerField(
        "vests over, in years", default=4, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    equity_cliff = models.PositiveSmallIntegerField(
        "cliff, in months", default=12, validators=[MaxValueValidator(120)]
    )
    equity_discount = models.PositiveSmallIntegerField(
        "your discount, in percent", default=50, validators=[MaxValueValidator(100)]
    )
    pension_percent = models.DecimalField(
        max_digits=5, decimal_places=2, default=Decimal(0), validators=PERCENT
    )
    benefits = money.amount(default=0, help_text="What the benefits are worth to you, a year.")
    benefits_note = models.CharField(max_length=200, blank=True)
    commute = money.amount(default=0, help_text="What it costs, a year.")
    commute_note = models.CharField(max_length=200, blank=True)
    hours = models.CharField("hours a week", max_length=120, blank=True)
    remote = models.CharField(max_length=120, blank=True)
    learning = models.CharField("learning budget", max_length=120, blank=True)
    answer_by = models.DateField(null=True, blank=True)

    floor = money.optional_amount()
    target = money.optional_amount()
    also_ask = models.CharField("also ask for", max_length=300, blank=True)
    brings = models.TextField("what you bring, in numbers", max_length=2000, blank=True)
    script = models.TextField("say it in your words", max_length=3000, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(company=""), name="offer_has_a_company"),
            models.CheckConstraint(
                condition=Q(base__gte=0, bonus__gte=0, sign_on__gte=0, benefits__gte=0, commute__gte=0),
                name="offer_amounts_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(floor=None) | Q(target=None) | Q(floor__lte=F("target")),
                name="offer_floor_up_to_target",
            ),
        ]

    def __str__(self) -> str:
        return self.company


class OfferQuestion(models.Model):
    """To ask before signing: one of the guide's by `key`, or the learner's own `text`."""

    MOST = 30  # on one offer

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="questions", db_index=False)
    key = models.CharField(max_length=40)
    text = models.CharField(max_length=200, blank=True)
    asked = models.BooleanField(default=False)
    answer = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], name="one_question_per_offer_and_key")
        ]

    def __str__(self) -> str:
        return self.text or self.key

    @staticmethod
    @transaction.atomic
    def put(offer: Offer, keys: Iterable[str], rows: "Iterable[OfferQuestion]") -> None:
        """Keep these `rows` of the questions with these `keys`, and no others of them."""
        kept = [
            OfferQuestion(offer=offer, key=r.key, text=r.text, asked=r.asked, answer=r.answer) for r in rows
        ]
        offer.questions.filter(key__in=set(keys) - {row.key for row in kept}).delete()
        OfferQuestion.objects.bulk_create(
            kept,
            update_conflicts=True,
            unique_fields=["offer", "key"],
            update_fields=["text", "asked", "answer"],
        )


class OfferLine(models.Model):
    """A dated line of the negotiation's log."""

    MOST = 200  # on one offer

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="lines")
    on = models.DateField()
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="offer_line_says_something")]

    def __str__(self) -> str:
        return self.text

    @staticmethod
    @transaction.atomic
    def add_once(offer: Offer, on: datetime.date, text: str) -> bool:
        """Add a line unless it is there already; say whether it is new."""
        Offer.objects.select_for_update().get(pk=offer.pk)  # two at once would both be new
        return OfferLine.objects.get_or_create(offer=offer, on=on, text=text)[1]


class PayResearch(KeptRow):
    """What the learner found others are paid, a year, and where."""

    MOST = 100  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pay_research")
    what = models.CharField(max_length=200)
    low = money.optional_amount()
    high = money.optional_amount()
    currency = money.currency()
    link = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "pay research"
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="pay_research_says_what"),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")), name="pay_research_low_to_high"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class MoneyRate(models.Model):
    """What one unit of `currency` is worth in the learner's own, at a rate they set."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="money_rates", db_index=False
    )
    currency = money.currency()
    rate = models.DecimalField(max_digits=14, decimal_places=6, validators=[MinValueValidator(SMALLEST_RATE)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "currency"], name="one_rate_per_learner_and_currency"),
            models.CheckConstraint(condition=Q(rate__gt=0), name="rate_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.currency} at {self.rate}"
