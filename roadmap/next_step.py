"""What to do now: the next skill, why, and two more."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem

FIRST_STEP = "1971"  # what changed earlier was known before the trail: see BEFORE_THE_TRAIL


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


@lru_cache(maxsize=50)
def next_step(outline: Outline, how_many: int = 3) -> NextStep:
    """Return what to do next; kept, as a page asks for it several times.

    The rule: begin at the skill changed last; the first skill from there on that is open or
    under way and comes after nothing open is next; at the end of the trail begin again at its
    start. Skills that a chosen roadmap leaves out are passed over.
    """
    lines = list(outline.lines.values())
    latest, last_done = _latest(outline)
    first = lines.index(latest) if latest else 0
    ready = (
        line
        for line in lines[first:] + lines[:first]
        if line.counts and not line.settled and not _waits_for(outline, line)
    )
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
    completes = _completes(outline, skill)
    # What is completed is said once, even if it is a skill that comes right after.
    opens = tuple(
        lines[pk].skill
        for pk in skill.opens
        if lines[pk].counts
        and not lines[pk].settled
        and lines[pk].skill.title != completes
        and _waits_for(outline, lines[pk]) == (skill,)
    )
    return Step(line, line.state == "learning", completes, opens[:2], _waits_for(outline, line))


def _completes(outline: Outline, skill: SkillItem) -> str:
    lines = outline.lines
    module = outline.module(skill.module_slug)
    if module and all(line.settled or line.skill is skill for line in module.lines if line.counts):
        return skill.module_title
    whole = lines.get(skill.part_of)
    if whole and all(lines[pk].settled or pk == skill.id for pk in whole.skill.parts if pk in lines):
        return whole.skill.title
    return ""


def _latest(outline: Outline) -> tuple[Line | None, Line | None]:
    """Return the line changed last and the done one changed last; of several at once, the farthest on."""
    lines = outline.lines
    here = [
        (mark.changed_at, pk)
        for pk, mark in outline.marks.skills.items()
        if mark.changed_at and mark.changed_at > FIRST_STEP and pk in lines
    ]
    done = [(at, pk) for at, pk in here if lines[pk].state == "done"]
    return _newest(lines, here), _newest(lines, done)


def _newest(lines: Mapping[int, Line], changed: list[tuple[str, int]]) -> Line | None:
    if not changed:
        return None
    newest = max(changed)[0]
    return max((lines[pk] for at, pk in changed if at == newest), key=lambda line: line.skill.place)
