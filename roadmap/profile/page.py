"""What a visitor sees of a learner: only what is shown, and of that only what the learner picked."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

from roadmap.builds.metric import metric_words
from roadmap.builds.shipping import asks_of
from roadmap.days import hours
from roadmap.models import Build, Evidence, Profile, ProfileLink
from roadmap.models.profiles import Shown
from roadmap.outline import Outline
from roadmap.proof.evidence_list import ICONS
from roadmap.snapshot import MilestoneItem

MOST_PIECES = 5  # of one skill


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class PieceView:
    """One proof of a skill: a link, or the `id` of a build on the same page."""

    label: str
    icon: str
    url: str = ""
    build: int = 0


@dataclass(frozen=True)
class SkillView:
    slug: str
    title: str
    pieces: tuple[PieceView, ...]
    more: int


@dataclass(frozen=True)
class BuildView:
    """`missing`: what a shipped build still lacks of the guide's list, in words."""

    id: int
    title: str
    summary: str
    shipped: bool
    when: str
    metric: str
    no_demo: str
    links: tuple[Link, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class PhaseRow:
    slug: str
    title: str
    done: int
    total: int
    complete: bool


@dataclass(frozen=True)
class ProfilePage:
    """All of the page, as text and numbers: equal when the page is the same.

    `share` is the walked part of the roadmap (0 to 1), None when phases are not shown.
    """

    handle: str
    name: str
    headline: str
    is_indexed: bool
    changed_on: datetime.date
    links: tuple[Link, ...]
    share: float | None
    phases: tuple[PhaseRow, ...]
    skills: tuple[tuple[str, tuple[SkillView, ...]], ...]
    builds: tuple[BuildView, ...]
    milestones: tuple[tuple[str, str], ...]
    has_feed: bool
    hours: str
    since: str

    @property
    def skill_count(self) -> int:
        return sum(len(skills) for _, skills in self.skills)

    @property
    def shipped(self) -> int:
        return sum(build.shipped for build in self.builds)

    @property
    def figures(self) -> tuple[str, ...]:
        """Return what is shown in numbers: “12 skills shown”, “2 builds shipped”."""
        counted = ((self.skill_count, "skill", "shown"), (self.shipped, "build", "shipped"))
        return tuple(f"{n} {noun}{'s' * (n != 1)} {verb}" for n, noun, verb in counted if n)

    @property
    def about(self) -> str:
        """Return the page in a sentence or two, for search engines and those who share it."""
        lead = self.headline or f"{self.name} on the trail to a first machine learning job"
        stop = "" if lead.endswith((".", "…", "?")) else "."
        what = ", ".join(self.figures) or "What is built and shown on the way"
        return f"{lead}{stop} {what}, with the evidence, on Milepost."

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on it but a name."""
        return not (self.skills or self.builds or self.milestones or self.phases or self.hours)


def profile_page(shown: Shown, outline: Outline) -> ProfilePage:
    """Read the page in at most three statements, however much there is on it."""
    profile, handle, minutes = shown
    began = outline.marks.started_on if profile.shows_hours else None
    builds = _builds(profile, outline) if profile.shows_builds else {}
    return ProfilePage(
        handle=handle,
        name=profile.name or handle,
        headline=profile.headline,
        is_indexed=profile.is_indexed,
        changed_on=profile.changed_at.date(),
        links=tuple(Link(row.label, row.url) for row in ProfileLink.objects.filter(user=profile.user_id)),
        share=outline.tally.share if profile.shows_phases else None,
        phases=_phases(outline) if profile.shows_phases else (),
        skills=_skills(profile, outline, builds) if profile.shows_skills else (),
        builds=tuple(builds.values()),
        milestones=_milestones(outline) if profile.shows_milestones else (),
        has_feed=profile.shows_milestones,
        hours=hours(minutes / 60) if minutes else "",
        since=f"{began:%B %Y}" if began else "",
    )


def _phases(outline: Outline) -> tuple[PhaseRow, ...]:
    return tuple(
        PhaseRow(v.phase.slug, v.phase.title, v.tally.done, v.tally.total, v.tally.complete)
        for v in outline.phases
    )


def reached(outline: Outline) -> list[tuple[datetime.date, MilestoneItem]]:
    """Return the milestones that are done, each once, the earliest first."""
    views = [view for phase in outline.phases for view in phase.milestones] + [*outline.sprint_milestones]
    done = {view.milestone.slug: (view.done_on, view.milestone) for view in views if view.done_on}
    return sorted(done.values(), key=lambda one: (one[0], one[1].slug))


def _milestones(outline: Outline) -> tuple[tuple[str, str], ...]:
    return tuple((item.title, f"{day:%b} {day.year}") for day, item in reached(outline))


def _builds(profile: Profile, outline: Outline) -> dict[int, BuildView]:
    """Return what is built and shipped, by id: shipped first, the latest of each first."""
    titles = {project.id: project.title for project in outline.catalogue.projects}
    rows = Build.objects.filter(
        user=profile.user_id, on_profile=True, status__in=(Build.Status.SHIPPED, Build.Status.BUILDING)
    )
    order = (row for row in rows.order_by("-status", "-shipped_on", "-made_at", "-pk"))
    return {row.pk: _build(row, row.title or titles.get(row.project_id or 0, "A project")) for row in order}


def _build(row: Build, title: str) -> BuildView:
    shipped = row.status == Build.Status.SHIPPED
    named = (("Live demo", row.demo), ("Repository", row.repository), ("Write-up", row.writeup))
    return BuildView(
        id=row.pk,
        title=title,
        summary=row.summary,
        shipped=shipped,
        when=f"{row.shipped_on:%b} {row.shipped_on.year}" if row.shipped_on else "",
        metric=metric_words(row.metric_name, row.metric_baseline, row.metric_mine),
        no_demo=row.no_demo if shipped and not row.demo else "",
        links=tuple(Link(label, url) for label, url in named if url),
        missing=tuple(_inside(ask.title) for ask in asks_of(row) if not ask.met) if shipped else (),
    )


def _skills(
    profile: Profile, outline: Outline, builds: dict[int, BuildView]
) -> tuple[tuple[str, tuple[SkillView, ...]], ...]:
    """Return the shown skills in the order of the trail, under the titles of their phases."""
    rows = Evidence.objects.public(profile.user_id, builds=profile.shows_builds).order_by("-day", "-made_at")
    found: dict[int, list[PieceView]] = defaultdict(list)
    for skill_id, kind, title, url, build_id in rows.values_list(
        "skill_id", "kind", "title", "url", "build_id"
    ):
        if build_id in builds:
            found[skill_id].append(PieceView(builds[build_id].title, ICONS[kind], build=build_id))
        elif url:
            found[skill_id].append(PieceView(title or _host(url), ICONS[kind], url))
    place = {pk: number for number, pk in enumerate(outline.lines)}
    known = outline.catalogue.skills
    phases: dict[str, list[SkillView]] = defaultdict(list)
    titles = {phase.slug: phase.title for phase in outline.catalogue.phases}
    for pk in sorted((pk for pk in found if pk in known), key=lambda pk: (place.get(pk, len(place)), pk)):
        skill, pieces = known[pk], found[pk]
        view = SkillView(skill.slug, skill.title, tuple(pieces[:MOST_PIECES]), len(pieces[MOST_PIECES:]))
        phases[titles.get(skill.phase_slug, "")].append(view)
    return tuple((title, tuple(views)) for title, views in phases.items())


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
