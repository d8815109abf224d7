"""The pages around the trail: landing, and where the content comes from."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from roadmap.front_page import about_screen, landing_screen
from roadmap.outline import outline_for
from roadmap.views.page import page


@require_safe
@login_not_required
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("roadmap:today")
    outline = outline_for(None)
    return page(request, "roadmap/landing.html", outline.marks.fingerprint, lambda: landing_screen(outline))


@require_safe
@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    outline = outline_for(None)
    return page(request, "roadmap/about.html", outline.marks.fingerprint, lambda: about_screen(outline))
