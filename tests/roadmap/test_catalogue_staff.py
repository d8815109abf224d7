"""What staff do to the catalogue stays, and no page falls over it."""

from pathlib import Path

import pytest

from roadmap.catalogue import at_version
from roadmap.models import (
    CatalogueVersion,
    Module,
    Phase,
    Resource,
    Skill,
    SkillProgress,
    Specialization,
)
from tests.factories import make_user
from tests.person import Person
from tests.roadmap.small_catalogue import Fixtures, empty_the_catalogue


@pytest.fixture
def files(db: None, own_snapshot: None, tmp_path: Path) -> Fixtures:
    empty_the_catalogue()
    fixtures = Fixtures(tmp_path)
    fixtures.load()
    return fixtures


def test_what_staff_edited_stays_until_the_entry_changes(files: Fixtures):
    Skill.objects.filter(slug="walk").update(title="Edited by staff")
    assert files.load().startswith("Nothing changed")
    files.change("run", title="Run fast")
    files.load()
    assert Skill.objects.get(slug="walk").title == "Edited by staff"

    files.change("walk", summary="New words.")
    files.load()
    assert Skill.objects.get(slug="walk").title == "Walk"


def test_what_staff_retired_stays_retired(files: Fixtures):
    Skill.objects.filter(slug="walk").update(retired=True)

    assert files.load().startswith("Nothing changed")
    assert Skill.objects.get(slug="walk").retired


def test_what_staff_made_is_left_alone(files: Fixtures):
    ground = Module.objects.get(slug="ground")
    Skill.objects.create(
        slug="dance",
        title="Dance",
        module=ground,
        kind="practice",
        done_when="You can dance.",
        hours_low=1,
        hours_high=2,
    )
    files.load()

    assert not Skill.objects.get(slug="dance").retired


@pytest.mark.parametrize("model", [Phase, Module, Skill, Resource, Specialization], ids=lambda m: m.__name__)
def test_whatever_staff_retire_the_pages_stand(
    db: None, own_snapshot: None, model: type[Phase | Module | Skill | Resource | Specialization]
):
    person = Person(make_user())
    person.tick("p1-collect")
    model._default_manager.all().update(retired=True)
    CatalogueVersion.bump()

    for path in ("/", "/about/", "/sprint/", "/projects/", "/resources/"):
        assert Person().get(path).status_code == 200, path
    for path in ("/roadmap/", "/today/", "/sprint/", "/projects/", "/resources/", "/skills/p1-collect/"):
        assert person.get(path).status_code == 200, path
    assert person.tick("p1-collect", "learning").status_code == 200


def test_a_phase_that_staff_retire_takes_its_projects_along(db: None, own_snapshot: None):
    Phase.objects.filter(slug="specialization-portfolio").update(retired=True)
    CatalogueVersion.bump()

    assert at_version(CatalogueVersion.objects.get().number).projects == ()
    assert SkillProgress.objects.count() == 0
    assert Person().get("/roadmap/foundation/").status_code == 200
