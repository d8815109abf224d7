"""Every operation of the API, with an example of what it takes: out of the document itself."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from config.api_document import document

NAMES = {
    "/resources/": "py4e",
    "/milestones/": "first-honest-model",
    "/projects/": "project-2",
    "/phases/": "foundation",
    "/skills/": "py-syntax",
    "/notes/": "py-syntax",
}


class Call(NamedTuple):
    """`path` has {names} in braces; `scope` is "" where any token will do."""

    id: str
    method: str
    path: str
    scope: str
    body: Any

    def at(self, ids: Mapping[str, str]) -> str:
        """Return the path with its names: of the catalogue, and of the rows in `ids` (by noun)."""
        own = self.path.startswith("/builds/")
        requirement = ids.get("requirement", NOBODYS) if own else "p2-a1"
        path = self.path.replace("{kind}", "skill").replace("{requirement}", requirement)
        slug = next((name for start, name in NAMES.items() if path.startswith(start)), "none")
        if path.endswith("/count"):
            slug = "coding-problems-100"
        return path.replace("{slug}", slug).replace("{pk}", ids.get(path.split("/")[1], NOBODYS))


NOBODYS = "00000000-0000-4000-8000-000000000000"


def calls() -> list[Call]:
    """Return every operation, in the order of the document."""
    found = []
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            body = content.get("application/json", {}).get("example")
            short = path.removeprefix("/api/v1")
            found.append(
                Call(operation["operationId"], method.upper(), short, operation.get("x-scope", ""), body)
            )
    return found


CALLS = {call.id: call for call in calls()}


def _route(path: str) -> str:
    """Return the route of a path of the document, as ninja writes it."""
    own = "/builds/" in path
    path = path.replace("{pk}", "<uuidstr:pk>").replace(
        "{requirement}", "<uuidstr:requirement>" if own else "<requirement>"
    )
    return path.replace("{", "<").replace("}", ">").removeprefix("/")


def routes() -> dict[str, tuple[str, frozenset[str]]]:
    """Return for each route an example of its path, and its methods."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for call in CALLS.values():
        path = f"/api/v1{call.path}"
        methods = {call.method, "HEAD"} if call.method == "GET" else {call.method}
        before = found.get(_route(path), ("", frozenset()))[1]
        found[_route(path)] = f"/api/v1{call.at({})}", before | methods
    return found


ROUTES = routes()
