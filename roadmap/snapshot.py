"""The frozen items of a catalogue snapshot. They hold what pages show and no query can start in them."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class TopicItem:
    id: int
    slug: str
    title: str


@dataclass(frozen=True, slots=True, eq=False)
class SpecializationItem:
    id: int
    slug: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True, eq=False)
class ResourceItem:
    id: int
    slug: str
    title: str
    author: str
    url: str
    kind: str
    kind_label: str
    access: str
    access_label: str
    status: str
    status_label: str
    level: str
    level_label: str
    phase: str
    topics: tuple[TopicItem, ...]
    why: str
    note: str
    hours: int | None
    pages: int | None
    checked_on: datetime.date
    fallback: tuple[str, str, str] | None
    retired: bool

    @property
    def length(self) -> str:
        """Return “60 h”, “320 pages” or nothing where it is not known."""
        if self.hours:
            return f"{self.hours} h"
        return f"{self.pages} pages" if self.pages else ""

    @property
    def instead(self) -> tuple[str, str, str] | None:
        """Return slug, title and address of a free one, where this is not free or no longer fine."""
        return self.fallback if self.access != "free" or self.status != "ok" else None


@dataclass(frozen=True, slots=True, eq=False)
class SkillItem:
    """A skill; `place` is its rank on the whole trail, from 0. Ids of 0 mean none.

    `is_step`: it is shown below the larger skill of its module that it is part of.
    """

    id: int
    slug: str
    title: str
    kind: str
    kind_label: str
    done_when: str
    summary: str
    hours_low: int
    hours_high: int
    target: int
    unit: str
    module_id: int
    module_slug: str
    module_title: str
    phase_slug: str
    phase_title: str
    place: int
    comes_after: tuple[int, ...]
    opens: tuple[int, ...]
    part_of: int
    parts: tuple[int, ...]
    is_step: bool
    specialization_id: int
    for_everyone: bool
    from_guide: bool
    resources: tuple[ResourceItem, ...]
    retired: bool
    hours: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hours", (self.hours_low + self.hours_high) / 2)

    @property
    def icon(self) -> str:
        return {"theory": "book-open", "practice": "repeat", "build": "hammer"}[self.kind]


@dataclass(frozen=True, slots=True, eq=False)
class ModuleItem:
    """`rows`: places in `skills` in the order of the rows.

    Each skill stands right above its steps, where the first step stands: they are the way to it.
    """

    id: int
    slug: str
    title: str
    summary: str
    pace: str
    phase_id: int
    phase_slug: str
    specialization_id: int
    one_is_enough: bool
    skills: tuple[SkillItem, ...]
    rows: tuple[int, ...] = field(init=False)
    skill_ids: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        groups: dict[int, list[int]] = {}
        for place, skill in enumerate(self.skills):
            group = groups.setdefault(skill.part_of if skill.is_step else skill.id, [])
            group.insert(len(group) if skill.is_step else 0, place)
        rows = [place for group in groups.values() for place in group]
        object.__setattr__(self, "rows", tuple(rows))
        object.__setattr__(self, "skill_ids", tuple(skill.id for skill in self.skills))


@dataclass(frozen=True, slots=True, eq=False)
class MilestoneItem:
    """A milestone of a phase (`phase_id`) or of a day of the sprint (`sprint_day`)."""

    id: int
    slug: str
    title: str
    done_when: str
    phase_id: int
    phase_slug: str
    sprint_day: int
    skills: tuple[SkillItem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PhaseItem:
    id: int
    slug: str
    number: int
    title: str
    short_title: str
    month_start: int
    month_end: int
    summary: str
    ends_with: str
    modules: tuple[ModuleItem, ...]
    milestones: tuple[MilestoneItem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RequirementItem:
    id: int
    slug: str
    title: str
    skill: SkillItem | None


@dataclass(frozen=True, slots=True, eq=False)
class IdeaItem:
    """What a build could be about: of a project or of a skill; an id of 0 means none."""

    slug: str
    title: str
    note: str
    project_id: int
    skill_id: int
    data_title: str
    data_url: str
    data_license: str
    checked_on: datetime.date
    from_guide: bool


@dataclass(frozen=True, slots=True, eq=False)
class ProjectItem:
    id: int
    slug: str
    number: int
    title: str
    example: str
    example_note: str
    brief: str
    module: ModuleItem
    requirements: tuple[RequirementItem, ...]
    resources: tuple[ResourceItem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WeekItem:
    number: int
    title: str
    summary: str
    skills: tuple[SkillItem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimItem:
    slug: str
    says: str
    now: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class QuestionItem:
    """A question of the bank; its texts are Markdown with TeX (`roadmap.review.texts`)."""

    id: int
    slug: str
    skill_id: int
    prompt: str
    answer: str
    slip: str
    resource: ResourceItem | None
    from_scratch: bool
    retired: bool
