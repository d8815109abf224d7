"""Milestones of the phases and of the sprint."""

from dataclasses import replace

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.forms import MilestoneForm
from roadmap.models import MilestoneProgress
from roadmap.models.own_sprint import own_sprint
from roadmap.outline import outline_for
from roadmap.snapshot import MilestoneItem
from roadmap.sprint_run import run_view
from roadmap.views.origin import origin_path


@require_POST
def milestone_state(request: LearnerRequest, slug: str) -> HttpResponse:
    """Mark a milestone reached, with its day and a note, or reopen it; the note stays."""
    outline = outline_for(request.user.pk)
    item = outline.catalogue.milestone_by_slug.get(slug)
    if item is None:
        raise Http404("There is no such milestone.")
    was = outline.marks.milestones.get(item.id)
    form = MilestoneForm(request.POST, today=request.user.today(), was=was.done_on if was else None)
    if not form.is_valid():
        context = {
            "milestone": outline.milestone(item),
            "due": _due(request, item),
            "form": form,
            "today": request.user.today(),
            "oob": bool(request.htmx),
        }
        template = "roadmap/updates/milestone.html" if request.htmx else "roadmap/milestone.html"
        return TemplateResponse(request, template, context, status=422)
    data = form.cleaned_data
    # A reopening button sends no note; what was written before stays.
    note = data["note"] if "note" in request.POST else (was.note if was else "")
    MilestoneProgress.objects.put(request.user, item.id, done_on=data["done_on"], note=note)
    if not request.htmx:
        return HttpResponseRedirect((origin_path(request) or _home(item)) + f"#milestone-{slug}", status=303)
    context = {
        "milestone": replace(outline.milestone(item), done_on=data["done_on"], note=note),
        "due": _due(request, item),
        "today": request.user.today(),
        "said": f"{item.title}: reached." if data["done_on"] else f"{item.title} is open again.",
        "celebrate": bool(data["done_on"]) and not (was and was.done_on),
        "oob": True,
    }
    return TemplateResponse(request, "roadmap/updates/milestone.html", context)


def _home(item: MilestoneItem) -> str:
    """Return the page that shows the milestone."""
    return reverse("roadmap:phase", args=[item.phase_slug]) if item.phase_slug else reverse("roadmap:sprint")


def _due(request: LearnerRequest, item: MilestoneItem) -> str:
    """Return the date of a milestone of the sprint in the learner's run, in words, or nothing."""
    if not item.sprint_day:
        return ""
    run = run_view(own_sprint(request.user.pk), request.user.today())
    return run.due(item.sprint_day) if run else ""
