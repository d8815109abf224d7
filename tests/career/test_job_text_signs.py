"""The guide's flags in sentences of many kinds, and sentences that only look like them."""

from pathlib import Path

import pytest
import yaml

from career.job_text import Sign, read
from career.reading.findings import GREEN, RED
from career.reading.sentences import split
from career.reading.sieve import possible
from career.reading.signs import RULES, SHOWS
from career.reading.table import TOKEN

SENTENCES = yaml.safe_load(Path(__file__).with_name("flag_sentences.yaml").read_text(encoding="utf-8"))


def lines(kind: str) -> list[tuple[str, str]]:
    return [(key, line) for key, kinds in SENTENCES.items() for line in kinds[kind].splitlines()]


def sign(key: str, text: str) -> Sign | None:
    return next((sign for sign in read(text, {}).signs if sign.key == key), None)


@pytest.mark.parametrize(("key", "sentence"), lines("shown"))
def test_a_sentence_shows_its_flag(key: str, sentence: str):
    found = sign(key, f"Our team is small.\n\n{sentence}\n\nWe look forward to your letter.")

    assert found is not None
    assert found.quote == sentence.removeprefix("- ")
    assert found.kind == ("green" if key in GREEN else "red")


@pytest.mark.parametrize(("key", "sentence"), lines("not_shown"))
def test_a_sentence_that_only_looks_like_it_shows_nothing(key: str, sentence: str):
    assert sign(key, sentence) is None


def test_every_key_has_sentences_of_both_kinds():
    assert set(SENTENCES) == {*GREEN, *RED} - {"specific-technologies"}


@pytest.mark.parametrize(("key", "sentence"), lines("shown"))
def test_the_sieve_holds_back_nothing_that_a_rule_would_find(key: str, sentence: str):
    spoken = split(sentence)[0]
    words = [word.lower() for word in TOKEN.findall(spoken.text)]
    asked = {rule for rule, holds in RULES.items() if holds(spoken, [])}

    assert {SHOWS.get(rule, rule) for rule in asked} <= {SHOWS.get(rule, rule) for rule in possible(words)}
