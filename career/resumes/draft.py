"""The first draft of a résumé: from the profile, the shipped builds and what is shown."""

import uuid
from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Sum

from accounts.models import User
from career.models import Resume, ResumeProject
from career.resumes.rows import GROUPS, LENGTHS, LINKS
from roadmap.builds.metric import metric_words
from roadmap.models import Build, Profile
from roadmap.outline import Outline

CHOSEN = 4  # projects on a draft
WORDS = 6  # skills in a group


def shipped(user: User) -> list[Build]:
    """Return the builds that can stand on a résumé, those with a number first, then the latest."""
    rows = user.builds.filter(status=Build.Status.SHIPPED).select_related("project")
    return sorted(rows.order_by("-shipped_on", "pk"), key=lambda build: build.metric_mine is None)


def metric_of(build: Build) -> str:
    return metric_words(build.metric_name, build.metric_baseline, build.metric_mine)


def project_of(build: Build) -> ResumeProject:
    """Return a build as a project: its number first, then what it is; nothing is made up."""
    metric = metric_of(build)
    said = [f"{metric}." if metric else "", build.summary]
    return ResumeProject(
        build=build,
        title=str(build)[: LENGTHS["title"]],
        link=build.demo or build.repository,
        lines="\n".join(filter(None, said))[: LENGTHS["lines"]],
    )


def draft(user: User, outline: Outline, pk: uuid.UUID) -> tuple[Resume, list[ResumeProject]]:
    """Return a version that is not saved yet, and its projects."""
    profile = Profile.objects.filter(user=user).first()
    row = Resume(
        pk=pk,
        user=user,
        name=(profile.name if profile else "") or user.display_name,
        email=user.email,
        links=list(user.profile_links.values_list("url", flat=True)[:LINKS]),
        summary=profile.headline if profile else "",
        skills=skill_groups(outline),
        education=_roadmap(user, outline),
    )
    return row, [project_of(build) for build in shipped(user)[:CHOSEN]]


def skill_groups(outline: Outline) -> list[dict[str, str]]:
    """Return what is shown, a group for each module, the largest three in the order of the trail."""
    by_module: dict[str, list[str]] = defaultdict(list)
    for line in outline.lines.values():
        if line.shown and line.state == "done":
            by_module[line.skill.module_title].append(line.skill.title)
    largest = sorted(by_module, key=lambda title: -len(by_module[title]))[: min(3, GROUPS)]
    return [
        {"name": title[: LENGTHS["group"]], "words": _listed(by_module[title])}
        for title in by_module
        if title in largest
    ]


def suggestions(outline: Outline, text: str, most: int = 12) -> tuple[str, ...]:
    """Return shown skills that a résumé does not name yet, the latest of the trail first."""
    said = text.casefold()
    shown = (line.skill.title for line in reversed(outline.lines.values()) if line.shown)
    return tuple(title for title in shown if title.casefold() not in said)[:most]


def _listed(titles: Sequence[str]) -> str:
    kept: list[str] = []
    for title in titles[:WORDS]:
        if len(", ".join([*kept, title])) <= LENGTHS["words"]:
            kept.append(title)
    return ", ".join(kept)


def _roadmap(user: User, outline: Outline) -> list[dict[str, str]]:
    minutes = user.study_sessions.aggregate(sum=Sum("minutes"))["sum"] or 0
    if minutes < 60:
        return []
    today = user.today()
    years = dict.fromkeys((str(outline.begun(user, today).year), str(today.year)))
    title = f"Milepost roadmap, {minutes // 60:,} hours, self-directed"
    return [{"title": title, "years": "–".join(years)}]
