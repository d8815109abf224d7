"""What to do now: the next skill, why, and two more."""

from dataclasses import dataclass

from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem


@dataclass(frozen=True)
class Step:
    """A skill to do, with the reasons that hold for it.

    `left_off`: it is under way. `completes`: the module, or the larger skill, that it closes.
    `opens`: what has nothing else open before it. `after`: open skills that are best done before.
    """

    line: Line
    left_off: bool
    completes: str
    opens: tuple[SkillItem, ...]
    after: tuple[SkillItem, ...]


@dataclass(frozen=True)
class NextStep:
    """`steps` holds up to three, the first being the next; `last_done` is the skill ticked last."""

    steps: tuple[Step, ...]
    last_done: Line | None

    @property
    def now(self) -> Step | None:
        return self.steps[0] if self.steps else None


def next_step(outline: Outline, how_many: int = 3) -> NextStep:
    """Return what to do next.

    The rule: begin at the skill changed last; the first skill from there on that is open or
    under way and comes after nothing open is next; at the end of the trail begin again at its
    start. Skills that a chosen roadmap leaves out are passed over.
    """
    lines = outline.lines
    trail = [line for line in lines.values() if line.counts]
    ready = [line for line in trail if not line.settled and not _waits_for(outline, line)]
    start = _latest(outline, [line for line in lines.values() if line.skill.id in outline.marks.skills])
    place = start.skill.place if start else 0
    ready.sort(key=lambda line: (line.skill.place < place, line.skill.place))
    steps = tuple(_step(outline, line) for line in ready[:how_many])
    return NextStep(steps, _last_done(outline))


def _waits_for(outline: Outline, line: Line) -> tuple[SkillItem, ...]:
    lines = outline.lines
    return tuple(
        lines[pk].skill
        for pk in line.skill.comes_after
        if pk in lines and lines[pk].counts and not lines[pk].settled
    )


def _step(outline: Outline, line: Line) -> Step:
    skill = line.skill
    lines = outline.lines
    opens = tuple(
        lines[pk].skill
        for pk in skill.opens
        if lines[pk].counts and not lines[pk].settled and _waits_for(outline, lines[pk]) == (skill,)
    )
    return Step(
        line, line.state == "learning", _completes(outline, skill), opens[:2], _waits_for(outline, line)
    )


def _completes(outline: Outline, skill: SkillItem) -> str:
    lines = outline.lines
    if all(
        other.settled or other.skill.id == skill.id for other in lines.values() if _same_module(other, skill)
    ):
        return skill.module_title
    whole = lines.get(skill.part_of)
    if whole and all(lines[pk].settled or pk == skill.id for pk in whole.skill.parts if pk in lines):
        return whole.skill.title
    return ""


def _same_module(line: Line, skill: SkillItem) -> bool:
    return line.counts and line.skill.module_id == skill.module_id


def _last_done(outline: Outline) -> Line | None:
    return _latest(outline, [line for line in outline.lines.values() if line.state == "done"])


def _latest(outline: Outline, lines: list[Line]) -> Line | None:
    """Return the line changed last; of several changed at once, the one farthest on."""
    marks = outline.marks.skills
    return max(lines, key=lambda line: (str(marks[line.skill.id].changed_at), line.skill.place), default=None)
