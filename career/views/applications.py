"""All applications: as a board, as a table, and what of them is due today."""

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from career.applications.screen import applications_screen
from career.applications.stages import Stages
from career.applications.standing import due_rows, due_view

CARD = 3  # actions


@require_safe
@never_cache
def applications(request: LearnerRequest) -> HttpResponse:
    """Show the board, or the table for `?view=table`."""
    screen = applications_screen(request.user, request.GET, get_token(request), request.user.today())
    status = 422 if screen["filters"].errors else 200
    return TemplateResponse(request, "career/applications/board.html", screen, status=status)


@require_safe
@never_cache
def today_card(request: LearnerRequest) -> HttpResponse:
    """Return the piece of Today that says which actions are due; nothing without any."""
    today = request.user.today()
    stages = Stages.of(request.user)
    rows = due_rows(request.user, stages, today, CARD + 1)
    if not rows:
        return HttpResponse()
    due = [due_view(row, stages, today) for row in rows[:CARD]]
    context = {"due": due, "more": len(rows) > CARD}
    return TemplateResponse(request, "career/applications/_today_card.html", context)
