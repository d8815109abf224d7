"""The API, assembled: the nouns of the trail and of the job search under /api/v1/."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from accounts.api import own_token
from accounts.api.door import door
from accounts.api.parsing import StrictParser
from accounts.api.problems import Problem, problem_of
from career.api import applications, runway, search
from roadmap.api import (
    breaks,
    builds,
    catalogue,
    evidence,
    forecast,
    log,
    milestones,
    notes,
    plan,
    progress,
    requirements,
    resources,
    review,
    skills,
)

ROOT = "/api/v1/"


class Api(NinjaAPI):
    """Ninja with our answers to what goes wrong; what it does not know goes on to the site's own pages."""

    def set_default_exception_handlers(self) -> None:
        self.add_exception_handler(Problem, _told)
        self.add_exception_handler(Http404, lambda request, error: problem_of(404))
        self.add_exception_handler(HttpError, _refused)
        self.add_exception_handler(ValidationError, _invalid)


def _told(request: HttpRequest, error: Problem | type[Problem]) -> HttpResponse:
    return cast(Problem, error).response()


def _refused(request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
    cause = error.__cause__
    # Ninja wraps what its parser raises.
    return cause.response() if isinstance(cause, Problem) else problem_of(getattr(error, "status_code", 400))


def _invalid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    errors = cast(ValidationError, error).errors
    return Problem("invalid", errors=[_fault(found) for found in errors[:50]]).response()


def _fault(found: dict[str, Any]) -> dict[str, str]:
    source, _, *place = found["loc"]
    detail = found["msg"].removeprefix("Value error, ").rstrip(".") + "."
    if source == "body":
        pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in place)
        return {"detail": detail[:1].upper() + detail[1:], "pointer": f"#{pointer}"[:200]}
    return {"detail": detail[:1].upper() + detail[1:], "parameter": str(found["loc"][1])[:100]}


api = Api(
    title="Milepost",
    version="1",
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
    parser=StrictParser(),
)
NOUNS = (
    *(own_token, catalogue, progress, skills, milestones, resources, requirements, notes, evidence, builds),
    *(log, plan, breaks, forecast, review, applications, search, runway),
)
for noun in NOUNS:
    api.add_router("", noun.routes)


def _patterns() -> list[URLPattern]:
    patterns, _, _ = api.urls
    found = [p for p in patterns if isinstance(p, URLPattern) and p.name != "api-root"]
    for pattern in found:
        pattern.callback = door(pattern.callback)
    return found


urlpatterns = _patterns()
