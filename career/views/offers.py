"""Offers side by side, what others are paid, and what currencies are worth."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import PayResearch
from career.offers.rates import set_rates
from career.offers.research_forms import RatesForm, ResearchForm
from career.offers.screen import offers_screen, own_rates
from career.views.deletions import delete, go

FULL = f"You have {PayResearch.MOST} lines of research, which is as many as fit. Delete one first."


@require_safe
@never_cache
def offers(request: LearnerRequest) -> HttpResponse:
    return TemplateResponse(
        request, "career/offers/offers.html", offers_screen(request.user, request.user.today())
    )


@require_POST
@never_cache
@sensitive_post_parameters()
def offer_rates(request: LearnerRequest) -> HttpResponse:
    """Choose the currency that offers are compared in, and the rates of the others."""
    rows = list(request.user.offers.all())
    rates = own_rates(request.user, rows)
    others = sorted({offer.currency for offer in rows} - {rates.own})
    form = RatesForm(request.POST, own=rates.own, rates=rates.by_currency, others=others)
    if not form.is_valid():
        return _refused(request, rates_form=form)
    own = form.cleaned_data["own"]
    if own == rates.own:
        kept = {code: rate for code, rate in rates.by_currency.items() if code not in others}
        set_rates(request.user, own, kept | form.rates)
        messages.success(request, f"Compared in {own}, at your own rates.")
    else:
        set_rates(request.user, own, {})
        messages.success(request, f"Compared in {own}. Your rates were for {rates.own}: set them anew.")
    return go(request, reverse("career:offers"))


@require_POST
@never_cache
@sensitive_post_parameters()
def research_add(request: LearnerRequest) -> HttpResponse:
    form = ResearchForm(request.POST)
    if form.is_valid() and request.user.pay_research.count() >= PayResearch.MOST:
        form.add_error(None, FULL)
    if not form.is_valid():
        return _refused(request, research_form=form)
    pk = form.cleaned_data["research"]
    row, added = PayResearch(pk=pk, user=request.user, **form.values).add_once()
    messages.success(request, f"Added: {row}." if added else f"{row} is there already.")
    return go(request, reverse("career:offers"))


@require_POST
def research_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(PayResearch, user=request.user, pk=pk)
    return delete(request, row, reverse("career:offers"))


def _refused(
    request: LearnerRequest,
    *,
    research_form: ResearchForm | None = None,
    rates_form: RatesForm | None = None,
) -> HttpResponse:
    screen = offers_screen(
        request.user, request.user.today(), research_form=research_form, rates_form=rates_form
    )
    return TemplateResponse(request, "career/offers/offers.html", screen, status=422)
