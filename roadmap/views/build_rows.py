"""What hangs on a build: requirements with their proof, and the lines of the ship log."""

import datetime
import uuid

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.build_forms import LineForm, ProofForm
from roadmap.models import Build, BuildLine, OwnRequirement, RequirementProof
from roadmap.outline import outline_for
from roadmap.project_forms import RequirementForm
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.build_page import changed, own_build, refused_beside, too_late
from roadmap.views.refused import refused

KIND = "ship-log"


@require_POST
def own_requirement(request: LearnerRequest, key: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """Tick a requirement of the learner's own, or open it again."""
    build = own_build(request, key)
    form = RequirementForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    done = form.cleaned_data["state"] == "done"
    if not OwnRequirement.objects.mark(build, pk, request.user.today() if done else None):
        raise Http404("This build has no such requirement.")
    rows = build.own_requirements.values_list("done_on", flat=True)
    met = sum(day is not None for day in rows)
    said = f"Requirement {'met' if done else 'open again'}: {met} of {len(rows)}."
    return changed(request, build, said, "rows")


@require_POST
def own_proof(request: LearnerRequest, key: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """Save what proves a requirement of the learner's own."""
    build = own_build(request, key)
    if not build.own_requirements.filter(pk=pk).exists():
        raise Http404("This build has no such requirement.")
    form = ProofForm(request.POST)
    if not form.is_valid():
        return refused_beside(
            request, build, "roadmap/builds/_own_requirements.html", proof_form=form, proof_for=pk
        )
    build.own_requirements.filter(pk=pk).update(**form.cleaned_data)
    return changed(request, build, _proved(form), "rows")


@require_POST
def requirement_proof(request: LearnerRequest, slug: str, requirement: str) -> HttpResponse:
    """Save what proves a requirement of a project; the first proof begins the build."""
    outline = outline_for(request.user.pk)
    item = outline.catalogue.project(slug)
    wanted = next((r for r in item.requirements if r.slug == requirement), None) if item else None
    if item is None or wanted is None:
        raise Http404("There is no such requirement.")
    build = Build.objects.start(request.user, item.id, request.user.today())
    form = ProofForm(request.POST)
    if not form.is_valid():
        return refused_beside(
            request, build, "roadmap/builds/_project_requirements.html", proof_form=form, proof_for=wanted.id
        )
    RequirementProof.objects.put(build, wanted.id, **form.cleaned_data)
    return changed(request, build, _proved(form), "rows")


@require_POST
def line_add(request: LearnerRequest, key: uuid.UUID) -> HttpResponse:
    """Add a line to the ship log; the same form sent twice adds one."""
    build = own_build(request, key)
    form = LineForm(request.POST, today=request.user.today())
    if form.is_valid() and build.lines.count() >= BuildLine.MOST:
        form.add_error("text", f"This log has {BuildLine.MOST} lines. Delete some before you add another.")
    if not form.is_valid():
        return refused_beside(request, build, "roadmap/builds/_line_form.html", line_form=form)
    data = form.cleaned_data
    line = BuildLine(id=data["line"] or uuid.uuid4(), build=build, day=data["day"], text=data["text"])
    BuildLine.objects.bulk_create([line], ignore_conflicts=True)
    return changed(request, build, "Added to the ship log.", "line", "lines")


@require_POST
def line_delete(request: LearnerRequest, key: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """Delete a line of the ship log; one that is gone already stays so."""
    build = own_build(request, key)
    line = build.lines.filter(pk=pk).first()
    if line is None or not build.lines.filter(pk=pk).delete()[0]:
        return changed(request, build, "This line is gone already.", "lines")
    was = line.fields | {"build": build.key.hex}
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, None)])
    return changed(request, build, "Line deleted.", "lines", undo=undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo the deletion of a line."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return too_late(request, "This can no longer be undone. Add the line again by hand.")
    was = change.was or {}
    build = own_build(request, uuid.UUID(was["build"]))
    line = BuildLine(
        id=uuid.UUID(change.id),
        build=build,
        day=datetime.date.fromisoformat(was["day"]),
        text=was["text"],
        made_at=datetime.datetime.fromisoformat(was["made_at"]),
    )
    BuildLine.objects.bulk_create([line], ignore_conflicts=True)
    return changed(request, build, "Undone: the line is back.", "lines")


def _proved(form: ProofForm) -> str:
    return "Proof saved." if any(form.cleaned_data.values()) else "Proof taken away."
