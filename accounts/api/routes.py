"""How an operation is declared: what it does, which scope it needs, what it answers."""

import functools
from collections.abc import Callable
from typing import Any

import ninja
from django.http import HttpResponse
from pydantic import BaseModel

from accounts.api.bearer import Bearer
from accounts.api.problems import Problem
from accounts.http import ApiRequest

Operation = Callable[..., HttpResponse]
READ = ["GET", "HEAD"]


class Routes(ninja.Router):
    """The operations of one noun. Each function's name is its id, its docstring the documentation."""

    def __init__(self, noun: str) -> None:
        super().__init__(tags=[noun])

    def read(self, path: str, shows: type[BaseModel], scope: str = "") -> Callable[[Operation], Operation]:
        return self._declare(READ, path, scope, {200: shows})

    def put(self, path: str, shows: type[BaseModel], scope: str) -> Callable[[Operation], Operation]:  # type: ignore[override]  # ours says less
        """Declare a write of a wanted state: sent twice, it is the same."""
        return self._declare(["PUT"], path, scope, {200: shows})

    def create(self, path: str, shows: type[BaseModel], scope: str) -> Callable[[Operation], Operation]:
        return self._declare(["POST"], path, scope, {201: shows})

    def remove(self, path: str, scope: str) -> Callable[[Operation], Operation]:
        return self._declare(["DELETE"], path, scope, {204: None})

    def _declare(
        self, methods: list[str], path: str, scope: str, answers: dict[int, type[BaseModel] | None]
    ) -> Callable[[Operation], Operation]:
        def declare(function: Operation) -> Operation:
            summary, _, more = (function.__doc__ or "").partition("\n")
            operation = self.api_operation(
                methods,
                path,
                auth=Bearer(scope),
                response=answers,
                operation_id=function.__name__,
                url_name=function.__name__,
                summary=summary.rstrip("."),
                description=more.strip() or None,
                openapi_extra={"x-scope": scope},
            )
            declared: Operation = operation(_only_known_questions(function))
            return declared

        return declare


def _only_known_questions(function: Operation) -> Operation:
    """Refuse a name in the query that the operation does not know, or one that stands there twice."""
    known: set[str] | None = None

    @functools.wraps(function)
    def checked(request: ApiRequest, **values: Any) -> HttpResponse:
        nonlocal known
        if request.META.get("QUERY_STRING"):
            if known is None:
                known = _questions(checked)
            wrong = [name for name, texts in request.GET.lists() if name not in known or len(texts) > 1]
            if wrong:
                raise Problem(
                    "invalid",
                    errors=[
                        {"detail": "This is unknown here, or stands there twice.", "parameter": name[:100]}
                        for name in wrong[:20]
                    ],
                )
        return function(request, **values)

    return checked


def _questions(checked: Operation) -> set[str]:
    operation = checked._ninja_operation  # type: ignore[attr-defined]  # ninja sets it
    models = (m for m in operation.models if m.__ninja_param_source__ == "query")
    return {name for model in models for name in model.__ninja_flatten_map__}
