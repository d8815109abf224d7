"""What the funnel counts: every application of a learner with its moves, in three statements."""

from collections.abc import Mapping

from accounts.models import User
from career.funnel import Trace
from career.models import Application, Stage, StageChange


def traces_of(user: User) -> list[Trace]:
    """Return archived ones too; own stages as the standard ones that they stand for."""
    means = meanings(user)
    moves: dict[object, list[tuple[str, object]]] = {}
    rows = StageChange.objects.filter(application__user=user, application__deleted_at=None).order_by("pk")
    for application, stage, day in rows.values_list("application_id", "stage", "on"):
        moves.setdefault(application, []).append((means.get(stage, stage), day))
    found = Application.objects.filter(user=user).order_by("made_at", "pk")
    return [
        Trace(source, tier, resume, tuple(moves.get(pk, ())))  # type: ignore[arg-type]
        for pk, source, tier, resume in found.values_list("pk", "source", "tier", "resume_id")
    ]


def meanings(user: User) -> Mapping[str, str]:
    """Return the standard stage of each of the learner's stages, by key."""
    return {stage.key: stage.means for stage in Stage.objects.of(user)}
