"""A skill's row as HTML, rendered once per state and kept with the catalogue's snapshot.

The rows are all that grows with the catalogue on a page; kept, two hundred of them cost what
joining two hundred strings costs. Nothing of a learner is kept: the day it was done is filled in.
"""

import datetime

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from roadmap.catalogue import Catalogue
from roadmap.days import hours, short_day
from roadmap.models import SkillProgress
from roadmap.outline import Line

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
) -> SafeString:
    """Return the row of `line`; `full` adds hints and resources, `visitor` leads to sign-up."""
    # The count is part of the key: at most a target's worth of rows for each counted skill.
    if line.count > line.skill.target:
        line = line._replace(count=line.skill.target)
    key = (line.skill.id, line.state, line.covered, line.count, now, full, visitor)
    kept = catalogue.kept.get(key)
    if kept is None:
        kept = catalogue.kept[key] = _render(catalogue, line, now=now, full=full, visitor=visitor)
    if line.state == "done" and line.done_on:
        head, tail = kept
        return mark_safe(head + short_day(line.done_on, today) + tail)  # nosec B308, B703: both kept parts are rendered with autoescape
    return mark_safe(kept[0])  # nosec B308, B703: as above


def _render(catalogue: Catalogue, line: Line, *, now: bool, full: bool, visitor: bool) -> tuple[str, str]:
    skill = line.skill
    after = [catalogue.skills[pk].title for pk in skill.comes_after]
    html = get_template("roadmap/_skill_line.html").render(
        {
            "skill": skill,
            "line": line,
            "now": now,
            "full": full,
            "visitor": visitor,
            "hours": hours(skill.hours),
            "after": " and ".join(filter(None, [", ".join(after[:-1]), *after[-1:]])),
            "states": SkillProgress.State.choices,
        }
    )
    html = "".join(html.split("\n"))
    head, _, tail = html.partition(_GAP) if line.state == "done" else (html, "", "")
    return head, tail
