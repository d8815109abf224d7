"""Projects moved earlier or later. Pure, no Django."""

import re
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
_MOVE = re.compile(r"(up|down)-([1-9])")


def moved(items: Sequence[Item], wish: str) -> list[Item]:
    """Return the items after “up-2” or “down-2” (places count from 1); any other wish moves none."""
    order = list(items)
    if found := _MOVE.fullmatch(wish):
        here = int(found[2]) - 1
        there = here + (1 if found[1] == "down" else -1)
        if 0 <= there < len(order) and here < len(order):
            order[here], order[there] = order[there], order[here]
    return order
