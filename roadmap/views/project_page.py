"""A portfolio project's page, which several addresses answer with."""

import datetime
from collections.abc import Mapping
from typing import Any

from accounts.models import User
from roadmap.build_forms import FactsForm, LineForm
from roadmap.builds.page import build_screen
from roadmap.forms import NoteForm
from roadmap.log_menu import project_log
from roadmap.models import Note
from roadmap.models.build_contents import NOTHING, BuildContents, contents_of
from roadmap.models.learner_builds import BuildMark
from roadmap.outline import Outline
from roadmap.portfolio import project_screen
from roadmap.project_forms import ShipByForm
from roadmap.proof.build_skills import BuildSkills, build_skills
from roadmap.snapshot import ProjectItem


def contents(builds: Mapping[int, BuildMark], item: ProjectItem) -> BuildContents:
    """Read what hangs on the learner's build of a project; before it is begun, nothing."""
    mark = builds.get(item.id)
    return contents_of(mark.begun.pk) if mark and mark.begun else NOTHING


def project_context(
    outline: Outline,
    builds: Mapping[int, BuildMark],
    item: ProjectItem,
    hanging: BuildContents,
    today: datetime.date,
) -> dict[str, Any]:
    """Return what the page shows but for the notes, with empty forms."""
    mark = builds.get(item.id)
    build = mark.begun if mark else None
    return {
        "section": "projects",
        **project_screen(outline, builds, item, hanging.proofs, today),
        **project_log(item, today),
        "ideas": outline.catalogue.ideas_for(project=item.id),
        "ship_form": ShipByForm(initial={"ship_by": mark.ship_by if mark else None}, today=today),
        **(build_screen(outline, build, hanging, today) if build else {}),
        "line_form": LineForm(today=today),
        "facts_form": FactsForm(initial=facts_of(build)) if build else None,
    }


def facts_of(build: Any) -> dict[str, Any]:
    """Return what the small form about links and the number begins with."""
    values = {name: getattr(build, name) for name in FactsForm.base_fields}
    for name in ("metric_baseline", "metric_mine"):
        values[name] = "" if values[name] is None else f"{values[name]:.10g}"
    return values


def besides(
    user: User, outline: Outline, builds: Mapping[int, BuildMark], item: ProjectItem
) -> dict[str, Any]:
    """Read what only the whole page shows: the note, and the skills that the build shows."""
    note = Note.objects.of(user, project_id=item.id)
    return {
        "note": note,
        "note_form": NoteForm({"text": note.text} if note else None),
        **skills_shown(outline, builds, item),
    }


def skills_shown(
    outline: Outline, builds: Mapping[int, BuildMark], item: ProjectItem
) -> dict[str, BuildSkills | None]:
    """Read the skills that the build shows, and those it could."""
    mark = builds.get(item.id)
    return {"proof": build_skills(mark.begun, outline) if mark and mark.begun else None}
