"""The learner's own side of the public profile: what it says, what it shows, and how it looks."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.models import Build, Evidence, Profile, ProfileLink
from roadmap.models.profiles import HELD, HandleTaken, Shown, TooManyHandles
from roadmap.outline import outline_for
from roadmap.profile.badge import badges
from roadmap.profile.choices import choices
from roadmap.profile.page import profile_page
from roadmap.profile_forms import ProfileForm, ShowForm
from roadmap.views.profile import page_context, site_of
from roadmap.views.refused import refused

TAKEN = "This handle is taken. Try another, perhaps with a middle name or a place."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def profile_settings(request: LearnerRequest) -> HttpResponse:
    """Show the form with all that hangs on it, or save it."""
    if request.method != "POST":
        own = _own(request)
        return _screen(request, own, ProfileForm(initial=_initial(own)))
    form = ProfileForm(request.POST)
    if form.is_valid() and _save(request, form):
        on = form.cleaned_data["is_public"]
        said = "Saved. Your profile is on." if on else "Saved. Your profile is off: nobody else sees it."
        messages.success(request, said)
        return HttpResponseRedirect(reverse("roadmap:profile_settings"), status=303)
    return _screen(request, _own(request), form)


@require_safe
@never_cache
def profile_preview(request: LearnerRequest) -> HttpResponse:
    """Show the learner what a visitor sees, or would see."""
    own = _own(request)
    outline = outline_for(request.user.pk)
    page = profile_page(own._replace(handle=own.handle or "your-handle"), outline)
    context = page_context(page, site_of(request), outline.catalogue.phases) | {
        "section": "settings",
        "profile": own.profile,
    }
    return TemplateResponse(request, "roadmap/profile/preview.html", context)


@require_POST
@never_cache
def profile_evidence(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one piece of evidence on the profile, or keep it off."""
    row = get_object_or_404(
        Evidence.objects.select_related("build__project", "skill"), user=request.user, pk=pk
    )
    form = ShowForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    Evidence.objects.filter(pk=row.pk).update(is_private=not form.cleaned_data["show"])
    return _switched(request, f"{row.skill.title}: {row}", shown=form.cleaned_data["show"])


@require_POST
@never_cache
def profile_build(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Show one build on the profile, or keep it off, with the skills that only it shows."""
    row = get_object_or_404(Build.objects.select_related("project"), user=request.user, key=key)
    form = ShowForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    Build.objects.filter(pk=row.pk).update(on_profile=form.cleaned_data["show"])
    return _switched(request, str(row), shown=form.cleaned_data["show"])


def _switched(request: LearnerRequest, name: str, *, shown: bool) -> HttpResponse:
    name = name if len(name) <= 80 else f"{name[:79]}…"
    messages.success(request, f"{name} {'can be on' if shown else 'is kept off'} your profile.")
    return HttpResponseRedirect(reverse("roadmap:profile_settings") + "#pieces", status=303)


def _save(request: LearnerRequest, form: ProfileForm) -> bool:
    """Save everything or, with the reason beside the handle, nothing."""
    data, today = form.cleaned_data, timezone.now().date()
    try:
        Profile.objects.put(request.user, form.values, data["links"], data["handle"], today)
    except HandleTaken:
        form.add_error("handle", TAKEN)
    except TooManyHandles as error:
        until = f"{error.until:%B} {error.until.day}"
        form.add_error("handle", f"You changed it five times in {HELD.days} days. Wait until {until}.")
    return form.is_valid()


def _own(request: LearnerRequest) -> Shown:
    """Return the learner's profile; before the first save one that shows what a profile is for."""
    found = Profile.objects.own(request.user)
    name = request.user.display_name
    return found or Shown(Profile(user=request.user, name=name, shows_skills=True, shows_builds=True), "", 0)


def _initial(own: Shown) -> dict[str, Any]:
    names = [field.name for field in Profile._meta.concrete_fields if field.name not in ("id", "user")]
    initial = {name: getattr(own.profile, name) for name in names} | {"handle": own.handle}
    for number, link in enumerate(ProfileLink.objects.filter(user=own.profile.user_id), 1):
        initial |= {f"label_{number}": link.label, f"url_{number}": link.url}
    return initial


def _screen(request: LearnerRequest, own: Shown, form: ProfileForm) -> HttpResponse:
    site = site_of(request)
    address = site + reverse("roadmap:profile", args=[own.handle]) if own.handle else ""
    context = {
        "section": "settings",
        "form": form,
        "profile": own.profile,
        "site": f"{site}/u/",
        "address": address,
        "badges": badges(address) if own.profile.is_public else (),
        "choices": choices(own.profile, outline_for(request.user.pk)),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "roadmap/profile/settings.html", context, status=status)
