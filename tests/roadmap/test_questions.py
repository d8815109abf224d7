"""The first questions lead to skills that are there."""

from collections import Counter

from roadmap.catalogue import at_version
from roadmap.models.marks import marks_of
from roadmap.questions import BACKGROUNDS, HOURS, KNOWN, MATHS, PROGRAMMING


def test_a_dozen_things_can_be_explained():
    assert len(KNOWN) == 12
    assert len({thing.slug for thing in KNOWN}) == 12
    assert all(thing.skills for thing in KNOWN)


def test_every_skill_behind_them_is_on_the_roadmap(db: None):
    catalogue = at_version(marks_of(None).version)
    for thing in KNOWN:
        for slug in thing.skills:
            assert not catalogue.skill_by_slug[slug].retired, f"{thing.slug}: {slug}"


def test_none_of_them_belongs_to_a_specialization(db: None):
    catalogue = at_version(marks_of(None).version)
    assert not [s for thing in KNOWN for s in thing.skills if catalogue.skill_by_slug[s].specialization_id]


def test_no_skill_stands_behind_two_things():
    times = Counter(slug for thing in KNOWN for slug in thing.skills)
    assert [slug for slug, number in times.items() if number > 1] == []


def test_answers_have_slugs_and_levels_of_their_own():
    assert len({option.slug for option in BACKGROUNDS}) == len(BACKGROUNDS)
    assert "other" in {option.slug for option in BACKGROUNDS}
    assert len(PROGRAMMING) == len(MATHS) == 4, "levels go from 0 to 3"
    assert [*HOURS] == sorted(HOURS)
