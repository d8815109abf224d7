"""The roadmap as one learner sees it: the catalogue's snapshot joined with their marks."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from types import MappingProxyType
from typing import NamedTuple

from accounts.models import User
from roadmap.catalogue import Catalogue, at_version
from roadmap.models.marks import OPEN, Marks, NamedBuild, SkillMark, marks_of
from roadmap.recent import Recent
from roadmap.snapshot import MilestoneItem, ModuleItem, PhaseItem, SkillItem, SpecializationItem
from roadmap.tally import Tally, count, total


class Line(NamedTuple):
    """A skill with its state for this learner.

    `covered`: another skill of its module stands for it, as one is enough: it leaves the total while
    it is open, and counts as skipped once the other is done.
    `counts`: is part of this learner's total (skipped ones are, until the tally drops them).
    `shown`: a link or a shipped build proves it.
    """

    skill: SkillItem
    state: str
    done_on: datetime.date | None
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody calls on a line
    covered: bool
    counts: bool
    shown: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do here."""
        return self.state in ("done", "skipped")

    @property
    def claimed(self) -> bool:
        """Whether it is done and nothing shows it."""
        return self.state == "done" and not self.shown

    @property
    def look(self) -> str:
        """Return the state as it is drawn: "claimed" for what is done and not shown."""
        return "claimed" if self.claimed else self.state

    @property
    def filled(self) -> float:
        return self.count / self.skill.target if self.skill.target else 0.0


class ModuleFigures(NamedTuple):
    """What is said of a module beside its rows."""

    module: ModuleItem
    tally: Tally
    starts_at: float
    chosen: bool
    under_way: Line | None


@dataclass(frozen=True, eq=False)
class ModuleView:
    """`starts_at`: the hour of this learner's trail at which the module begins.

    Equal only to itself, so that what was made of it can be kept.
    """

    module: ModuleItem
    lines: tuple[Line, ...]
    tally: Tally
    starts_at: float
    chosen: bool

    def moved(self, starts_at: float) -> "ModuleView":
        """Return the same with another start."""
        return ModuleView(self.module, self.lines, self.tally, starts_at, self.chosen)

    @cached_property
    def figures(self) -> ModuleFigures:
        under_way = next((line for line in self.lines if line.state == "learning" and line.counts), None)
        return ModuleFigures(self.module, self.tally, self.starts_at, self.chosen, under_way)


@dataclass(frozen=True)
class MilestoneView:
    milestone: MilestoneItem
    done_on: datetime.date | None
    note: str
    shown_by: NamedBuild | None = None


@dataclass(frozen=True)
class PhaseView:
    phase: PhaseItem
    modules: tuple[ModuleView, ...]
    milestones: tuple[MilestoneView, ...]
    tally: Tally

    @property
    def forks(self) -> bool:
        """Whether the choice of specializations is made here."""
        return any(view.module.specialization_id for view in self.modules)

    @property
    def state(self) -> str:
        if self.tally.complete:
            return "done"
        return "learning" if self.tally.started else "open"


