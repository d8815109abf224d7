"""What an offer comes to in its first year, and a year over four. Pure, no Django.

**The sum of a year** = base + bonus + pension + benefits − commute, where the pension is a percentage of the
base. The first year adds the sign-on and the equity that vests in it; the four years add both once and are
divided by four.

**Equity.** An option is worth the price less the strike, at least nothing; a share its price; both less the
learner's own discount. It vests month by month over its years, nothing before the cliff, and at the cliff
all months until then: with one of twelve months, the first quarter of four years closes the first year.

Amounts are exact decimals, a year's and before tax, in the currency of the offer. Nothing is rounded here.
"""

from dataclasses import dataclass
from decimal import Decimal

YEARS = 4


@dataclass(frozen=True, slots=True)
class Equity:
    """`strike` is 0 for shares; `discount` in percent, `cliff` in months."""

    units: int
    price: Decimal
    strike: Decimal = Decimal(0)
    years: int = 4
    cliff: int = 12
    discount: int = 0

    @property
    def value(self) -> Decimal:
        """Return what all of it is worth to the learner."""
        return max(Decimal(0), self.price - self.strike) * self.units * (100 - self.discount) / 100

    def vested(self, months: int) -> Decimal:
        """Return what is theirs after so many months."""
        if months < self.cliff:
            return Decimal(0)
        return self.value * min(months, 12 * self.years) / (12 * self.years)


@dataclass(frozen=True, slots=True)
class Terms:
    base: Decimal
    bonus: Decimal = Decimal(0)
    sign_on: Decimal = Decimal(0)
    pension_percent: Decimal = Decimal(0)
    benefits: Decimal = Decimal(0)
    commute: Decimal = Decimal(0)
    equity: Equity | None = None

    @property
    def pension(self) -> Decimal:
        return self.base * self.pension_percent / 100

    @property
    def yearly(self) -> Decimal:
        """Return what comes every year, without what comes once."""
        return self.base + self.bonus + self.pension + self.benefits - self.commute

    def vested(self, years: int) -> Decimal:
        return self.equity.vested(12 * years) if self.equity else Decimal(0)

    @property
    def first_year(self) -> Decimal:
        return self.yearly + self.sign_on + self.vested(1)

    @property
    def yearly_over_four(self) -> Decimal:
        return self.yearly + (self.sign_on + self.vested(YEARS)) / YEARS
