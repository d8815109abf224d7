"""Loading the fixtures: twice changes nothing, content moves, ticks stay, and it is all or nothing."""

import datetime
from pathlib import Path

import pytest

from roadmap import catalog_writer, fixture_files
from roadmap.models import (
    CatalogueVersion,
    Resource,
    Skill,
    SkillResource,
    Specialization,
)
from roadmap.outline import outline_for
from tests.factories import make_user
from tests.person import Person
from tests.roadmap.small_catalogue import Fixtures, empty_the_catalogue

LAST_WEEK = datetime.date(2026, 11, 15)


@pytest.fixture
def files(db: None, own_snapshot: None, tmp_path: Path) -> Fixtures:
    empty_the_catalogue()
    fixtures = Fixtures(tmp_path)
    fixtures.load()
    return fixtures


@pytest.fixture
def walker(files: Fixtures) -> Person:
    """Someone who can walk, counts hills and reached a milestone."""
    person = Person(make_user(email="alice@example.org"))
    person.tick("walk", done_on="2026-11-15")
    person.quietly("/skills/climb/count/", {"count": "4"})
    person.quietly("/milestones/first-step/state/", {"state": "done", "note": "At last"})
    return person


def ticks(person: Person) -> dict[str, tuple[str, datetime.date | None, int]]:
    rows = person.user.skill_progress.select_related("skill")
    return {row.skill.slug: (row.state, row.done_on, row.count) for row in rows}


def version() -> int:
    return CatalogueVersion.objects.get().number


def test_the_first_load_says_what_it_added(db: None, own_snapshot: None, tmp_path: Path):
    empty_the_catalogue()

    said = Fixtures(tmp_path).load()

    assert said.startswith("added: 21 (phase start, phase finish, specialization sea, ")
    assert version() == 1
    assert list(Skill.objects.values_list("slug", flat=True)) == ["stand", "walk", "run", "climb", "swim"]


def test_a_second_load_changes_nothing_and_wakes_no_process(files: Fixtures):
    before = list(Skill.objects.order_by("pk").values())
    said = files.load()

    assert said == "Nothing changed: 21 items are up to date.\n"
    assert list(Skill.objects.order_by("pk").values()) == before
    assert version() == 1


def test_links_and_their_order_are_written(files: Fixtures):
    stand, walk = Skill.objects.get(slug="stand"), Skill.objects.get(slug="walk")

    assert list(stand.resource_links.values_list("resource__slug", "position")) == [
        ("book", 1),
        ("course", 2),
    ]
    assert [s.slug for s in walk.comes_after.all()] == ["stand"]
    assert walk.part_of
    assert walk.part_of.slug == "run"
    fallback = Resource.objects.get(slug="book").fallback
    assert fallback
    assert fallback.slug == "course"


def test_a_new_title_keeps_every_tick(files: Fixtures, walker: Person):
    before = ticks(walker)
    files.change("walk", title="Walk upright", summary="Two legs.")
    said = files.load()

    assert said == "changed: 1 (skill walk)\n"
    assert ticks(walker) == before
    assert version() == 2
    assert walker.see("/skills/walk/").all("h1")[0].text == "Walk upright"


def test_a_move_to_another_module_keeps_every_tick(files: Fixtures, walker: Person):
    before = ticks(walker)
    files.change("walk", module=["hills"])
    files.load()

    assert ticks(walker) == before
    outline = outline_for(walker.user.pk)
    ground, hills = outline.module("ground"), outline.module("hills")
    assert ground
    assert hills
    assert (ground.tally.done, hills.tally.done) == (0, 1)


def test_a_move_of_a_module_to_another_phase_keeps_every_tick(files: Fixtures, walker: Person):
    files.change("ground", phase=["finish"])
    files.load()

    finish = outline_for(walker.user.pk).phase("finish")
    assert finish
    assert finish.tally.done == 1
    assert ticks(walker)["walk"] == ("done", LAST_WEEK, 0)


def test_retirement_keeps_every_tick_in_sight(files: Fixtures, walker: Person):
    before = ticks(walker)
    files.remove("walk")
    files.change("run", comes_after=[["stand"]])
    files.change("first-step", skills=[])
    files.change("week-1", skills=[["stand"]])
    said = files.load()

    assert "retired: 1 (skill walk)" in said
    assert Skill.objects.get(slug="walk").retired
    assert ticks(walker) == before
    outline = outline_for(walker.user.pk)
    assert [line.skill.slug for line in outline.off_roadmap] == ["walk"]
    assert outline.tally.done == 0
    assert walker.see("/skills/walk/").by_id("skill-head").text.endswith("Change date")


