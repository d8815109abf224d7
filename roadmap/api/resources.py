"""What a learner does with a resource."""

from typing import Literal

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Given, Shown, Slug
from accounts.http import ApiRequest
from roadmap.api.catalogue import found
from roadmap.api.examples import example
from roadmap.catalogue import at_version
from roadmap.models import ResourceProgress
from roadmap.models.resource_marks import resource_marks_of
from roadmap.resource_forms import ResourceStateForm, ThumbForm

routes = Routes("Resources")
State = Literal["none", "saved", "using", "finished"]


class ResourceState(Shown):
    """What a learner does with a resource, and their thumb: 1 up, -1 down, 0 none."""

    model_config = ConfigDict(json_schema_extra=example("resource state"))

    resource: str
    title: str
    state: State
    thumb: Literal[-1, 0, 1]


class WantedResource(Given):
    """What shall be done with a resource; what is left out stays as it is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"state": "using"}]})

    state: State | None = None
    thumb: Literal["up", "down", "none"] | None = Field(None, description="Your thumb.")


@routes.read("/resources/{slug}/state", ResourceState, "progress:read")
def read_resource_state(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read what you do with a resource."""
    return answer(request, _state(request, slug))


@routes.put("/resources/{slug}/state", ResourceState, "progress:write")
def put_resource_state(request: ApiRequest, slug: Slug, body: WantedResource) -> HttpResponse:
    """Say what you do with a resource, or give it a thumb."""
    with unchanged(request, lambda: _state(request, slug)):
        item = found(at_version(resource_marks_of(None).version).resource_by_slug.get(slug))
        if body.state:
            state = followed(ResourceStateForm({"state": body.state}))["state"]
            ResourceProgress.objects.put_state(request.user, item.id, state)
        if body.thumb:
            sign = {"up": "1", "down": "-1", "none": "0"}[body.thumb]
            thumb = followed(ThumbForm({"thumb": sign}))["thumb"]
            ResourceProgress.objects.put_thumb(request.user, item.id, thumb)
    return answer(request, _state(request, slug))


def _state(request: ApiRequest, slug: str) -> ResourceState:
    marks = resource_marks_of(request.user.pk)
    item = found(at_version(marks.version).resource_by_slug.get(slug))
    mark = marks.of(item.id)
    return ResourceState(
        resource=item.slug,
        title=item.title,
        state=mark.state,  # type: ignore[arg-type]  # one of the four
        thumb=mark.thumb,  # type: ignore[arg-type]  # one of the three
    )
