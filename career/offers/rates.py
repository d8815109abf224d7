"""The learner's own currency, and what others are worth in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from career.amounts import shown
from career.models import JobSearch, MoneyRate


@dataclass(frozen=True)
class Rates:
    """`own` is empty while none is chosen; a rate is what one unit is worth in it."""

    own: str
    by_currency: Mapping[str, Decimal]

    def knows(self, currency: str) -> bool:
        return currency == self.own or currency in self.by_currency

    def shown(self, amount: Decimal, currency: str) -> str:
        """Return an amount in the learner's own currency, or in its own where there is no rate."""
        if currency in self.by_currency and currency != self.own:
            return shown(amount * self.by_currency[currency], self.own)
        return shown(amount, currency)

    def own_amount(self, amount: Decimal, currency: str) -> Decimal | None:
        """Return what it is worth in the learner's own currency; None without a rate."""
        if currency == self.own:
            return amount
        rate = self.by_currency.get(currency)
        return None if rate is None else amount * rate


def rates_of(user: User) -> Rates:
    """Return the learner's rates, in one statement."""
    lookups = ("job_search__currency", "money_rates__currency", "money_rates__rate")
    rows = list(User.objects.filter(pk=user.pk).values_list(*lookups))
    own = next((own for own, _, _ in rows), None) or ""
    return Rates(own, {currency: rate for _, currency, rate in rows if currency and currency != own})


@transaction.atomic
def set_rates(user: User, own: str, rates: Mapping[str, Decimal]) -> None:
    """Choose the own currency and these rates; rates in another currency than that would mean nothing."""
    search, _ = JobSearch.objects.get_or_create(user=user, defaults={"currency": own})
    if search.currency != own:
        JobSearch.objects.filter(user=user).update(currency=own)
    user.money_rates.all().delete()
    MoneyRate.objects.bulk_create(
        [MoneyRate(user=user, currency=code, rate=rate) for code, rate in rates.items()]
    )
