"""What to do now: the next skill, why, and two more."""

from dataclasses import dataclass
from itertools import count, islice

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
    lines = list(outline.lines.values())
    start = _latest(outline, [line for line in lines if line.skill.id in outline.marks.skills])
    first = next((place for place, line in enumerate(lines) if line is start), 0)
    ready = (
        line
        for line in lines[first:] + lines[:first]
        if line.counts and not line.settled and not _waits_for(outline, line)
    )
    last_done = _latest(outline, [line for line in lines if line.state == "done"])
    return NextStep(tuple(_step(outline, line) for line in islice(ready, how_many)), last_done)


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
    module = outline.module(skill.module_slug)
    if module and all(line.settled or line.skill is skill for line in module.lines if line.counts):
        return skill.module_title
    whole = lines.get(skill.part_of)
    if whole and all(lines[pk].settled or pk == skill.id for pk in whole.skill.parts if pk in lines):
        return whole.skill.title
    return ""


def _latest(outline: Outline, lines: list[Line]) -> Line | None:
    """Return the line changed last; of several changed at once, the one farthest on."""
    marks = outline.marks.skills
    moments = [marks[line.skill.id].changed_at or "" for line in lines]
    return lines[max(zip(moments, count(), strict=False))[1]] if lines else None
