"""What was made for the learners whom this process met last, until what it was made from changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """One thing a learner, for the latest `most` learners."""

    all: "ClassVar[list[Recent[Any]]]" = []

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[int, tuple[Hashable, T]] = OrderedDict()
        self.all.append(self)

    def get(self, user_id: int, made_from: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept, or what `make` returns if it was made from something else."""
        last = self._kept.pop(user_id, None)
        if last is None or last[0] != made_from:
            last = made_from, make()
        self._kept[user_id] = last
        if len(self._kept) > self.most:
            self._kept.popitem(last=False)
        return last[1]

    def last(self, user_id: int) -> T | None:
        """Return what is kept, whatever it was made from."""
        _, last = self._kept.get(user_id, (None, None))
        return last


def forget(user_id: int) -> None:
    """Drop all that this process keeps of a learner."""
    for recent in Recent.all:
        recent._kept.pop(user_id, None)
