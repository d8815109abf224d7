"""The catalogue as one immutable snapshot per process, read from the database when its version moves.

Pages join it with a small query for the learner's own rows (`roadmap.models.marks`).
"""

import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

from django.db import connection, transaction

from roadmap import catalogue_rows
from roadmap.models import Claim, Phase, Specialization, SprintWeek, Topic
from roadmap.snapshot import (
    ClaimItem,
    IdeaItem,
    MilestoneItem,
    ModuleItem,
    PhaseItem,
    ProjectItem,
    QuestionItem,
    ResourceItem,
    SkillItem,
    SpecializationItem,
    TopicItem,
    WeekItem,
)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything that is on the roadmap, in order; retired items are reachable by id and slug only.

    `questions_of`: those of a skill (id) that are asked; `asked`: all of them, in the order of the trail.
    """

    version: int
    phases: tuple[PhaseItem, ...]
    skills: Mapping[int, SkillItem]
    skill_by_slug: Mapping[str, SkillItem]
    specializations: tuple[SpecializationItem, ...]
    resources: tuple[ResourceItem, ...]
    resource_by_slug: Mapping[str, ResourceItem]
    topics: tuple[TopicItem, ...]
    projects: tuple[ProjectItem, ...]
    milestones: tuple[MilestoneItem, ...]
    milestone_by_slug: Mapping[str, MilestoneItem]
    weeks: tuple[WeekItem, ...]
    claims: tuple[ClaimItem, ...]
    ideas: tuple[IdeaItem, ...]
    resource_by_id: Mapping[int, ResourceItem]
    questions: Mapping[int, QuestionItem]
    question_by_slug: Mapping[str, QuestionItem]
    questions_of: Mapping[int, tuple[QuestionItem, ...]]
    asked: tuple[QuestionItem, ...]
    kept: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def phase(self, slug: str) -> PhaseItem | None:
        return next((phase for phase in self.phases if phase.slug == slug), None)

    def module(self, slug: str) -> ModuleItem | None:
        return next(
            (module for phase in self.phases for module in phase.modules if module.slug == slug), None
        )

    def project(self, slug: str) -> ProjectItem | None:
        return next((project for project in self.projects if project.slug == slug), None)

    def idea(self, slug: str) -> IdeaItem | None:
        return next((idea for idea in self.ideas if idea.slug == slug), None)

    def ideas_for(self, *, project: int = 0, skill: int = 0) -> tuple[IdeaItem, ...]:
        """Return the ideas for a project or a skill, by id."""
        wanted = (project, skill)
        return tuple(idea for idea in self.ideas if (idea.project_id, idea.skill_id) == wanted)


_current: Catalogue | None = None
_building = threading.Lock()


def at_version(version: int) -> Catalogue:
    """Return the snapshot that is at least as new as `version`, building it when needed.

    `version` must have been read before the call: what is built then can only be newer than its
    label, and the next request that reads the newer number builds again.
    """
    global _current
    if _current is None or _current.version != version:
        with _building:
            if _current is None or _current.version != version:
                _current = _build(version)
    return _current


@contextmanager
def _one_moment() -> Iterator[None]:
    """Let all reads within see the same moment: a load in between would mix old rows with new.

    SQLite gets no transaction here, because ours take the write lock at once; there a mixed read
    fails one request, and the next builds again.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@_one_moment()
def _build(version: int) -> Catalogue:
    topics = {t.pk: TopicItem(t.pk, t.slug, t.title) for t in Topic.objects.filter(retired=False)}
    resources = catalogue_rows.resources(topics)
    skills = catalogue_rows.skills(resources)
    modules = catalogue_rows.modules(skills)
    milestones = catalogue_rows.milestones(skills)
    phases = tuple(
        PhaseItem(
            id=phase.pk,
            slug=phase.slug,
            number=number,
            title=phase.title,
            short_title=phase.short_title,
            month_start=phase.month_start,
            month_end=phase.month_end,
            summary=phase.summary,
            ends_with=phase.ends_with,
            modules=tuple(module for module in modules.values() if module.phase_id == phase.pk),
            milestones=tuple(m for m in milestones if m.phase_id == phase.pk),
        )
        for number, phase in enumerate(Phase.objects.filter(retired=False), 1)
    )
    questions = catalogue_rows.questions(resources)
    asked: dict[int, list[QuestionItem]] = defaultdict(list)
    for question in questions.values():
        if not question.retired:
            asked[question.skill_id].append(question)
    resource_items = tuple(r for r in resources.values() if not r.retired)
    return Catalogue(
        version=version,
        phases=phases,
        skills=MappingProxyType(skills),
        skill_by_slug=MappingProxyType({skill.slug: skill for skill in skills.values()}),
        specializations=tuple(
            SpecializationItem(s.pk, s.slug, s.title, s.summary)
            for s in Specialization.objects.filter(retired=False)
        ),
        resources=resource_items,
        resource_by_slug=MappingProxyType({r.slug: r for r in resources.values()}),
        topics=tuple(topics.values()),
        projects=catalogue_rows.projects(modules, skills, resources),
        milestones=milestones,
        milestone_by_slug=MappingProxyType({m.slug: m for m in milestones}),
        weeks=tuple(
            WeekItem(
                number=week.position,
                title=week.title,
                summary=week.summary,
                skills=tuple(sorted((skills[s.pk] for s in week.skills.all()), key=lambda s: s.place)),
            )
            for week in SprintWeek.objects.filter(retired=False).prefetch_related("skills")
        ),
        claims=tuple(
            ClaimItem(c.slug, c.title, c.now, c.get_kind_display())
            for c in Claim.objects.filter(retired=False)
        ),
        ideas=catalogue_rows.ideas(),
        resource_by_id=MappingProxyType(resources),
        questions=MappingProxyType(questions),
        question_by_slug=MappingProxyType({q.slug: q for q in questions.values()}),
        questions_of=MappingProxyType({pk: tuple(found) for pk, found in asked.items()}),
        asked=tuple(question for pk in skills for question in asked.get(pk, ())),
    )
