"""Money as columns: exact decimals with a currency beside them."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

MOST = Decimal("9999999999.99")

three_letters = RegexValidator(r"\A[A-Z]{3}\Z", "Write the currency as three letters, such as EUR.")


def amount(name: str | None = None, **options: Any) -> "models.DecimalField[Decimal | int | str, Decimal]":
    """Return a column for 0 to 9,999,999,999.99 in whatever currency the row names."""
    bounds = [MinValueValidator(0), MaxValueValidator(MOST)]
    return models.DecimalField(name, max_digits=12, decimal_places=2, validators=bounds, **options)


def optional_amount(
    name: str | None = None, **options: Any
) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """Return a column for an amount that may be unknown."""
    bounds = [MinValueValidator(0), MaxValueValidator(MOST)]
    return models.DecimalField(
        name, max_digits=12, decimal_places=2, validators=bounds, null=True, blank=True, **options
    )


def currency(**options: Any) -> "models.CharField[str, str]":
    """Return a column for an ISO 4217 code."""
    return models.CharField(max_length=3, validators=[three_letters], **options)
