"""A learner's stages, looked up by their key."""

from collections.abc import Iterator

from accounts.models import User
from career.models import Stage, StageItem, Standard

SENT = frozenset(set(Standard) - {Standard.SAVED, Standard.WITHDRAWN})
# They wrote back, be it to refuse.
ANSWERED = SENT - {Standard.APPLIED, Standard.GHOSTED}


class Stages:
    """All stages in the learner's order."""

    def __init__(self, items: tuple[StageItem, ...]) -> None:
        self.items = items
        self._by_key = {item.key: item for item in items}

    @classmethod
    def of(cls, user: User) -> "Stages":
        """Read them, in one statement."""
        return cls(Stage.objects.of(user))

    def __iter__(self) -> Iterator[StageItem]:
        return iter(self.items)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def named(self, key: str) -> StageItem:
        """Return the stage of this key; what no stage knows stands for itself and counts as saved."""
        return self._by_key.get(key) or StageItem(key, key.capitalize() or "Unknown", Standard.SAVED)

    def offered(self, current: str = "") -> tuple[StageItem, ...]:
        """Return what one may move to: all that are not hidden, and the `current` one."""
        items = tuple(item for item in self.items if not item.hidden or item.key == current)
        return items if not current or current in self else (self.named(current), *items)

    def keys(self, *, means: frozenset[str]) -> list[str]:
        """Return the keys of stages that count as one of these."""
        return [item.key for item in self.items if item.means in means]

    @property
    def closed(self) -> list[str]:
        return [item.key for item in self.items if item.closed]

    @property
    def first(self) -> StageItem:
        """Return the first one that is offered."""
        return next((item for item in self.items if not item.hidden), self.items[0])
