"""Contacts: who they are, and when to write to them."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import Contact, ContactQuerySet, JobSearch
from career.search.contact_forms import ContactForm, RhythmForm
from career.search.contact_list import contacts_screen, rhythm
from career.views import deletions
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "touch"
FULL = (
    f"You have {Contact.MOST} contacts, which is as many as fit. "
    "Delete one you no longer write to, then save this one again."
)


@require_safe
@never_cache
def contacts(request: LearnerRequest) -> HttpResponse:
    return _list(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contact_new(request: LearnerRequest) -> HttpResponse:
    today = request.user.today()
    if request.method != "POST":
        return _form(request, ContactForm(today=today))
    form = ContactForm(request.POST, today=today)
    if not form.is_valid():
        return _form(request, form)
    key = form.cleaned_data["contact"]
    rows = Contact.objects.filter(user=request.user)
    if rows.count() >= Contact.MOST and not rows.filter(pk=key).exists():
        form.add_error(None, FULL)
        return _form(request, form)
    row = Contact(pk=key, user=request.user, **form.values)
    _, added = row.add_once()
    messages.success(request, f"Saved: {row}." if added else f"{row} is saved already.")
    return deletions.go(request, reverse("career:contacts"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contact(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a contact in its form, or save it."""
    row = get_object_or_404(Contact, user=request.user, pk=pk)
    today = request.user.today()
    if request.method != "POST":
        initial = {name: getattr(row, name) for name in ContactForm(today=today).fields if name != "contact"}
        return _form(request, ContactForm(initial=initial | {"contact": row.pk}, today=today), row)
    form = ContactForm(request.POST, today=today)
    if not form.is_valid():
        return _form(request, form, row)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    row.save(update_fields=[*form.values, "changed_at"])
    messages.success(request, f"Saved: {row}.")
    return deletions.go(request, reverse("career:contacts"))


@require_POST
def contact_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Contact, user=request.user, pk=pk)
    return deletions.delete(request, row, reverse("career:contacts"))


@require_POST
def contact_touch(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Note that the learner was in touch today, and set the next day by their rhythm."""
    row = get_object_or_404(Contact, user=request.user, pk=pk)
    today = request.user.today()
    if row.last_touch == today:
        messages.success(request, f"You noted {row} for today already.")
        return deletions.go(request, reverse("career:contacts"))
    was = (row.last_touch, row.next_touch)
    became = (today, today + datetime.timedelta(rhythm(request.user)))
    ContactQuerySet(Contact).set_touches(request.user, str(pk), was, became, timezone.now())
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), _as_json(was), _as_json(became))])
    messages.success(request, f"In touch with {row} today.", extra_tags=undo)
    return deletions.go(request, reverse("career:contacts"))


@require_POST
def contact_rhythm(request: LearnerRequest) -> HttpResponse:
    """Set how many days later a contact is due."""
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return _list(request, form)
    days = form.cleaned_data["touch_days"]
    JobSearch.objects.update_or_create(user=request.user, defaults={"touch_days": days})
    messages.success(request, f"From now on a contact is due after {days} day{'' if days == 1 else 's'}.")
    return deletions.go(request, reverse("career:contacts"))


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo a touch."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        messages.success(request, "This can no longer be undone.")
        return deletions.go(request, reverse("career:contacts"))
    was, became = _from_json(change.was or {}), _from_json(change.became or {})
    done = ContactQuerySet(Contact).set_touches(request.user, change.id, became, was, timezone.now())
    messages.success(request, "Undone." if done else "This contact changed again since, so it stays.")
    return deletions.go(request, reverse("career:contacts"))


def _as_json(touches: tuple[datetime.date | None, datetime.date | None]) -> dict[str, str]:
    last, upcoming = touches
    return {"last": str(last or ""), "next": str(upcoming or "")}


def _from_json(fields: dict[str, Any]) -> tuple[str | None, str | None]:
    return fields.get("last") or None, fields.get("next") or None


def _list(request: LearnerRequest, form: RhythmForm | None) -> HttpResponse:
    screen = contacts_screen(request.user, request.user.today())
    form_shown = form or RhythmForm(initial={"touch_days": screen["touch_days"]})
    context = screen | {"form": form_shown}
    return TemplateResponse(request, "career/contacts/list.html", context, status=422 if form else 200)


def _form(request: LearnerRequest, form: ContactForm, row: Contact | None = None) -> HttpResponse:
    context = {"section": "career", "form": form, "contact": row}
    return TemplateResponse(request, "career/contacts/edit.html", context, status=422 if form.errors else 200)