class Outline:
    """The whole roadmap for one learner, each part worked out once, when first asked for."""

    def __init__(
        self,
        catalogue: Catalogue,
        marks: Marks,
        known: Mapping[int, ModuleView] = MappingProxyType({}),
        sums: Mapping[tuple[ModuleView, ...], Tally] = MappingProxyType({}),
    ) -> None:
        """`known`: modules, by id, that were worked out from the same marks already; `sums`: of some."""
        self.catalogue = catalogue
        self.marks = marks
        self._known = known
        self._sums = sums

    @cached_property
    def lines(self) -> dict[int, Line]:
        """Every skill on the roadmap, by id, in the order of the trail."""
        return {
            line.skill.id: line for phase in self.phases for module in phase.modules for line in module.lines
        }

    @cached_property
    def phases(self) -> tuple[PhaseView, ...]:
        starts_at, views = 0.0, []
        for phase in self.catalogue.phases:
            found = []
            for module in phase.modules:
                view = self._known.get(module.id) or self._module(module, starts_at)
                found.append(view if view.starts_at == starts_at else view.moved(starts_at))
                starts_at += view.tally.hours_total
            modules = tuple(found)
            tally = self._sums.get(modules) or total(view.tally for view in modules)
            views.append(PhaseView(phase, modules, self._milestones(phase.milestones), tally))
        return tuple(views)

    @cached_property
    def tally(self) -> Tally:
        return total(phase.tally for phase in self.phases)

    @cached_property
    def sprint_milestones(self) -> tuple[MilestoneView, ...]:
        return self._milestones(m for m in self.catalogue.milestones if m.sprint_day)

    @property
    def ahead(self) -> tuple[Line, ...]:
        """What is left to do of the learner's total, in the order of the trail."""
        return tuple(line for line in self.lines.values() if line.counts and not line.settled)

    @property
    def hours_shown(self) -> bool:
        """Whether pages say hours and dates that lie ahead: not with forecasts switched off."""
        return self.marks.terms.forecast_shown

    @property
    def chosen(self) -> tuple[SpecializationItem, ...]:
        return tuple(s for s in self.catalogue.specializations if s.id in self.marks.specializations)

    @cached_property
    def off_roadmap(self) -> tuple[Line, ...]:
        """Retired skills that this learner had begun, kept in sight."""
        skills = self.catalogue.skills
        return tuple(
            Line(skills[pk], mark.state, mark.done_on, mark.count, False, False, pk in self.marks.shown)
            for pk, mark in self.marks.skills.items()
            if pk in skills and skills[pk].retired and mark.state != "open"
        )

    def begun(self, user: User, today: datetime.date) -> datetime.date:
        """Return the day on which `user`, whose outline it is, began; without a plan, that of signing up.

        Never after `today`: a clock set back makes no week vanish.
        """
        return min(self.marks.started_on or user.today(user.date_joined), today)

    def phase(self, slug: str) -> PhaseView | None:
        return next((view for view in self.phases if view.phase.slug == slug), None)

    def module(self, slug: str) -> ModuleView | None:
        return next(
            (view for phase in self.phases for view in phase.modules if view.module.slug == slug), None
        )

    def line(self, skill: SkillItem) -> Line:
        """Return the line of `skill`, also when it has left the roadmap."""
        if found := self.lines.get(skill.id):
            return found
        mark = self.marks.skill(skill.id)
        shown = skill.id in self.marks.shown
        return Line(skill, mark.state, mark.done_on, mark.count, False, False, shown)

    def with_skills(self, changed: Mapping[int, SkillMark]) -> "Outline":
        """Return the outline that these marks make once `changed` is written."""
        touched = {self.catalogue.skills[pk].module_id for pk in changed}
        views = (view for phase in self.phases for view in phase.modules)
        known = {view.module.id: view for view in views if view.module.id not in touched}
        return Outline(self.catalogue, self.marks.with_skills(changed), known, self.sums)

    @property
    def sums(self) -> dict[tuple[ModuleView, ...], Tally]:
        """Return what the modules of each phase add up to."""
        return {view.modules: view.tally for view in self.phases}

    def unchanged(self, marks: Marks) -> dict[int, ModuleView]:
        """Return the modules, by id, that look the same to a learner who has `marks` now."""
        if marks.specializations != self.marks.specializations:
            return {}
        now, then = marks.skills.get, self.marks.skills.get
        moved = marks.shown ^ self.marks.shown
        return {
            view.module.id: view
            for phase in self.phases
            for view in phase.modules
            if all(map(eq, map(now, view.module.skill_ids), map(then, view.module.skill_ids)))
            and moved.isdisjoint(view.module.skill_ids)
        }

    def _module(self, module: ModuleItem, starts_at: float) -> ModuleView:
        marks, proved = self.marks.skills, self.marks.shown
        chosen = not module.specialization_id or module.specialization_id in self.marks.specializations
        standing = self._standing(module) if module.one_is_enough else None
        finished = standing is not None and marks.get(standing, OPEN).state == "done"
        lines, items = [], []
        for skill in module.skills:
            state, done_on, number, _ = marks.get(skill.id, OPEN)
            covered = standing is not None and state == "open" and skill.id != standing
            counts = (chosen or skill.for_everyone) and (finished or not covered)
            if covered and finished:
                state = "skipped"
            shown = skill.id in proved
            lines.append(Line(skill, state, done_on, number, covered, counts, shown))
            if counts:
                items.append((state, skill.hours, number / skill.target if skill.target else 0.0, shown))
        return ModuleView(module, tuple(lines), count(items), starts_at, chosen)

    def _standing(self, module: ModuleItem) -> int | None:
        """Return the skill that stands for the open ones of `module`: done, under way, or else the first."""
        states = {skill.id: self.marks.skill(skill.id).state for skill in module.skills}
        ranked = (
            pk for wanted in ("done", "learning", "open") for pk, state in states.items() if state == wanted
        )
        return next(ranked, None)

    def _milestones(self, milestones: Iterable[MilestoneItem]) -> tuple[MilestoneView, ...]:
        marks = self.marks.milestones
        return tuple(
            MilestoneView(m, marks[m.id].done_on, marks[m.id].note, self._titled(marks[m.id].build))
            if m.id in marks
            else MilestoneView(m, None, "")
            for m in milestones
        )

    def milestone(self, item: MilestoneItem) -> MilestoneView:
        """Return the view of one milestone."""
        return self._milestones([item])[0]

    def _titled(self, build: NamedBuild | None) -> NamedBuild | None:
        """Return `build` with the title of its project, when it is of one."""
        if build is None or build.title:
            return build
        titles = (p.title for p in self.catalogue.projects if p.id == build.project_id)
        return build._replace(title=next(titles, "A project that left the roadmap"))


# Most requests change one module or none.
_recent = Recent[Outline](200)


def outline_for(user_id: int | None) -> Outline:
    """Read one learner's roadmap (None: a visitor's, all open) in one statement."""
    marks = marks_of(user_id)
    catalogue = at_version(marks.version)
    learner = user_id or 0
    last = _recent.last(learner)

    def make() -> Outline:
        if last is None or last.catalogue is not catalogue:
            return Outline(catalogue, marks)
        return Outline(catalogue, marks, last.unchanged(marks), last.sums)

    return _recent.get(learner, (catalogue, marks.fingerprint), make)
