"""The list before a round: points ticked, added and taken off."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.interviews.points import preparation
from career.interviews.preparation_forms import GONE, DropForm, OwnPointForm, PointForm
from career.interviews.rounds import points_of
from career.models import Interview, PreparationPoint
from career.views.deletions import go
from career.views.interviews import round_page
from roadmap.views.origin import origin_path
from roadmap.views.refused import refused

FULL = f"A list has room for {PreparationPoint.MOST} points of your own. Take one off first."


@require_POST
def point(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Put a point into the wanted state."""
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    form = PointForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    key, done = form.cleaned_data["key"], form.cleaned_data["state"] == "done"
    if key in preparation(row.kind).keys:
        PreparationPoint.objects.put(row, key, done)
    elif not PreparationPoint.objects.put_own(row, key, done):
        form.add_error("key", GONE)
        return refused(request, form)
    points = points_of(row, row.points.all())
    ticked = next((one for one in points if one.key == key), None)
    if ticked is None:
        form.add_error("key", GONE)
        return refused(request, form)
    said = f"{ticked.text}: {'done' if done else 'open again'}."
    if not request.htmx:
        messages.success(request, said)
        return go(request, origin_path(request) or reverse("career:interview", args=[pk]))
    number = sum(one.done for one in points)
    context = {"said": said, "point": ticked, "done": number, "total": len(points), "oob": True}
    return TemplateResponse(request, "career/updates/point.html", {**context, "pk": row.pk})


@require_POST
def point_new(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a point of the learner's own."""
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    form = OwnPointForm(request.POST)
    if form.is_valid() and row.points.exclude(text="").count() >= PreparationPoint.MOST:
        form.add_error("text", FULL)
    if not form.is_valid():
        return round_page(request, pk, point_form=form)
    entry = form.cleaned_data["entry"]
    PreparationPoint.objects.add(row, f"own-{entry.hex}", form.cleaned_data["text"])
    messages.success(request, f"On the list: {form.cleaned_data['text']}.")
    return go(request, f"{reverse('career:interview', args=[pk])}#preparation")


@require_POST
def point_drop(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a point of the learner's own off the list."""
    row = get_object_or_404(Interview.objects.rounds(request.user), pk=pk)
    form = DropForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    gone = row.points.exclude(text="").filter(key=form.cleaned_data["key"]).delete()[0]
    messages.success(request, "It is off the list." if gone else "It was off the list already.")
    return go(request, f"{reverse('career:interview', args=[pk])}#preparation")
