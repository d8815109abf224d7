"""Undo of ticks."""

from django.db import transaction
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.models import SkillProgress
from roadmap.models.marks import SkillMark
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
    with transaction.atomic():
        rows = SkillProgress.objects.select_for_update().filter(user=request.user, skill__in=[w.skill_id for w in asked])
        states = dict(rows.values_list("skill_id", "state"))
        marks = {
            was.skill_id: SkillMark(was.state, was.done_on, was.count, None)
            for was in asked
            if states.get(was.skill_id) == was.became
        }
        SkillProgress.objects.put_all(request.user.pk, [(pk, *mark[:3]) for pk, mark in marks.items()])
    if len(marks) == 1:
        said = f"Undone: {outline.catalogue.skills[next(iter(marks))].title} is as it was."
    else:
        said = f"Undone: {len(marks)} skills are as they were." if marks else "There was nothing left to undo."
    return progress_changed(request, outline, outline.with_skills(marks), said)
