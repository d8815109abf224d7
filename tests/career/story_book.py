"""Builds and stories for tests, and how a person writes one."""

from typing import Any

from django.utils.http import urlencode

from career.models import Story, StoryTag
from roadmap.models import Build
from tests.factories import make_build
from tests.markup import Node
from tests.person import Person

STORIES, NEW = "/stories/", "/stories/new/"
TOLD = {
    "title": "The feed that lied",
    "situation": "My rent model had run for five weeks.",
    "task": "Find out whether the model or the data was wrong.",
    "action": "I compared the postcodes with the month before.",
    "result": "The error went back to 83 pounds within a day.",
}


def ship(person: Person, *, skills: tuple[str, ...] = (), status: str = "shipped", **fields: Any) -> Build:
    """Return a build, shipped today, that shows these skills (slugs)."""
    return make_build(
        user=person.user, status=status, skills=skills, **({"title": "Rent forecasts"} | fields)
    )


def write(person: Person, **fields: Any) -> Story:
    """Write a new story through its form, all four parts told unless said otherwise."""
    answer = person.client.post(NEW, TOLD | fields)
    assert answer.status_code == 303, answer.status_code
    story: Story = Story.objects.filter(user=person.user).latest("made_at")
    return story


def keep(person: Person, *, tags: tuple[str, ...] = (), **fields: Any) -> Story:
    """Return a story that is there already."""
    story = Story.objects.create(user=person.user, **(TOLD | fields))
    StoryTag.objects.bulk_create(StoryTag(story=story, name=name) for name in tags)
    return story


def new(**query: Any) -> str:
    return f"{NEW}?{urlencode(query)}"


def token_of(page: Node) -> str:
    return page.by_id("live").all("input", name="token")[0].get("value")