def test_a_retired_skill_comes_back_with_its_ticks(files: Fixtures, walker: Person):
    before = ticks(walker)
    kept = [*files.entries]
    test_retirement_keeps_every_tick_in_sight(files, walker)
    files.entries = kept
    files.change("run", comes_after=[["walk"]])
    files.change("first-step", skills=[["walk"]])
    said = files.load()

    assert "skill walk" in said
    walk = Skill.objects.get(slug="walk")
    assert not walk.retired
    assert [r.slug for r in walk.resources.all()] == ["course"]
    assert ticks(walker) == before
    assert outline_for(walker.user.pk).tally.done == 1


def test_a_new_order_is_taken_over_and_reported(files: Fixtures, walker: Person):
    before = ticks(walker)
    place = next(n for n, (model, f) in enumerate(files.entries) if f.get("slug") == "run")
    files.entries.insert(place - 2, files.entries.pop(place))
    said = files.load()

    assert said == "moved: 3\n"
    ground = outline_for(walker.user.pk).module("ground")
    assert ground
    assert [line.skill.slug for line in ground.lines] == ["run", "stand", "walk"]
    assert ticks(walker) == before
    assert files.load().startswith("Nothing changed")


def test_a_milestone_that_is_reworded_stays_reached(files: Fixtures, walker: Person):
    files.change("first-step", title="The first step of all")
    files.load()

    progress = walker.user.milestone_progress.get()
    assert (progress.milestone.title, progress.note) == ("The first step of all", "At last")


def test_a_specialization_that_leaves_takes_no_tick_along(files: Fixtures, walker: Person):
    walker.send("/specializations/", {"specialization": "sea"})
    walker.tick("swim")
    files.remove("sea")
    files.remove("shore")
    files.remove("swim")
    said = files.load()

    assert "retired: 3" in said
    assert ticks(walker)["swim"][0] == "done"
    assert Specialization.objects.get().retired
    assert outline_for(walker.user.pk).chosen == ()
    assert walker.get("/roadmap/").status_code == 200


def test_other_resources_in_another_order_replace_the_list(files: Fixtures):
    files.entries = [e for e in files.entries if not (e[0] == "skillresource" and e[1]["skill"] == ["stand"])]
    files.add("skillresource", skill=["stand"], resource=["book"], position=2)
    files.add("skillresource", skill=["stand"], resource=["course"], position=1)
    said = files.load()

    assert said == "changed: 1 (skill stand)\n"
    links = SkillResource.objects.filter(skill__slug="stand")
    assert list(links.values_list("resource__slug", flat=True)) == ["course", "book"]


def test_a_field_that_leaves_the_entry_falls_back(files: Fixtures):
    files.without("climb", "target", "unit")
    files.without("walk", "part_of", "comes_after")
    files.load()

    climb, walk = Skill.objects.get(slug="climb"), Skill.objects.get(slug="walk")
    assert (climb.target, climb.unit) == (None, "")
    assert (walk.part_of, list(walk.comes_after.all())) == (None, [])


def test_nothing_is_written_when_the_last_entry_is_wrong(files: Fixtures):
    before = list(Skill.objects.order_by("pk").values())
    files.change("stand", title="Stand tall")
    files.change("flat", title="x" * 181)
    said = files.refused()

    assert said.startswith("Nothing was loaded.")
    assert list(Skill.objects.order_by("pk").values()) == before
    assert version() == 1


def test_an_unknown_model_at_the_end_takes_everything_back(files: Fixtures):
    files.change("stand", title="Stand tall")
    files.add("planet", slug="mars")
    said = files.refused()

    assert "roadmap.planet is no part of the catalogue" in said
    assert Skill.objects.get(slug="stand").title == "Stand"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "not a list"),
        ("model: x", "not a list"),
        ("- just text", "item 1 is not a model with fields"),
        ("- model: roadmap.phase", "item 1 is not a model with fields"),
        ("- {model: roadmap.phase, fields: {}, pk: 1}", "item 1 is not a model with fields"),
        ("- [unclosed", "bad.yaml"),
        ("- !!python/object/apply:os.system [ls]", "bad.yaml"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(files: Fixtures, content: str, reason: str):
    (files.folder / "bad.yaml").write_text(content, encoding="utf-8")
    said = files.refused()

    assert said.startswith("Nothing was loaded.")
    assert "bad.yaml" in said
    assert reason in said


def test_an_empty_folder_retires_nothing(tmp_path: Path):
    with pytest.raises(fixture_files.UnreadableFixture, match="no fixtures here"):
        fixture_files.read(tmp_path)


def test_the_order_of_loading_puts_what_is_named_first():
    order = [model.__name__ for model in catalog_writer.MODELS]

    assert order.index("Phase") < order.index("Module") < order.index("Skill") < order.index("Requirement")
