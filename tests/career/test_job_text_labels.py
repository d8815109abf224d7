"""The labels themselves are well-formed."""

import re

import pytest

from roadmap.models import Skill
from tests.career.job_texts import SIGNS, Labelled, labelled

OPEN, SET_ASIDE = labelled("open"), labelled("set_aside")
ALL = [pytest.param(row, id=row.name) for row in OPEN + SET_ASIDE]


def test_there_are_enough_texts_and_none_stands_in_both_folders():
    assert len(OPEN) >= 40
    assert len(SET_ASIDE) >= 20
    assert (
        len({row.name for row in OPEN + SET_ASIDE}) == len({row.text for row in OPEN + SET_ASIDE}) == len(ALL)
    )


def test_both_folders_hold_every_sign_and_texts_without_any():
    for rows in (OPEN, SET_ASIDE):
        assert {key for row in rows for key in row.signs} == SIGNS
        assert any(not row.skills for row in rows)
        assert any(row.skills and "specific-technologies" not in row.signs for row in rows)


@pytest.mark.parametrize("row", ALL)
def test_signs_are_whole_sentences_of_the_text(row: Labelled):
    assert set(row.signs) <= SIGNS
    for sentence in row.signs.values():
        before, found, after = row.text.partition(sentence)
        assert found
        assert re.search(r"(^|\n|[.!?…]\s|[-–•*~]\s|[\w]\)\s|\d\.\s)$", before), "starts a sentence or a line"
        assert sentence[-1] in ".!?…" or after.startswith("\n"), "ends a sentence or a line"


@pytest.mark.parametrize("row", ALL)
def test_facts_are_as_stated(row: Labelled):
    assert set(row.facts) == {"years", "degree", "place", "pay"}
    assert all(words is None or (words and words in row.text) for words in row.facts.values())


@pytest.mark.django_db
def test_labels_are_skills_of_the_catalogue():
    slugs = set(Skill.objects.values_list("slug", flat=True))
    assert {slug for row in OPEN + SET_ASIDE for slug in row.skills} - slugs == set()
