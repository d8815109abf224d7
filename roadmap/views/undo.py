"""Undo of ticks."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.models import SkillProgress
from roadmap.outline import outline_for
from roadmap.undo import StaleUndo, read
from roadmap.views.answer import progress_changed


@require_POST
def undo(request: LearnerRequest) -> HttpResponse:
    """Put back what a token says stood there, but for skills that have changed again since."""
    outline = outline_for(request.user.pk)
    try:
        asked = read(request.user.pk, request.POST.get("token", ""))
    except StaleUndo:
        said = "This can no longer be undone. Set the state you want by hand."
        return progress_changed(request, outline, outline, said)
    marks = SkillProgress.objects.put_back(
        request.user.pk, {was.skill_id: (was.mark, was.became) for was in asked}
    )
    if len(marks) == 1:
        said = f"Undone: {outline.catalogue.skills[next(iter(marks))].title} is as it was."
    else:
        said = (
            f"Undone: {len(marks)} skills are as they were." if marks else "There was nothing left to undo."
        )
    touched = [was.skill_id for was in asked]
    return progress_changed(request, outline, outline_for(request.user.pk), said, touched=touched)
