"""The rules of the catalogue: what breaks one is refused with a message that names the item."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from roadmap.catalog_rules import keys, problems
from roadmap.fixture_files import Entry
from roadmap.models import CatalogueVersion, Skill
from tests.roadmap.small_catalogue import Fixtures, empty_the_catalogue


@pytest.fixture
def files(db: None, own_snapshot: None, tmp_path: Path) -> Fixtures:
    empty_the_catalogue()
    return Fixtures(tmp_path)


def without_resource(files: Fixtures) -> None:
    files.entries = [e for e in files.entries if not (e[0] == "skillresource" and e[1]["skill"] == ["swim"])]


def listed_twice(files: Fixtures) -> None:
    files.add("skillresource", skill=["swim"], resource=["course"], position=2)


BROKEN: dict[str, tuple[Callable[[Fixtures], None], str]] = {
    "a slug that stands there twice": (
        lambda files: files.add("topic", slug="walking", title="Again"),
        "roadmap.topic: 'walking' stands there 2 times",
    ),
    "a slug with capitals": (lambda files: files.fields("flat").update(slug="Flat"), "'Flat' is no slug"),
    "a slug with a space": (lambda files: files.fields("flat").update(slug="fl at"), "'fl at' is no slug"),
    "no slug": (lambda files: files.without("flat", "slug"), "'' is no slug"),
    "an unknown phase": (
        lambda files: files.change("ground", phase=["nowhere"]),
        "(ground): there is no phase 'nowhere'",
    ),
    "an unknown skill before": (
        lambda files: files.change("run", comes_after=[["crawl"]]),
        "(run): there is no skill 'crawl'",
    ),
    "an unknown larger skill": (
        lambda files: files.change("walk", part_of=["move"]),
        "(walk): there is no skill 'move'",
    ),
    "an unknown resource of a skill": (
        lambda files: files.add("skillresource", skill=["swim"], resource=["film"], position=2),
        "(swim): there is no resource 'film'",
    ),
    "an unknown topic": (
        lambda files: files.change("book", topics=[["flying"]]),
        "(book): there is no topic 'flying'",
    ),
    "an unknown skill of a milestone": (
        lambda files: files.change("first-step", skills=[["fly"]]),
        "(first-step): there is no skill 'fly'",
    ),
    "an unknown specialization": (
        lambda files: files.change("shore", specialization=["sky"]),
        "(shore): there is no specialization 'sky'",
    ),
    "resources of a skill that is none": (
        lambda files: files.add("skillresource", skill=["fly"], resource=["book"], position=1),
        "resources are listed for 'fly', which is no skill",
    ),
    "a circle of two": (
        lambda files: files.change("stand", comes_after=[["walk"]]),
        "comes_after goes round in a circle: stand > walk > stand",
    ),
    "a circle of three": (
        lambda files: files.change("stand", comes_after=[["run"]]),
        "comes_after goes round in a circle: stand > run > walk > stand",
    ),
    "a skill after itself": (
        lambda files: files.change("swim", comes_after=[["swim"]]),
        "comes_after goes round in a circle: swim > swim",
    ),
    "a skill that is part of its part": (
        lambda files: files.change("run", part_of=["walk"]),
        "part_of goes round in a circle: walk > run > walk",
    ),
    "an http link": (
        lambda files: files.change("book", url="http://book.example/"),
        "book: 'http://book.example/' is no https link",
    ),
    "a script for a link": (
        lambda files: files.change("book", url="javascript:alert(1)"),
        "book: 'javascript:alert(1)' is no https link",
    ),
    "a link without a host": (
        lambda files: files.change("book", url="https:///x"),
        "book: 'https:///x' is no https",
    ),
    "a link with a quote": (
        lambda files: files.change("book", url='https://b.example/"x'),
        "is no https link",
    ),
    "no link": (lambda files: files.without("book", "url"), "book: '' is no https link"),
    "zero hours": (
        lambda files: files.change("swim", hours_low=0),
        "swim: hours 0 to 4 are not a range above 0",
    ),
    "hours that run backward": (
        lambda files: files.change("swim", hours_low=9),
        "swim: hours 9 to 4 are not a range above 0",
    ),
    "hours in words": (lambda files: files.change("swim", hours_high="four"), "swim: hours 2 to four"),
    "no hours": (lambda files: files.without("swim", "hours_low"), "swim: hours None to 4"),
    "a skill without a resource": (without_resource, "swim: has no resource"),
    "a resource listed twice": (listed_twice, "swim: lists a resource twice"),
    "a skill that says nothing of what you can": (
        lambda files: files.change("swim", done_when="Swimming."),
        "swim: done_when does not begin with “You can”",
    ),
    "a resource that stands in for itself": (
        lambda files: files.change("book", fallback=["book"]),
        "book: is its own fallback",
    ),
    "a field that is none": (lambda files: files.change("swim", color="blue"), "'color' is no field"),
    "a title that is too long": (lambda files: files.change("swim", title="x" * 121), "swim: title: "),
    "a done_when that is too long": (
        lambda files: files.change("swim", done_when="You can " + "x" * 220),
        "swim: done_when: ",
    ),
    "a slug that is too long": (
        lambda files: files.fields("flat").update(slug="x" * 61),
        f"{'x' * 61}: slug: ",
    ),
    "an unknown kind": (lambda files: files.change("swim", kind="magic"), "swim: kind: "),
    "an unknown access": (lambda files: files.change("book", access="stolen"), "book: access: "),
    "a date that is none": (
        lambda files: files.change("book", checked_on="2026-13-01"),
        "book: checked_on: ",
    ),
    "a title that is empty": (lambda files: files.change("swim", title=""), "swim: title: "),
    "a module without a phase": (lambda files: files.without("hills", "phase"), "hills"),
    "a target without a unit": (
        lambda files: files.without("climb", "unit"),
        "climb: a counted skill has both",
    ),
    "a unit without a target": (
        lambda files: files.without("climb", "target"),
        "climb: a counted skill has both",
    ),
    "a phase that ends before it begins": (lambda files: files.change("start", month_end=1), "start"),
    "a milestone of a phase and of the sprint": (
        lambda files: files.change("day-30", phase=["start"]),
        "day-30",
    ),
    "a milestone of neither": (lambda files: files.without("day-30", "sprint_day"), "day-30"),
    "two projects in one module": (
        lambda files: files.add(
            "project", slug="tour", title="Tour", module=["hills"], example="Andes", brief="Go."
        ),
        "tour",
    ),
    "a skill that is two requirements": (lambda files: files.change("hike-1", skill=["climb"]), "hike-"),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_what_breaks_a_rule_is_refused_and_nothing_is_written(files: Fixtures, rule: str):
    break_it, reason = BROKEN[rule]
    break_it(files)
    said = files.refused()

    assert said.startswith("Nothing was loaded.")
    assert reason in said
    assert not Skill.objects.exists()
    assert not CatalogueVersion.objects.exists()


def test_the_small_catalogue_itself_breaks_none(files: Fixtures):
    assert "added" in files.load()


def test_everything_that_is_wrong_is_said_at_once(files: Fixtures):
    files.change("book", url="http://book.example/")
    files.change("swim", hours_low=0)
    files.change("stand", comes_after=[["walk"]])
    said = files.refused()

    assert "The catalogue has 3 problems:" in said


@pytest.mark.parametrize(
    ("value", "slugs"),
    [
        (None, []),
        ("a", ["a"]),
        (["a"], ["a"]),
        ([["a"], ["b"]], ["a", "b"]),
        ([], []),
        (["a", "b"], ["a", "b"]),
    ],
)
def test_a_natural_key_may_be_written_in_a_list_or_alone(value: object, slugs: list[str]):
    assert keys(value) == slugs


names = [f"s{number}" for number in range(8)]


def _entries(links: dict[str, list[str]]) -> list[Entry]:
    fields = {"hours_low": 1, "hours_high": 2, "done_when": "You can do it."}
    resource = Entry("roadmap.resource", {"slug": "r", "url": "https://r.example/"}, "here")
    skills = [
        Entry(
            "roadmap.skill",
            {"slug": name, "comes_after": [[other] for other in links.get(name, [])], **fields},
            "here",
            ["r"],
        )
        for name in names
    ]
    return [resource, *skills]


def _has_circle(links: dict[str, list[str]]) -> bool:
    """Take away what comes after nothing until nothing is left, or until nothing can be taken."""
    left = {name: set(links.get(name, [])) for name in names}
    while free := [name for name, before in left.items() if not before]:
        for name in free:
            del left[name]
        left = {name: before - set(free) for name, before in left.items()}
    return bool(left)


@given(st.dictionaries(st.sampled_from(names), st.lists(st.sampled_from(names), unique=True, max_size=4)))
def test_a_circle_is_found_exactly_when_there_is_one_and_its_path_is_real(links: dict[str, list[str]]):
    found = [problem for problem in problems(_entries(links)) if "circle" in problem]

    assert bool(found) == _has_circle(links)
    for problem in found:
        path = problem.split(": ")[1].split(" > ")
        assert path[0] == path[-1]
        assert all(after in links[name] for name, after in pairwise(path))


@pytest.mark.parametrize(
    "fields",
    [
        {"hours_low": 0},
        {"hours_low": 999},
        {"unit": "hills"},
        {"target": 0, "unit": "x"},
        {"target": 5},
        {"kind": "magic"},
    ],
    ids=str,
)
def test_the_database_refuses_such_skills_itself(db: None, fields: dict[str, object]):
    skill = Skill.objects.get(slug="la-svd")
    for name, value in fields.items():
        setattr(skill, name, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        skill.save()
