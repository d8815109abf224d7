"""Stories to read, to rehearse and to print."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from career.models import Story
from career.story_list import NoStory, in_full, stories_screen, view_of
from roadmap.outline import outline_for


@require_safe
@never_cache
def stories(request: LearnerRequest) -> HttpResponse:
    """List all, and open the first."""
    screen = stories_screen(request.user, outline_for(request.user.pk), request.user.today())
    return TemplateResponse(request, "career/stories.html", screen | {"is_list": True})


@require_safe
@never_cache
def story(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    try:
        screen = stories_screen(request.user, outline_for(request.user.pk), request.user.today(), pk)
    except NoStory as error:
        raise Http404("There is no such story.") from error
    return TemplateResponse(request, "career/stories.html", screen)


@require_safe
@never_cache
def story_rehearse(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask the questions, keep the answers folded."""
    row = get_object_or_404(Story.everything.of(request.user), pk=pk)
    context = {"section": "projects", "current": view_of(row, request.user.today())}
    return TemplateResponse(request, "career/rehearse.html", context)


@require_safe
@never_cache
def stories_print(request: LearnerRequest) -> HttpResponse:
    """Show all in full, two to a page of paper."""
    today = request.user.today()
    views = [in_full(view_of(row, today)) for row in Story.everything.of(request.user)]
    return TemplateResponse(request, "career/print.html", {"section": "projects", "views": views})
