"""What schemathesis is told beside the document (SCHEMATHESIS_HOOKS)."""

import re
import uuid
from typing import Any

import schemathesis

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
KEY = re.compile(r"[\x21-\x7e]{1,255}")
NAMES = {
    "resource": "py4e",
    "milestones": "first-honest-model",
    "project": "project-2",
    "phases": "foundation",
}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Send what a careful script would, where the document cannot say it."""
    headers, names = case.headers or {}, case.path_parameters or {}
    is_positive = case.meta is not None and case.meta.generation.mode.is_positive
    if is_positive and KEY.fullmatch(str(headers.get("Idempotency-Key", ""))):
        # A key that is used again for something else is refused, rightly.
        headers["Idempotency-Key"] = str(uuid.uuid4())
    if SLUG.fullmatch(str(names.get("slug", ""))) and len(names["slug"]) % 4:
        # Most made-up names are of nothing; every fourth stays.
        names["slug"] = next(
            (name for word, name in NAMES.items() if word in case.formatted_path), "py-syntax"
        )
        if case.path.endswith("/count"):
            names["slug"] = "coding-problems-100"
    if SLUG.fullmatch(str(names.get("requirement", ""))) and "projects" in case.path:
        names["requirement"] = "p2-a1"
    case.body = _whole(case.body)


def _whole(value: Any) -> Any:
    """Write 2.0 as 2: to JSON Schema they are the same number, and the API takes only the second."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list) else value
