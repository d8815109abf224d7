"""JSON read strictly: what two readers might take for different things is refused."""

import json
from math import isfinite
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from accounts.api.problems import Problem

JSON = "application/json"


class StrictParser(Parser):
    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the body's value. Raises Problem for another media type or no strict JSON."""
        if request.content_type != JSON:
            raise Problem("not-json")
        try:
            text = request.body.decode()
            value = json.loads(
                text, object_pairs_hook=_object, parse_constant=_no_constant, parse_float=_finite
            )
            if "\\u" in text:
                # Halves of surrogate pairs can be written so, and nothing can keep them.
                json.dumps(value, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            raise Problem("malformed") from error
        return value  # type: ignore[no-any-return]  # any JSON: the operation's schema looks at it


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError("too large a number")
    return number
