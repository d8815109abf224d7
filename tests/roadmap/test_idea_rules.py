"""The rules of ideas: whoever takes one finds data that can be opened, and knows the license."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.models import Idea
from tests.roadmap.small_catalogue import Fixtures, empty_the_catalogue


@pytest.fixture
def files(db: None, own_snapshot: None, tmp_path: Path) -> Fixtures:
    empty_the_catalogue()
    return Fixtures(tmp_path)


def idea(files: Fixtures, **fields: object) -> None:
    known = {
        "slug": "walk-far",
        "title": "How far is far?",
        "skill": ["walk"],
        "data_title": "Paths",
        "data_url": "http://paths.example/",
        "data_license": "CC BY 4.0",
        "checked_on": "2026-11-22",
    }
    files.add("idea", **(known | fields))


BROKEN: dict[str, tuple[Callable[[Fixtures], None], str]] = {
    "an idea whose data cannot be opened": (
        lambda files: idea(files, data_url="javascript:alert(1)"),
        "walk-far: 'javascript:alert(1)' is no http(s) link",
    ),
    "an idea that is silent about its license": (
        lambda files: idea(files, data_license=""),
        "walk-far: says nothing of the license of its data",
    ),
    "an idea for nothing": (
        lambda files: idea(files, skill=None),
        "walk-far: is for a project or for a skill",
    ),
    "an idea for a project and a skill": (
        lambda files: idea(files, project=["hike"]),
        "walk-far: is for a project or for a skill",
    ),
    "an idea for an unknown skill": (
        lambda files: idea(files, skill=["fly"]),
        "(walk-far): there is no skill 'fly'",
    ),
    "an idea whose data have too long a name": (
        lambda files: idea(files, data_url="https://paths.example/" + "x" * 180),
        "walk-far: title and address of its data do not fit",
    ),
    "an idea that was never checked": (lambda files: idea(files, checked_on=None), "walk-far: checked_on: "),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_what_breaks_a_rule_is_refused_and_nothing_is_written(files: Fixtures, rule: str):
    break_it, reason = BROKEN[rule]
    break_it(files)

    assert reason in files.refused()
    assert not Idea.objects.exists()


def test_an_idea_is_loaded_with_its_data(files: Fixtures):
    files.load()
    idea(files)

    assert files.load() == "added: 1 (idea walk-far)\n"
    assert Idea.objects.get().data_url == "http://paths.example/"
