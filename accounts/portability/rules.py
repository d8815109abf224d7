"""What the database's check constraints say, told in Python, so that a row can be refused with its name."""

import operator
from collections.abc import Callable, Mapping
from typing import Any, cast

from django.db.models import F, Q
from django.db.models.expressions import BaseExpression

# Of a value and what it is compared with, both not null.
LOOKUPS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, those: value in those,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
    "startswith": lambda value, start: str(value).startswith(start),
}


def holds(condition: Q | BaseExpression, values: Mapping[str, Any]) -> bool | None:
    """Return whether `condition` is true of a row's `values` by field; None when a null leaves it open.

    A check constraint refuses only what is False, as the database does. Raises KeyError for a lookup that
    no constraint of ours has had so far.
    """
    q = cast(Q, condition)
    children: list[Any] = list(q.children)
    found = [
        holds(child, values) if isinstance(child, Q) else _leaf(child[0], child[1], values)
        for child in children
    ]
    if q.connector == Q.AND:
        answer = False if False in found else None if None in found else True
    elif q.connector == Q.OR:
        answer = True if True in found else None if None in found else False
    else:
        raise KeyError(q.connector)
    return answer if answer is None or not q.negated else not answer


def _leaf(name: str, wanted: Any, values: Mapping[str, Any]) -> bool | None:
    field, _, lookup = name.partition("__")
    value = values[field]
    if isinstance(wanted, F):
        wanted = values[wanted.name]
        if wanted is None:
            return None
    if lookup == "isnull":
        return bool((value is None) == wanted)
    if not lookup and wanted is None:
        return value is None
    return None if value is None else LOOKUPS[lookup or "exact"](value, wanted)
