"""A build: its page, where it stands, what its README has, and its end."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import LearnerRequest
from roadmap.build_forms import FactsForm, LineForm, MilestoneForm, ReadmeForm, StatusForm
from roadmap.builds.page import build_screen, project_of, title_of
from roadmap.builds.shipping import POINTS, asks_of
from roadmap.models import Build, MilestoneProgress
from roadmap.models.build_contents import contents_of
from roadmap.outline import outline_for
from roadmap.proof.build_skills import build_skills
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.build_page import build_context, changed, home, own_build, refused_beside, too_late
from roadmap.views.page import page
from roadmap.views.project_page import facts_of
from roadmap.views.refused import refused
from roadmap.words import counted

KIND = "build"
MOVED = ("status", "rows", "shows")
SAID = {"idea": "an idea", "building": "under way", "shipped": "shipped", "dropped": "dropped"}


@require_safe
def builds(request: LearnerRequest) -> HttpResponse:
    """Lead to the builds, which stand beside the four projects."""
    return HttpResponseRedirect(reverse("roadmap:projects") + "#own", status=302)


@require_safe
def build(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Show a build of the learner's own; one of a project has the project's page."""
    outline = outline_for(request.user.pk)
    made = own_build(request, key)
    if project_of(outline.catalogue, made):
        return HttpResponseRedirect(home(outline.catalogue, made))
    hanging, today = contents_of(made.pk), request.user.today()
    own = [value for name, value in made.__dict__.items() if name != "_state"]
    return page(
        request,
        "roadmap/builds/build.html",
        f"{outline.marks.fingerprint} {own} {hanging.fingerprint}",
        lambda: {
            "section": "projects",
            **build_screen(outline, made, hanging, today),
            "line_form": LineForm(today=today),
            "facts_form": FactsForm(initial=facts_of(made)),
            "proof": build_skills(made, outline),
        },
    )


@require_POST
def build_status(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Put the build into the wanted status, whatever it was in; say what is missing, refuse nothing."""
    made = own_build(request, key)
    form = StatusForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    was = made.state
    made.become(form.cleaned_data["status"], request.user.today())
    undo = ""
    if made.state != was:
        undo = row_token(request.user.pk, KIND, [RowChange(made.key.hex, was, made.state)])
    said = f"{title_of(outline_for(request.user.pk).catalogue, made)} is {SAID[made.status]}."
    missing = sum(not ask.met for ask in asks_of(made))
    if made.status == Build.Status.SHIPPED and missing:
        words = counted(missing, "thing").capitalize()
        said += f" {words} of the guide’s list {'is' if missing == 1 else 'are'} open."
    return changed(request, made, said, *MOVED, undo=undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo a status."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return too_late(request, "This can no longer be undone. Set the status you want by hand.")
    made = own_build(request, uuid.UUID(change.id))
    done = made.put_back(change.was or {}, change.became or {})
    said = "Undone: the build stands where it stood."
    if not done:
        said = "This build changed again since, so it stays."
    return changed(request, made, said, *MOVED)


@require_POST
def build_facts(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Save links and the number."""
    made = own_build(request, key)
    form = FactsForm(request.POST)
    if not form.is_valid():
        return refused_beside(request, made, "roadmap/builds/_facts.html", facts_form=form)
    for name, value in form.cleaned_data.items():
        setattr(made, name, value)
    made.save(update_fields=list(form.cleaned_data))
    return changed(request, made, "Saved.", "facts", "status", "shows")


@require_POST
def build_readme(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Tick one of the five points of a README."""
    made = own_build(request, key)
    form = ReadmeForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    point, done = form.cleaned_data["point"], form.cleaned_data["state"] == "done"
    made.mark_readme(point, done=done)
    has = len(made.readme_points)
    return changed(request, made, f"README: {has} of {counted(len(POINTS), 'point')}.", "points", "status")


@require_POST
def build_milestone(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Let a milestone name the build as what shows it, or no more."""
    made = own_build(request, key)
    form = MilestoneForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    catalogue = outline_for(request.user.pk).catalogue
    item = catalogue.milestone_by_slug.get(form.cleaned_data["milestone"])
    if item is None:
        form.add_error("milestone", "There is no such milestone. Choose one from the list.")
        return refused(request, form)
    if form.cleaned_data["state"] == "named":
        MilestoneProgress.objects.name_build(made, item.id)
        said = f"{item.title} now names this build."
    else:
        MilestoneProgress.objects.filter(build=made, milestone_id=item.id).update(build=None)
        said = f"{item.title} names this build no more."
    return changed(request, made, said, "milestones")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def build_delete(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Ask, then delete the build with what hangs on it. One that is gone already stays so."""
    outline = outline_for(request.user.pk)
    if request.method == "POST":
        made = request.user.builds.filter(key=key).first()
        if made is None:
            if Build.objects.filter(key=key).exists():
                raise Http404("There is no such build.")
            messages.success(request, "This build is gone already.")
        else:
            title = title_of(outline.catalogue, made)
            made.delete()
            messages.success(request, f"Deleted: {title}.")
        return HttpResponseRedirect(reverse("roadmap:projects"), status=303)
    made = own_build(request, key)
    context = build_context(request, outline, made) | {"home": home(outline.catalogue, made)}
    return TemplateResponse(request, "roadmap/builds/delete.html", context)
