"""The builds of a data analysis, on the page of its skill."""

import uuid
from typing import Any, NamedTuple

from accounts.models import User
from roadmap.builds.draft import ANALYSES
from roadmap.catalogue import Catalogue
from roadmap.models import Build
from roadmap.snapshot import SkillItem


class SkillBuild(NamedTuple):
    """A build that shows the skill, or will once it has shipped."""

    key: uuid.UUID
    name: str
    status: str

    @property
    def status_label(self) -> str:
        return Build.Status(self.status).label


def builds_with(user: User, catalogue: Catalogue, skill: SkillItem) -> tuple[SkillBuild, ...]:
    """Read the learner's builds that name `skill`, where it is one of the data analyses."""
    if skill.module_slug != ANALYSES:
        return ()
    titles = {project.id: project.title for project in catalogue.projects}
    rows = Build.objects.filter(user=user, evidence__skill_id=skill.id).order_by("-made_at")
    return tuple(
        SkillBuild(key, title or titles.get(project_id, "A project that left the roadmap"), status)
        for key, title, status, project_id in rows.values_list("key", "title", "status", "project_id")
    )


def analysis(catalogue: Catalogue, skill: SkillItem, builds: tuple[SkillBuild, ...]) -> dict[str, Any]:
    """Return what the page shows of builds; nothing for other skills."""
    if skill.module_slug != ANALYSES:
        return {}
    ideas = catalogue.ideas_for(skill=skill.id)
    return {"analysis": True, "skill_builds": builds, "skill_ideas": ideas}
