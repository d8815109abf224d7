"""The question bank: its rules, and that what is in it covers what it should."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from roadmap import catalog_rules, fixture_files
from roadmap.catalogue import Catalogue
from roadmap.fixture_files import Entry
from roadmap.models import Question
from roadmap.outline import outline_for
from roadmap.review import bank_rules
from roadmap.review.texts import text_of
from tests.roadmap.small_catalogue import Fixtures, empty_the_catalogue

COVERED = ("interview-coding", "interview-design", "interview-fundamentals")
GOOD = {"slug": "why-walk", "skill": ["walk"], "prompt": "Why walk, and when is $v > 0$?", "position": 1}
GOOD |= {"answer": "To get there: $v = \\frac{s}{t}$.", "slip": "Running.", "resource": ["course"]}
BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown skill": ({"skill": ["fly"]}, "there is no skill 'fly'"),
    "no skill": ({"skill": None}, "why-walk: belongs to no skill"),
    "an unknown resource": ({"resource": ["film"]}, "there is no resource 'film'"),
    "a resource of another skill": ({"resource": ["book"]}, "walk does not list the resource 'book'"),
    "no answer": ({"answer": " "}, "why-walk: has no answer"),
    "no slip": ({"slip": None}, "why-walk: has no slip"),
    "a long prompt": ({"prompt": "why " * 200}, "prompt has 800 characters, 600 at most"),
    "a long slip": ({"slip": "no" * 300}, "slip has 600 characters, 400 at most"),
    "TeX that is none": ({"answer": "It is $\\frac{$."}, "is no formula"),
    "a command that is unknown": ({"answer": "It is $\\fracc{1}{2}$."}, "there is no TeX command \\fracc"),
    "a dollar sign alone": ({"answer": "It costs $5."}, "a dollar sign stands alone"),
    "a formula without an end": ({"slip": "It is $x^2."}, "a dollar sign stands alone"),
}


@pytest.fixture
def files(db: None, own_snapshot: None, tmp_path: Path) -> Fixtures:
    empty_the_catalogue()
    files = Fixtures(tmp_path)
    files.add("question", **GOOD)
    return files


@pytest.mark.parametrize("name", BROKEN)
def test_what_breaks_a_rule_is_refused(files: Fixtures, name: str):
    fields, expected = BROKEN[name]
    files.change("why-walk", **fields)

    assert expected in files.refused()
    assert not Question.objects.exists()


def test_the_same_question_twice_is_refused(files: Fixtures):
    files.add("question", **GOOD | {"slug": "why-walk-again", "prompt": "why walk,  and when is $v > 0$?"})

    assert "why-walk-again: asks the same as why-walk" in files.refused()


def test_a_question_is_loaded_and_its_texts_are_checked_only_once(
    files: Fixtures, monkeypatch: pytest.MonkeyPatch
):
    assert "added: 22" in files.load()
    checked: list[str] = []
    texts = bank_rules._texts

    def watched(entry: Entry) -> Iterator[str]:
        checked.append(entry.slug)
        return texts(entry)

    monkeypatch.setattr(bank_rules, "_texts", watched)
    assert "Nothing changed" in files.load()
    assert checked == []
    files.change("why-walk", slip="Standing.")
    files.load()

    assert checked == ["why-walk"]


def test_a_question_that_leaves_the_files_is_retired(files: Fixtures):
    files.load()
    files.remove("why-walk")
    files.load()

    question = Question.objects.get()
    assert question.retired
    catalogue = outline_for(None).catalogue
    assert catalogue.questions_of == {}
    assert catalogue.question_by_slug["why-walk"].retired


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return fixture_files.read(Path(settings.BASE_DIR) / "fixtures")


@pytest.fixture
def catalogue(db: None) -> Catalogue:
    return outline_for(None).catalogue


def test_the_bank_breaks_no_rule(entries: list[Entry]):
    assert catalog_rules.problems(entries) == []


def test_there_are_three_hundred(catalogue: Catalogue):
    assert sum(len(found) for found in catalogue.questions_of.values()) >= 300


def test_every_skill_of_the_first_phases_and_of_interviews_has_one(catalogue: Catalogue):
    phases = {phase.slug for phase in catalogue.phases[:2]}
    bare = [
        skill.slug
        for skill in catalogue.skills.values()
        if not skill.retired
        and (skill.phase_slug in phases or skill.module_slug in COVERED)
        and not catalogue.questions_of.get(skill.id)
    ]

    assert bare == []


def test_the_deck_from_scratch_is_about_the_algorithms_of_core_machine_learning(catalogue: Catalogue):
    deck = [q for found in catalogue.questions_of.values() for q in found if q.from_scratch]

    assert len(deck) >= 10
    assert {catalogue.skills[q.skill_id].phase_slug for q in deck} == {catalogue.phases[1].slug}


def test_formulas_are_mathml_and_code_is_code(catalogue: Catalogue):
    html = "".join("".join(text_of(q)) for q in catalogue.questions.values())

    assert html.count("<math") > 100
    assert "<pre>" in html
    assert "<script" not in html
    assert "style=" not in html


def test_answers_stand_alone_and_are_not_long(catalogue: Catalogue):
    for question in catalogue.questions.values():
        words = len(question.answer.split())
        assert 15 <= words <= 260, f"{question.slug} has an answer of {words} words"
        assert len(question.slip.split()) <= 60, question.slug
        assert question.prompt.rstrip().endswith(("?", ".", "```", "`", ":")), question.slug
