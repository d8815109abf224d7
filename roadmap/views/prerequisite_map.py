"""What comes before what, as a picture and as a list."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from roadmap.next_step import next_step
from roadmap.outline import Outline, outline_for
from roadmap.prerequisite_map import prerequisite_map
from roadmap.snapshot import PhaseItem
from roadmap.views.page import learner, page


@require_safe
@login_not_required
def roadmap_map(request: HttpRequest) -> HttpResponse:
    """Show one phase: the one asked for, else the one the reader stands in, else the first."""
    user = learner(request)
    outline = outline_for(user.pk if user else None)
    phase = _phase(outline, request.GET.get("phase", ""), visitor=user is None)

    def context() -> dict[str, object]:
        found = prerequisite_map(outline, phase, visitor=user is None)
        return {"section": "roadmap", "map": found, "phase": phase, "phases": outline.catalogue.phases}

    return page(request, "roadmap/map.html", outline.marks.fingerprint, context)


def _phase(outline: Outline, slug: str, *, visitor: bool) -> PhaseItem:
    if slug:
        found = outline.catalogue.phase(slug)
        if found is None:
            raise Http404("There is no such phase.")
        return found
    step = None if visitor else next_step(outline, 1).now
    here = outline.catalogue.phase(step.line.skill.phase_slug) if step else None
    phases = outline.catalogue.phases
    if not (here or phases):
        raise Http404("The roadmap is empty.")
    return here or phases[0]
