"""The skills of the roadmap that count solved problems, beside the problems that are listed."""

from dataclasses import dataclass

from roadmap.models import SkillProgress
from roadmap.models.marks import SkillMark
from roadmap.outline import Line, Outline

UNIT = "problems"
SLUGS = ("coding-problems-25", "coding-problems-100", "leetcode-200")


@dataclass(frozen=True)
class Counted:
    """`listed`: how many problems are listed, at most as many as the skill asks for."""

    line: Line
    listed: int

    @property
    def left(self) -> int:
        return max((self.line.skill.target or 0) - max(self.line.count, self.listed), 0)

    @property
    def behind(self) -> bool:
        """Whether more problems are listed than the skill counts."""
        return self.listed > self.line.count and self.line.state not in ("done", "skipped")


def counted(outline: Outline, listed: int) -> tuple[Counted, ...]:
    """Return the skills that count problems, in the order of the trail."""
    skills = [outline.catalogue.skill_by_slug.get(slug) for slug in SLUGS]
    return tuple(
        Counted(outline.line(skill), min(listed, skill.target))
        for skill in skills
        if skill and skill.target and not skill.retired
    )


def raised(outline: Outline, listed: int) -> dict[int, SkillMark]:
    """Return the marks (by skill id) that bring the counts up to what is listed, where they lie below.

    Only of skills under way and of the first one left, with the skill it is a part of: the problems of
    phase 1 do not begin phase 4. A skill whose count is full stays under way: that it is done is for the
    learner to say.
    """
    rows = counted(outline, listed)
    first = next((one.line.skill for one in rows if not one.line.settled), None)
    begun = {first.id, first.part_of} if first else set()
    return {
        one.line.skill.id: SkillMark(SkillProgress.State.LEARNING, None, one.listed, None)
        for one in rows
        if one.behind and (one.line.state == "learning" or one.line.skill.id in begun)
    }
