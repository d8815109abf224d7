"""The checks of a learner's résumés, alone and against a job text."""

import re
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F

from accounts.models import User
from career.job_text import read
from career.models import Resume, ResumeProject
from career.resume_checks import JobWord, Report, report
from career.resume_sheet import Sheet
from roadmap.outline import Outline


def passed(resume: Resume) -> tuple[int, int]:
    """Return how many checks a version passes, and of how many, with no job text in view."""
    found = report(resume.sheet)
    return found.met, found.asked


def best(user: User) -> tuple[int, int] | None:
    """Return `passed` of the version that passes most, in one statement; None without a version."""
    parts = {name: F(f"projects__{name}") for name in ("link", "lines", "position")}
    # Each version as often as it has projects; their titles under a name that the version's own leaves free.
    rows = Resume.objects.filter(user=user).annotate(**parts, project=F("projects__title"))
    reports = []
    for _, group in groupby(rows.order_by("pk", "position"), key=attrgetter("pk")):
        versions: list[Any] = list(group)
        projects = (ResumeProject(title=one.project, link=one.link, lines=one.lines) for one in versions)
        reports.append(report(versions[0].sheet_with(one for one in projects if one.title)))
    return max(((found.met, found.asked) for found in reports), default=None)


def checked(sheet: Sheet, outline: Outline, job: str = "") -> Report:
    """Check a sheet, against the text of a job if there is one."""
    return report(sheet, job_words(sheet, job, outline) if job else None)


def job_words(sheet: Sheet, job: str, outline: Outline) -> tuple[JobWord, ...]:
    """Return each skill of the roadmap that the job names, and whether the sheet does."""
    by_slug = outline.catalogue.skill_by_slug
    text = sheet.text
    named = {mention.slug for mention in read(text, by_slug).mentions}
    asked: dict[str, str] = {}
    for mention in read(job, by_slug).mentions:
        asked.setdefault(mention.slug, mention.term)
    return tuple(
        JobWord(term, _state(outline, slug), slug in named or _says(text, term))
        for slug, term in asked.items()
    )


def _state(outline: Outline, slug: str) -> str:
    line = outline.line(outline.catalogue.skill_by_slug[slug])
    if line.shown:
        return "shown"
    return {"done": "claimed", "learning": "learning"}.get(line.state, "open")


def _says(text: str, term: str) -> bool:
    """Whether a text has the term as a word of its own, whatever its case."""
    return bool(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE))
