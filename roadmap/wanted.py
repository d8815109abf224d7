"""What a wanted state or count makes of a skill's mark, whoever asks: a page or a script."""

import datetime

from accounts.models import User
from roadmap.models import SkillProgress
from roadmap.models.marks import SkillMark
from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem


def stated(line: Line, state: str, done_on: datetime.date | None) -> SkillMark:
    """Return the mark of a skill put into `state`; a counted one that is done has its whole count."""
    whole = state == SkillProgress.State.DONE and line.skill.target
    return SkillMark(state, done_on, max(line.count, line.skill.target) if whole else line.count, None)


def counted(line: Line, number: int, today: datetime.date) -> SkillMark:
    """Return the mark of a skill of which `number` are done: at the target done, below it under way."""
    if number >= line.skill.target:
        return SkillMark("done", line.done_on or today, number, None)
    return SkillMark("learning" if number or line.state == "learning" else "open", None, number, None)


def says_count(before: Outline, skill: SkillItem, mark: SkillMark) -> bool:
    """Return whether the mark moves the count, which then counts as changed, too."""
    return mark.count != before.line(skill).count


def put(
    user: User, before: Outline, skill: SkillItem, mark: SkillMark, *, counted: bool | None = None
) -> Outline:
    """Write the mark, and return the outline that it makes. `counted`: whether the count is what was set."""
    SkillProgress.objects.put(
        user_id=user.pk,
        skill_id=skill.id,
        state=mark.state,
        done_on=mark.done_on,
        count=mark.count,
        counted=says_count(before, skill, mark) if counted is None else counted,
    )
    return before.with_skills({skill.id: mark})
