"""Reads the catalogue's tables into the frozen items of a snapshot, each table once."""

from roadmap.models import (
    Idea,
    Milestone,
    Module,
    Project,
    Question,
    Requirement,
    Resource,
    Skill,
    SkillResource,
)
from roadmap.snapshot import (
    IdeaItem,
    MilestoneItem,
    ModuleItem,
    ProjectItem,
    QuestionItem,
    RequirementItem,
    ResourceItem,
    SkillItem,
    TopicItem,
)


def resources(topics: dict[int, TopicItem]) -> dict[int, ResourceItem]:
    rows = list(Resource.objects.select_related("phase", "fallback").prefetch_related("topics"))
    return {
        row.pk: ResourceItem(
            id=row.pk,
            slug=row.slug,
            title=row.title,
            author=row.author,
            url=row.url,
            kind=row.kind,
            kind_label=row.get_kind_display(),
            access=row.access,
            access_label=row.get_access_display(),
            status=row.status,
            status_label=row.get_status_display(),
            level=row.level,
            level_label=row.get_level_display(),
            phase=row.phase.slug if row.phase else "",
            topics=tuple(topics[t.pk] for t in row.topics.all() if t.pk in topics),
            why=row.why,
            note=row.note,
            hours=row.hours,
            pages=row.pages,
            checked_on=row.checked_on,
            fallback=(row.fallback.slug, row.fallback.title, row.fallback.url) if row.fallback else None,
            retired=row.retired,
        )
        for row in rows
    }


def skills(resources: dict[int, ResourceItem]) -> dict[int, SkillItem]:
    rows = list(
        Skill.objects.select_related("module__phase").order_by("module__phase__position", "module__position")
    )
    rows.sort(key=lambda s: (s.module.phase.position, s.module.position, s.position))
    after: dict[int, list[int]] = {row.pk: [] for row in rows}
    opens: dict[int, list[int]] = {row.pk: [] for row in rows}
    for link in Skill.comes_after.through.objects.all():
        after[link.from_skill_id].append(link.to_skill_id)
        opens[link.to_skill_id].append(link.from_skill_id)
    lists: dict[int, list[ResourceItem]] = {row.pk: [] for row in rows}
    for listed in SkillResource.objects.order_by("skill", "position"):
        if not resources[listed.resource_id].retired:
            lists[listed.skill_id].append(resources[listed.resource_id])
    current = [row for row in rows if not (row.retired or row.module.retired or row.module.phase.retired)]
    on_roadmap = {row.pk for row in current}
    for_everyone = _needed_by_everyone(current, after)
    place = {row.pk: number for number, row in enumerate(current)}
    return {
        row.pk: SkillItem(
            id=row.pk,
            slug=row.slug,
            title=row.title,
            kind=row.kind,
            kind_label=row.get_kind_display(),
            done_when=row.done_when,
            summary=row.summary,
            hours_low=row.hours_low,
            hours_high=row.hours_high,
            target=row.target or 0,
            unit=row.unit,
            module_id=row.module_id,
            module_slug=row.module.slug,
            module_title=row.module.title,
            phase_slug=row.module.phase.slug,
            phase_title=row.module.phase.title,
            place=place.get(row.pk, len(rows)),
            comes_after=tuple(
                sorted((pk for pk in after[row.pk] if pk in on_roadmap), key=place.__getitem__)
            ),
            opens=tuple(sorted((pk for pk in opens[row.pk] if pk in on_roadmap), key=place.__getitem__)),
            part_of=row.part_of_id or 0,
            parts=tuple(s.pk for s in current if s.part_of_id == row.pk),
            is_step=any(whole.pk == row.part_of_id and whole.module_id == row.module_id for whole in current),
            specialization_id=row.module.specialization_id or 0,
            for_everyone=row.pk in for_everyone,
            from_guide=row.from_guide,
            resources=tuple(lists[row.pk]),
            retired=row.pk not in on_roadmap,
        )
        for row in rows
    }


def _needed_by_everyone(rows: list[Skill], after: dict[int, list[int]]) -> set[int]:
    """Return the skills outside specializations, and what those come after, wherever that stands."""
    needed: set[int] = set()
    waiting = [row.pk for row in rows if row.module.specialization_id is None]
    while waiting:
        pk = waiting.pop()
        if pk not in needed:
            needed.add(pk)
            waiting += after[pk]
    return needed


def modules(skills: dict[int, SkillItem]) -> dict[int, ModuleItem]:
    return {
        module.pk: ModuleItem(
            id=module.pk,
            slug=module.slug,
            title=module.title,
            summary=module.summary,
            pace=module.pace,
            phase_id=module.phase_id,
            phase_slug=module.phase.slug,
            specialization_id=module.specialization_id or 0,
            one_is_enough=module.one_is_enough,
            skills=tuple(s for s in skills.values() if s.module_id == module.pk and not s.retired),
        )
        for module in Module.objects.filter(retired=False, phase__retired=False)
        .select_related("phase")
        .order_by("phase__position", "position")
    }


def milestones(skills: dict[int, SkillItem]) -> tuple[MilestoneItem, ...]:
    return tuple(
        MilestoneItem(
            id=m.pk,
            slug=m.slug,
            title=m.title,
            done_when=m.done_when,
            phase_id=m.phase_id or 0,
            phase_slug=m.phase.slug if m.phase else "",
            sprint_day=m.sprint_day or 0,
            skills=tuple(skills[s.pk] for s in m.skills.all()),
        )
        for m in Milestone.objects.filter(retired=False).select_related("phase").prefetch_related("skills")
    )


def projects(
    modules: dict[int, ModuleItem], skills: dict[int, SkillItem], resources: dict[int, ResourceItem]
) -> tuple[ProjectItem, ...]:
    requirements = list(Requirement.objects.filter(retired=False))
    return tuple(
        ProjectItem(
            id=project.pk,
            slug=project.slug,
            number=number,
            title=project.title,
            example=project.example,
            example_note=project.example_note,
            brief=project.brief,
            module=modules[project.module_id],
            requirements=tuple(
                RequirementItem(r.pk, r.slug, r.title, skills[r.skill_id] if r.skill_id else None)
                for r in requirements
                if r.project_id == project.pk
            ),
            resources=tuple(resources[r.pk] for r in project.resources.all()),
        )
        for number, project in enumerate(
            Project.objects.filter(retired=False, module_id__in=modules).prefetch_related("resources"), 1
        )
    )


def ideas() -> tuple[IdeaItem, ...]:
    return tuple(
        IdeaItem(
            slug=row.slug,
            title=row.title,
            note=row.note,
            project_id=row.project_id or 0,
            skill_id=row.skill_id or 0,
            data_title=row.data_title,
            data_url=row.data_url,
            data_license=row.data_license,
            checked_on=row.checked_on,
            from_guide=row.from_guide,
        )
        for row in Idea.objects.filter(retired=False)
    )


def questions(resources: dict[int, ResourceItem]) -> dict[int, QuestionItem]:
    """Return the question bank by id, as plain columns: to make rows of it would take five times as long."""
    columns = (
        "pk",
        "slug",
        "skill_id",
        "prompt",
        "answer",
        "slip",
        "resource_id",
        "from_scratch",
        "retired",
    )
    rows = Question.objects.order_by("skill_id", "position").values_list(*columns)
    return {
        pk: QuestionItem(pk, slug, skill_id, prompt, answer, slip, resources.get(resource_id or 0), *flags)
        for pk, slug, skill_id, prompt, answer, slip, resource_id, *flags in rows
    }
