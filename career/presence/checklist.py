"""What the page of presence shows: every point, and what the learner has for it."""

from dataclasses import dataclass

from accounts.models import User
from career.models import PresencePoint
from career.presence.points import AREAS, Area, Point


@dataclass(frozen=True)
class PointView:
    """A point with its row, or an unsaved one."""

    point: Point
    row: PresencePoint

    @property
    def state(self) -> str:
        """Return done when something shows it, claimed when it is only ticked, else open."""
        if not self.row.done_on:
            return "open"
        return "done" if self.row.link else "claimed"


@dataclass(frozen=True)
class AreaView:
    area: Area
    points: tuple[PointView, ...]

    @property
    def done(self) -> int:
        return sum(view.state != "open" for view in self.points)

    @property
    def shown(self) -> int:
        return sum(view.state == "done" for view in self.points)


def checklist(user: User) -> list[AreaView]:
    """Return the areas in the guide's order, in one statement."""
    rows = {row.key: row for row in PresencePoint.objects.filter(user=user)}
    return [
        AreaView(
            area,
            tuple(
                PointView(point, rows.get(point.key) or PresencePoint(user=user, key=point.key))
                for point in area.points
            ),
        )
        for area in AREAS
    ]
