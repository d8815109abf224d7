"""The OpenAPI document: what ninja writes, with every error, header and example declared."""

import json
from functools import cache
from typing import Any

from accounts.api.allowance import POLICY
from accounts.api.answers import LONGEST, TAGS
from accounts.api.problems import KINDS, MEDIA_TYPE, ProblemShown
from accounts.api.repeats import HEADER, PATTERN
from accounts.scopes import SCOPES
from config.api import ROOT, api

Node = dict[str, Any]
# What may go wrong everywhere, with a scope, with a name in the path, with a body, with a query.
ALWAYS, SCOPED, NAMED = (400, 401, 403, 429, 500, 503), (403,), (404,)
SENT, ASKED = (409, 412, 413, 415, 422), (409, 422)
INTRODUCTION = (
    "Read and change what is yours with an access token from your settings, sent as"
    " “Authorization: Bearer mp_…”. Writes say the wanted state, so that a repeat is harmless. Problems are"
    " RFC 9457 documents: 422 is what this document forbids, 409 what it allows but your data or your date"
    " stand against."
)
_CONDITIONS = {
    "If-Match": "Carry it out only while the ETag is one of these (a list of quoted tags, or *).",
    "If-None-Match": "Answer 304 when the ETag is one of these (a list of quoted tags, or *).",
}


@cache
def document() -> Node:
    """Return the document; it never changes while the process runs."""
    found: Node = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    found["info"]["description"] = INTRODUCTION
    found["servers"] = [{"url": "/"}]
    found["tags"] = [{"name": name} for name in _tags(found)]
    components = found["components"]
    components["schemas"].update(_schema_of_problem())
    components["responses"] = {str(status): _problem(status) for status in sorted({*_statuses()})}
    components["headers"] = _headers()
    components["securitySchemes"]["Bearer"]["description"] = (
        "An access token of yours, made in the settings; it begins with mp_. Scopes: "
        + ", ".join(f"{scope.name} ({scope.words})" for scope in SCOPES.values())
        + "."
    )
    for path, methods in found["paths"].items():
        methods.pop("head", None)
        for method, operation in methods.items():
            _complete(method, path, operation, components)
    return found


@cache
def text() -> bytes:
    """Return the document as it is sent."""
    return json.dumps(document(), ensure_ascii=False, separators=(",", ":")).encode()


def _statuses() -> tuple[int, ...]:
    return (*ALWAYS, *SCOPED, *NAMED, *SENT, *ASKED, 507)


def _complete(method: str, path: str, operation: Node, components: Node) -> None:
    scope = operation.pop("x-scope", "")
    if scope:
        operation["x-scope"] = scope
        operation["security"] = [{"Bearer": [scope]}]
        covers = f"Needs the scope {scope}."
        operation["description"] = (
            f"{operation['description']}\n\n{covers}" if "description" in operation else covers
        )
    questions = [p for p in operation["parameters"] if p["in"] == "query"]
    for question in questions:
        _without_null(question["schema"])
    wrong = {*ALWAYS, *(SCOPED if scope else ()), *(NAMED if "{" in path else ())}
    if method == "get":
        wrong |= {*(ASKED if questions else (422,))}
        _condition(operation, "If-None-Match")
        operation["responses"]["304"] = {"description": "It is as you know it."}
    else:
        wrong |= {*SENT, 507}
        if method == "post":
            key = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": PATTERN}
            about = "Sent again within 24 hours under the same key, it is not carried out again."
            operation["parameters"].append(_header(HEADER, about, key))
        else:
            _condition(operation, "If-Match")
    for status, response in operation["responses"].items():
        _show(method, status, response, components)
    for status in sorted(wrong):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/{status}"}
    for content in operation.get("requestBody", {}).get("content", {}).values():
        _exemplify(content, components)


def _without_null(schema: Node) -> None:
    """Say of what may be left out what it is when it is there: an address can hold no null."""
    kinds = [kind for kind in schema.pop("anyOf", []) if kind != {"type": "null"}]
    for kind in kinds:
        schema.update(kind)


def _condition(operation: Node, name: str) -> None:
    shape = {"type": "string", "maxLength": LONGEST, "pattern": TAGS}
    operation["parameters"].append(_header(name, _CONDITIONS[name], shape))


def _header(name: str, about: str, schema: Node) -> Node:
    return {"in": "header", "name": name, "required": False, "description": about, "schema": schema}


def _show(method: str, status: str, response: Node, components: Node) -> None:
    names = ["RateLimit", "RateLimit-Policy"]
    if status in ("200", "201", "304"):
        names.append("ETag")
    if status == "201":
        names.append("Location")
    response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    for content in response.get("content", {}).values():
        _exemplify(content, components)


def _exemplify(content: Node, components: Node) -> None:
    name = content["schema"].get("$ref", "").rsplit("/", 1)[-1]
    shape = components["schemas"].get(name, {})
    if examples := shape.get("examples"):
        order = [name for name in shape["properties"] if name in examples[0]]
        content["example"] = {name: examples[0][name] for name in order}
    elif item := shape.get("properties", {}).get("items", {}).get("items", {}).get("$ref"):
        one = components["schemas"][item.rsplit("/", 1)[-1]].get("examples")
        if one:
            content["example"] = {"items": one, "next": None}


def _schema_of_problem() -> Node:
    made = ProblemShown.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**made.pop("$defs", {}), "Problem": made}


def _problem(status: int) -> Node:
    kinds = {code: kind for code, kind in KINDS.items() if kind.status == status}
    examples = {
        code: {
            "value": {
                "type": f"/api/docs#{code}",
                "title": kind.title,
                "status": status,
                "detail": kind.advice,
            }
        }
        for code, kind in kinds.items()
    }
    shape = {"$ref": "#/components/schemas/Problem"}
    described = " ".join(f"{kind.title}." for kind in kinds.values())
    headers = {}
    if status == 401:
        headers["WWW-Authenticate"] = {"$ref": "#/components/headers/WWW-Authenticate"}
    if status == 429:
        headers["Retry-After"] = {"$ref": "#/components/headers/Retry-After"}
    return {
        "description": described,
        "headers": headers,
        "content": {MEDIA_TYPE: {"schema": shape, "examples": examples}},
    }


def _headers() -> Node:
    def header(about: str, **shape: Any) -> Node:
        return {"description": about, "schema": {"type": "string", **shape}}

    return {
        "ETag": header("Tells this state from others; send it back in If-Match or If-None-Match."),
        "Location": header("Where what was made can be read."),
        "RateLimit": header("How many calls are left (r), and for how many seconds (t)."),
        "RateLimit-Policy": header(f"How many calls (q) in how many seconds (w): {POLICY}."),
        "Retry-After": header("Seconds until the next call.", pattern="^[0-9]+$"),
        "WWW-Authenticate": header("How to authenticate: Bearer."),
    }


def _tags(found: Node) -> list[str]:
    operations = (one for methods in found["paths"].values() for one in methods.values())
    return list(dict.fromkeys(tag for operation in operations for tag in operation["tags"]))
