"""What a learner may keep off their profile, piece by piece."""

from dataclasses import dataclass

from roadmap.models import Build, Evidence, Profile
from roadmap.outline import Outline
from roadmap.profile.names import short

MOST = 200  # pieces on the settings page; the others are changed on the pages of their skills


@dataclass(frozen=True)
class Piece:
    """A build (by its key) or a piece of evidence (by its id) with what it belongs to.

    `waits`: only an idea, which no profile shows yet.
    """

    id: str
    title: str
    note: str
    shown: bool
    waits: bool = False


@dataclass(frozen=True)
class Choices:
    builds: tuple[Piece, ...]
    evidence: tuple[Piece, ...]
    has_more: bool


def choices(profile: Profile, outline: Outline) -> Choices:
    """Read every build and the latest links in two statements."""
    builds = Build.objects.filter(user=profile.user_id).exclude(status=Build.Status.DROPPED)
    titles = {project.id: project.title for project in outline.catalogue.projects}
    links = Evidence.objects.filter(user=profile.user_id).exclude(url="").order_by("-made_at")[: MOST + 1]
    known = outline.catalogue.skills
    rows = [row for row in links if row.skill_id in known]
    return Choices(
        tuple(
            Piece(
                str(row.key),
                row.title or titles.get(row.project_id or 0, "A project"),
                row.get_status_display(),
                row.on_profile,
                row.status == Build.Status.IDEA,
            )
            for row in builds.order_by("-made_at")
        ),
        tuple(
            Piece(str(row.pk), row.title or short(row.url), known[row.skill_id].title, not row.is_private)
            for row in rows[:MOST]
        ),
        len(rows) > MOST,
    )
