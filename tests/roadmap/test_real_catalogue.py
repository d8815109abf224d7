"""The real catalogue: as many items as it should have, every rule kept, every sentence its own."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings

from roadmap import catalog_rules, fixture_files
from roadmap.catalogue import Catalogue
from roadmap.fixture_files import Entry
from roadmap.models import Requirement
from roadmap.outline import outline_for

COUNTS = {
    "phase": 4,
    "specialization": 4,
    "module": 26,
    "skill": 220,
    "resource": 300,
    "project": 4,
    "requirement": 21,
    "milestone": 13,
    "sprintweek": 12,
}


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return fixture_files.read(Path(settings.BASE_DIR) / "fixtures")


@pytest.fixture
def catalogue(db: None) -> Catalogue:
    return outline_for(None).catalogue


def of(entries: list[Entry], model: str) -> list[Entry]:
    return [entry for entry in entries if entry.model == f"roadmap.{model}"]


@pytest.mark.parametrize("model", COUNTS)
def test_it_has_as_many_as_it_should(entries: list[Entry], model: str):
    assert len(of(entries, model)) == COUNTS[model]


def test_it_breaks_no_rule(entries: list[Entry]):
    assert catalog_rules.problems(entries) == []


def test_the_snapshot_holds_all_of_it(catalogue: Catalogue):
    assert len(catalogue.phases) == 4
    assert sum(len(phase.modules) for phase in catalogue.phases) == 26
    assert sum(len(module.skills) for phase in catalogue.phases for module in phase.modules) == 220
    assert len(catalogue.resources) == 300
    assert len(catalogue.projects) == 4
    assert sum(len(project.requirements) for project in catalogue.projects) == 21
    assert len(catalogue.milestones) == 13
    assert [week.number for week in catalogue.weeks] == list(range(1, 13))


def test_nothing_comes_after_itself_in_any_way(catalogue: Catalogue):
    left = {skill.id: set(skill.comes_after) for skill in catalogue.skills.values()}
    while free := [pk for pk, before in left.items() if not before]:
        for pk in free:
            del left[pk]
        left = {pk: before - set(free) for pk, before in left.items()}

    assert not left


def test_what_comes_before_stands_earlier_on_the_trail_but_within_its_specialization(catalogue: Catalogue):
    """A hint to a later phase could never be followed in the order of the trail."""
    order = [phase.slug for phase in catalogue.phases]
    for skill in catalogue.skills.values():
        for pk in skill.comes_after:
            before = catalogue.skills[pk]
            assert order.index(before.phase_slug) <= order.index(skill.phase_slug), (skill.slug, before.slug)


def test_a_step_is_of_a_skill_that_is_no_step_itself_unless_its_whole_follows(catalogue: Catalogue):
    for skill in catalogue.skills.values():
        chain_: list[int] = []
        part = skill
        while part.part_of:
            assert part.part_of not in chain_
            chain_.append(part.part_of)
            part = catalogue.skills[part.part_of]
        assert len(chain_) <= 2, f"{skill.slug} is a step of a step of a step"
        if chain_:
            assert part.phase_slug == skill.phase_slug, f"{skill.slug} is part of something in another phase"


def test_a_larger_skill_comes_after_its_steps(catalogue: Catalogue):
    def before(pk: int) -> set[int]:
        found: set[int] = set()
        waiting = list(catalogue.skills[pk].comes_after)
        while waiting:
            found.add(one := waiting.pop())
            waiting += [other for other in catalogue.skills[one].comes_after if other not in found]
        return found

    for skill in catalogue.skills.values():
        assert set(skill.parts) <= before(skill.id), skill.slug


@pytest.mark.parametrize(("model", "name"), [("skill", "done_when"), ("milestone", "done_when")])
def test_every_outcome_says_what_you_can(entries: list[Entry], model: str, name: str):
    for entry in of(entries, model):
        text = entry.fields[name]
        assert text.startswith("You can "), entry.slug
        assert text.endswith("."), entry.slug


def test_no_sentence_stands_there_twice(entries: list[Entry]):
    texts = chain.from_iterable(
        (str(entry.fields.get(name, "")) for name in ("done_when", "summary", "why", "note"))
        for entry in entries
    )
    sentences = Counter(
        sentence.strip().lower()
        for text in texts
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if len(sentence.split()) > 3
    )

    assert [sentence for sentence, times in sentences.items() if times > 1] == []


@pytest.mark.parametrize("model", ["skill", "module", "resource", "milestone", "project", "requirement"])
def test_no_title_stands_there_twice(entries: list[Entry], model: str):
    titles = Counter(entry.fields["title"] for entry in of(entries, model))

    assert [title for title, times in titles.items() if times > 1] == []


def test_the_wording_is_calm(entries: list[Entry]):
    """No exclamation mark, no double space, no emoji; code and formulas have their own ways."""
    for entry in entries:
        for name, value in entry.fields.items():
            if isinstance(value, str) and name not in ("url", "slug"):
                where = f"{entry.slug}: {name}: {value}"
                prose = re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$", "x", value, flags=re.DOTALL)
                assert not re.search(r"!(?!=)", prose), where
                assert not re.search(r"\S  +\S", prose), where
                assert not re.search(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]", value), where


def test_the_prerequisites_of_everyone_are_in_no_closed_branch(catalogue: Catalogue):
    needed = {
        skill.slug for skill in catalogue.skills.values() if skill.specialization_id and skill.for_everyone
    }

    assert needed == {"cv-image-basics", "nlp-preprocessing", "nlp-linear-baseline"}


def test_every_resource_that_is_not_free_says_what_is(catalogue: Catalogue):
    for resource in catalogue.resources:
        if resource.fallback:
            slug = resource.fallback[0]
            free = catalogue.resource_by_slug[slug]
            assert (free.access, free.retired) == ("free", False), resource.slug
            assert free.status in ("ok", "moved", "archived"), resource.slug


def test_every_resource_is_named_by_a_skill_or_for_the_search(catalogue: Catalogue):
    used = {resource.slug for skill in catalogue.skills.values() for resource in skill.resources}
    used |= {resource.slug for project in catalogue.projects for resource in project.resources}

    assert len(used) > 200
    assert all(resource.topics for resource in catalogue.resources)


def test_addresses_are_https_and_none_stands_there_twice(catalogue: Catalogue):
    urls = Counter(resource.url.rstrip("/") for resource in catalogue.resources)

    assert all(url.startswith("https://") for url in urls)
    assert [url for url, times in urls.items() if times > 1] == []


def test_counted_skills_have_a_target_and_a_unit(catalogue: Catalogue):
    counted = {skill.slug: (skill.target, skill.unit) for skill in catalogue.skills.values() if skill.target}

    assert counted["coding-problems-100"] == (100, "problems")
    assert counted["leetcode-200"] == (200, "problems")
    assert all(unit for _, unit in counted.values())


def test_each_project_is_a_module_with_skills_and_every_requirement_of_a_skill_is_of_that_module(
    catalogue: Catalogue,
):
    for project in catalogue.projects:
        assert project.module.skills
        assert len(project.requirements) >= 4
        for requirement in project.requirements:
            if requirement.skill:
                assert requirement.skill.module_slug == project.module.slug, requirement.slug
    assert Requirement.objects.filter(skill__isnull=False).count() >= 17


def test_the_months_overlap_and_cover_the_fourteen(catalogue: Catalogue):
    months = [(phase.month_start, phase.month_end) for phase in catalogue.phases]

    assert months == [(1, 4), (3, 8), (6, 12), (10, 14)]


def test_the_sprint_names_skills_that_exist_for_everyone(catalogue: Catalogue):
    for week in catalogue.weeks:
        assert week.skills, week.number
        assert all(skill.for_everyone for skill in week.skills), week.number


def test_hours_are_honest_ranges(catalogue: Catalogue):
    for skill in catalogue.skills.values():
        assert 0 < skill.hours_low <= skill.hours_high <= 12 * skill.hours_low, skill.slug


def test_every_project_and_data_analysis_has_ideas_with_data(catalogue: Catalogue):
    for project in catalogue.projects:
        assert len(catalogue.ideas_for(project=project.id)) >= 2, project.slug
        assert any(idea.from_guide for idea in catalogue.ideas_for(project=project.id)), project.slug
    for slug in ("project-ride-patterns", "project-house-prices", "project-expense-tracker"):
        assert catalogue.ideas_for(skill=catalogue.skill_by_slug[slug].id), slug
    for idea in catalogue.ideas:
        assert not re.search(r"zillow\.com/(howto|webservice)|movement\.uber", idea.data_url), (
            "these are closed"
        )
