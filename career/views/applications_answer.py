"""The answer to a change of an application: the board as it is now, or the page it came from anew."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from accounts.http import LearnerRequest
from career.applications.page import application_screen
from career.applications.screen import applications_screen
from career.models import Application
from roadmap.views.origin import origin, origin_path

BOARD = "career:applications"


def changed(request: LearnerRequest, row: Application | None, said: str, undo: str = "") -> HttpResponse:
    """Say `said` with Undo, and update the board or open the sending page anew (else that of `row`)."""
    if _from_board(request):
        return _board(request, said, undo)
    messages.success(request, said, extra_tags=undo)
    match = origin(request)
    if match and match.view_name in (BOARD, "roadmap:today"):
        path = origin_path(request)
    else:
        path = reverse("career:application", args=[row.pk]) if row else reverse(BOARD)
    return HttpResponseClientRedirect(path) if request.htmx else HttpResponseRedirect(path, status=303)


def refused(request: LearnerRequest, row: Application, why: str) -> HttpResponse:
    """Answer 422: the board with the reason, or the page of the application with it beside the stage."""
    if _from_board(request):
        return _board(request, why, status=422)
    screen = application_screen(request.user, row, request.user.today(), move_refused=why)
    return TemplateResponse(request, "career/applications/application.html", screen, status=422)


def _from_board(request: LearnerRequest) -> bool:
    match = origin(request)
    return bool(request.htmx and match and match.view_name == BOARD) and "view" not in _query(request)


def _query(request: LearnerRequest) -> QueryDict:
    return QueryDict(urlsplit(origin_path(request)).query)


def _board(request: LearnerRequest, said: str, undo: str = "", status: int = 200) -> HttpResponse:
    today = request.user.today()
    screen = applications_screen(request.user, _query(request), get_token(request), today)
    context = screen | {"said": said, "undo": undo}
    return TemplateResponse(request, "career/applications/updates/board.html", context, status=status)
