"""The ways to the stories: from a build, from the projects, from the skill that counts them."""

import pytest

from tests.career.story_book import NEW, STORIES, ship
from tests.markup import Node
from tests.person import Person


def links(page: Node) -> list[str]:
    return [a.get("href") for a in page.all("a")]


@pytest.mark.parametrize("project", ["", "project-1"])
def test_a_shipped_build_can_be_turned_into_a_story(alice: Person, project: str):
    build = ship(alice, project=project)
    page = alice.see(f"/projects/{project}/" if project else f"/builds/{build.key}/")
    assert f"{NEW}?build={build.key}" in links(page)


def test_a_build_under_way_has_no_end_to_tell(alice: Person):
    build = ship(alice, status="building")
    assert not [path for path in links(alice.see(f"/builds/{build.key}/")) if path.startswith(NEW)]


def test_once_shipped_the_way_appears_without_a_reload(alice: Person):
    build = ship(alice, status="building", skills=("py-syntax",))
    path = f"/builds/{build.key}/"
    answer = alice.quietly(f"{path}status/", {"status": "shipped"}, page=path)
    assert f"{NEW}?build={build.key}" in answer.content.decode()


@pytest.mark.parametrize("path", ["/projects/", "/skills/star-stories/"])
def test_a_learner_finds_the_stories(alice: Person, path: str):
    assert STORIES in links(alice.see(path))


def test_a_visitor_is_not_led_behind_the_door(db: None):
    assert STORIES not in links(Person().see("/projects/"))


def test_a_story_leads_back_to_its_build(alice: Person):
    build = ship(alice)
    alice.send(NEW, {"title": "Rents", "build": str(build.key)}, page=NEW)
    story = alice.user.stories.get()
    assert f"/builds/{build.key}/" in links(alice.see(f"/stories/{story.pk}/"))
