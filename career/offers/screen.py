"""What the page of offers shows."""

import datetime
from collections.abc import Sequence
from typing import Any

from accounts.models import User
from career.models import Offer
from career.offers import words
from career.offers.compare import compare
from career.offers.ranges import ranges
from career.offers.rates import Rates, rates_of
from career.offers.research_forms import RatesForm, ResearchForm
from career.savings.brief import money_lasts_to
from career.savings.words import exact


def offers_screen(
    user: User,
    today: datetime.date,
    *,
    research_form: ResearchForm | None = None,
    rates_form: RatesForm | None = None,
) -> dict[str, Any]:
    """Return the comparison, the ranges, and the answer that is due first, in five statements."""
    offers = list(user.offers.all())
    rates = own_rates(user, offers)
    others = sorted({offer.currency for offer in offers} - {rates.own})
    return {
        "section": "career",
        "offers": offers,
        "comparison": compare(offers, rates, today),
        "ranges": ranges(user, offers, rates),
        "rates": rates,
        "due": due(offers, today),
        "runway": runway_words(user, offers, today),
        "research_form": research_form or ResearchForm(currency=rates.own or "USD"),
        "rates_form": rates_form or RatesForm(own=rates.own, rates=rates.by_currency, others=others),
    }


def own_rates(user: User, offers: Sequence[Offer]) -> Rates:
    """Return the rates; the own currency is that of the first offer until one is chosen."""
    rates = rates_of(user)
    first = offers[0].currency if offers else ""
    return rates if rates.own else Rates(first, rates.by_currency)


def due(offers: Sequence[Offer], today: datetime.date) -> tuple[Offer, str] | None:
    """Return the offer that is to be answered next, and when."""
    ahead = [offer for offer in offers if offer.answer_by and offer.answer_by >= today]
    first = min(ahead, key=lambda offer: (offer.answer_by, offer.made_at), default=None)
    return (first, words.by_when(first.answer_by, today)) if first and first.answer_by else None


def runway_words(user: User, offers: Sequence[Offer], today: datetime.date) -> str:
    """Say how long the money lasts, and whether that forces an answer; nothing without a scenario."""
    there, ends = money_lasts_to(user)
    if not there:
        return ""
    days = [offer.answer_by for offer in offers if offer.answer_by and offer.answer_by >= today]
    told = f"Money lasts to {exact(ends)}." if ends else "By your numbers the money lasts for years."
    if days and (ends is None or ends >= max(days)):
        told += (
            " No day to answer by is forced by it."
            if len(days) > 1
            else " The day to answer by is not forced by it."
        )
    return told
