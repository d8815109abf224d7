"""Offers added, edited and deleted."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.models import Application, JobSearch, Offer
from career.offers.forms import OfferForm
from career.views.deletions import delete

FULL = f"You have {Offer.MOST} offers, which is as many as fit. Delete one first."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def offer_new(request: LearnerRequest) -> HttpResponse:
    """Offer an empty form, with what `?application=` knows already, or save a new offer."""
    today = request.user.today()
    if request.method != "POST":
        row = Offer(currency=_currency(request))
        if wanted := request.GET.get("application"):
            row = _from_application(request, wanted, row)
        return _form(request, OfferForm(today=today, row=row))
    form = OfferForm(request.POST, today=today)
    if not form.is_valid():
        return _form(request, form)
    pk = form.cleaned_data["offer"]
    mine = request.user.offers
    if mine.count() >= Offer.MOST and not mine.filter(pk=pk).exists():
        form.add_error(None, FULL)
        return _form(request, form)
    application = Application.everything.named(request.user, str(form.cleaned_data["application"] or ""))
    row, added = Offer(pk=pk, user=request.user, application=application, **form.values).add_once()
    messages.success(request, f"Saved: {row}." if added else f"{row} is saved already.")
    return HttpResponseRedirect(reverse("career:offers"), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def offer_edit(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Offer, user=request.user, pk=pk)
    today = request.user.today()
    if request.method != "POST":
        return _form(request, OfferForm(today=today, row=row), row)
    form = OfferForm(request.POST, today=today)
    if not form.is_valid():
        return _form(request, form, row)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    row.save(update_fields=[*form.values, "changed_at"])
    messages.success(request, f"Saved: {row}.")
    return HttpResponseRedirect(reverse("career:offers"), status=303)


@require_POST
def offer_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    return delete(request, get_object_or_404(Offer, user=request.user, pk=pk), reverse("career:offers"))


def _form(request: LearnerRequest, form: OfferForm, offer: Offer | None = None) -> HttpResponse:
    context = {"section": "career", "form": form, "offer": offer}
    return TemplateResponse(request, "career/offers/edit.html", context, status=422 if form.errors else 200)


def _currency(request: LearnerRequest) -> str:
    found = JobSearch.objects.filter(user=request.user).values_list("currency", flat=True).first()
    return found or "USD"


def _from_application(request: LearnerRequest, wanted: str, row: Offer) -> Offer:
    application = Application.everything.named(request.user, wanted)
    if application is None:
        raise Http404("There is no such application.")
    row.application, row.company, row.role = application, application.company, application.role
    row.currency = application.pay_currency or row.currency
    row.remote = application.get_remote_display() if application.remote else ""
    return row
