"""The operations of the API, read from its own document: a new one joins the matrix by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.api import ROOT, api
from tests.matrix.rows import Row

# What stands for a name in a path; an id is that of a row of Alice's, by the beginning of the path.
NAMES: dict[str, dict[str, str]] = {
    "/phases/": {"slug": "core-ml"},
    "/skills/": {"slug": "py-syntax"},
    "/skills/{slug}/count": {"slug": "coding-problems-100"},
    "/resources/": {"slug": "py4e"},
    "/milestones/": {"slug": "first-honest-model"},
    "/projects/": {"slug": "project-1", "requirement": "p1-r1"},
    "/projects/{slug}/build": {"slug": "project-3"},
    "/notes/": {"kind": "skill", "slug": "py-syntax"},
}
ROWS: dict[str, Row] = {
    "/log/": Row("roadmap.StudySession"),
    "/breaks/": Row("roadmap.Break"),
    "/evidence/": Row("roadmap.Evidence", where={"build": None}),
    "/builds/": Row("roadmap.Build", ("key",)),
    "/builds/{pk}/requirements/": Row("roadmap.OwnRequirement", ("build.key", "pk")),
    "/review/": Row("roadmap.ReviewCard"),
    "/applications/": Row("career.Application"),
}


@dataclass(frozen=True)
class Operation:
    """`scope` is empty where any token will do; `body` is the example of the document."""

    method: str
    path: str
    scope: str
    body: Any
    needs_query: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.method} {ROOT.rstrip('/')}{self.path}"

    @property
    def is_read(self) -> bool:
        return self.method in ("GET", "HEAD")


def operations() -> list[Operation]:
    document = api.get_openapi_schema(path_prefix="")
    return [
        Operation(
            method.upper(),
            path,
            entry.get("x-scope") or "",
            _example(document, entry),
            tuple(p["name"] for p in entry.get("parameters", []) if p["in"] == "query" and p.get("required")),
        )
        for path, entries in document["paths"].items()
        for method, entry in entries.items()
    ]


def _example(document: dict[str, Any], entry: dict[str, Any]) -> Any:
    for content in entry.get("requestBody", {}).get("content", {}).values():
        schema = content["schema"]
        if "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        if "examples" not in schema and "example" not in content:
            raise LookupError(f"no example of the body of {entry['operationId']}")
        return content.get("example") or schema["examples"][0]
    return None


def names_a_row(path: str) -> bool:
    return bool(re.search(r"\{(?:pk|key|id)\}", path))


def filled(path: str, ids: Iterator[str]) -> str:
    """Return `path` with names of the catalogue and these ids. LookupError for a name that is unknown."""
    fitting = [start for start in NAMES if path.startswith(start) and not path.endswith("}" * 2)]
    names = NAMES[max(fitting, key=len)] if fitting else {}

    def value(found: re.Match[str]) -> str:
        if found[1] in ("pk", "key", "id") or (found[1] == "requirement" and names_a_row(path)):
            return next(ids)
        if found[1] not in names:
            raise LookupError(f"{path}: say in tests/matrix/operations.py what stands for {found[1]}")
        return names[found[1]]

    return re.sub(r"\{(\w+)\}", value, path)


def row_of(path: str) -> Row:
    fitting = [start for start in ROWS if path.startswith(start)]
    if not fitting:
        raise LookupError(f"{path}: say in tests/matrix/operations.py which row it names")
    return ROWS[max(fitting, key=len)]
