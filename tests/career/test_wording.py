"""Wordings find what their pattern finds, whatever the capitals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from career.reading.wording import Wording, wording

OWNED = wording(
    r"\byou own (?P<thing>the \w+)", r"^\W*ours\b", r"\blearn from (?-i:[A-Z])\w+", r"\byou’re in\b"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You OWN the Model", "You OWN the Model"),
        ("and you  own\nthe feed", "you  own\nthe feed"),
        ("• Ours alone", "• Ours"),
        ("You learn from Priya", "learn from Priya"),
        ("you learn from priya", None),
        ("You're in", "You're in"),
        ("You’re in", "You’re in"),
        ("You disown the model", None),
        ("", None),
    ],
)
def test_a_wording_is_found_as_it_was_written(text: str, found: str | None):
    match = OWNED.search(text)
    assert (match and match[0]) == found
    assert [one[0] for one in OWNED.finditer(text)] == ([found] if found else [])


def test_the_parts_of_a_match_are_those_of_the_text():
    match = OWNED.search("YOU OWN THE FEED")
    assert match is not None
    assert match["thing"] == "THE FEED"


def test_what_is_replaced_leaves_the_rest_as_it_was():
    assert OWNED.sub("…", "Here You Own The Feed, Ada.") == "Here …, Ada."
    assert OWNED.sub("…", "Nothing Of It, Ada.") == "Nothing Of It, Ada."
    assert wording(r", and ", r"; ").split("A, and B; C") == ["A", "B", "C"]


@given(st.text(alphabet="aAbB yYoOuU’'nN\n-wWtThHeE", max_size=40))
def test_nothing_is_sifted_out_that_would_have_been_found(text: str):
    pattern = r"\b(?:you own|THE (?-i:[A-Z])\w*|an?\s+(?:Bee|ewe))\b(?!-)"
    plain = re.compile(pattern, re.IGNORECASE)
    sifted = Wording(pattern)
    assert [m.span() for m in sifted.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert bool(sifted.match(text)) == bool(plain.match(text))
    assert bool(sifted.fullmatch(text)) == bool(plain.fullmatch(text))
    assert sifted.findall(text) == plain.findall(text)
    assert sifted.subn("", text) == plain.subn("", text)
