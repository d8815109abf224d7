"""A skill's row as HTML, rendered once per state and kept with the catalogue's snapshot.

The rows are all that grows with the catalogue on a page; kept, two hundred of them cost what
joining two hundred strings costs. Nothing of a learner is kept: the day it was done is filled in.
"""

import datetime
from collections.abc import Iterable

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from roadmap.catalogue import Catalogue
from roadmap.days import hours, short_day
from roadmap.fragments import plain
from roadmap.models import SkillProgress
from roadmap.outline import Line
from roadmap.words import listed

# No title can hold it: they are escaped.
_GAP = "<!--when-->"


def line_html(
    catalogue: Catalogue,
    line: Line,
    today: datetime.date,
    *,
    now: bool = False,
    full: bool = False,
    visitor: bool = False,
    hours_shown: bool = True,
) -> SafeString:
    """Return the row of `line`; `full` adds hints and resources, `visitor` leads to sign-up."""
    here = line.skill.id if now else 0
    return lines_html(catalogue, [line], today, now=here, full=full, visitor=visitor, hours_shown=hours_shown)


def lines_html(
    catalogue: Catalogue,
    lines: Iterable[Line],
    today: datetime.date,
    *,
    now: int = 0,
    full: bool = False,
    visitor: bool = False,
    hours_shown: bool = True,
) -> SafeString:
    """Return the rows of `lines` as one piece; `now` is the id of the skill to do next."""
    kept = catalogue.kept
    html: list[str] = []
    for line in lines:
        skill, state, done_on, number, covered, _, shown = line
        # The count is part of the key: at most a target's worth of rows for each counted skill.
        if number > skill.target:
            line = line._replace(count=skill.target)
        key = (skill.id, state, covered, line.count, shown, skill.id == now, full, visitor, hours_shown)
        head, tail = kept.get(key) or kept.setdefault(key, _render(catalogue, line, *key[5:]))
        html.append(head)
        if done_on and state == "done":
            html += (short_day(done_on, today), tail)
    return mark_safe("".join(html))  # nosec B308, B703: what is kept is rendered with autoescape


def _render(
    catalogue: Catalogue, line: Line, now: bool, full: bool, visitor: bool, hours_shown: bool
) -> tuple[str, str]:
    skill = line.skill
    after = [catalogue.skills[pk].title for pk in skill.comes_after]
    html = get_template("roadmap/_skill_line.html").render(
        {
            "skill": skill,
            "line": line,
            "now": now,
            "full": full,
            "visitor": visitor,
            "hours": hours(skill.hours) if hours_shown else "",
            "after": listed(after),
            "states": SkillProgress.State.choices,
        }
    )
    html = plain("".join(html.split("\n")))
    head, _, tail = html.partition(_GAP) if line.state == "done" else (html, "", "")
    return head, tail
