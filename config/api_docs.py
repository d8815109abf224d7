"""The documentation of the API: the document for programs, and a page for people that needs no script."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from accounts.api.allowance import POLICY
from accounts.api.problems import KINDS
from accounts.scopes import SCOPES
from config.api_document import INTRODUCTION, document, text


@dataclass(frozen=True)
class Operation:
    """An operation as the page shows it; `sent` and `answered` are examples, as JSON."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    scope: str
    parameters: tuple[dict[str, Any], ...]
    sent: str
    answered: str


@require_safe
@login_not_required
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the document to whoever asks: it holds nothing personal."""
    tag = f'"{hashlib.blake2b(text(), digest_size=12).hexdigest()}"'
    known = get_conditional_response(request, etag=tag)
    response = known or HttpResponse(text(), content_type="application/json; charset=utf-8")
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
@login_not_required
def docs(request: HttpRequest) -> HttpResponse:
    context = {
        "introduction": INTRODUCTION,
        "nouns": nouns(),
        "scopes": SCOPES.values(),
        "problems": KINDS.items(),
        "policy": POLICY,
    }
    return TemplateResponse(request, "api/docs.html", context)


@cache
def nouns() -> tuple[tuple[str, tuple[Operation, ...]], ...]:
    """Return the operations of each noun, in the order of the document."""
    found: dict[str, list[Operation]] = defaultdict(list)
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            found[operation["tags"][0]].append(_operation(path, method, operation))
    return tuple((noun, tuple(operations)) for noun, operations in found.items())


def _operation(path: str, method: str, operation: dict[str, Any]) -> Operation:
    scope = operation.get("x-scope", "")
    answers = (operation["responses"].get(status, {}) for status in ("200", "201"))
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation.get("description", "").replace(f"Needs the scope {scope}.", "").strip(),
        scope=scope,
        parameters=tuple(p for p in operation["parameters"] if p["in"] == "query"),
        sent=_example(operation.get("requestBody", {})),
        answered=next(filter(None, map(_example, answers)), ""),
    )


def _example(part: dict[str, Any]) -> str:
    found = part.get("content", {}).get("application/json", {}).get("example")
    return json.dumps(found, indent=2, ensure_ascii=False) if found else ""
