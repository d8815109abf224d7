"""Which numbers of a story have no source."""

import time

import pytest

from career.reading_time import words
from career.story_numbers import MOST, without_source


@pytest.mark.parametrize(
    ("text", "sources", "left"),
    [
        ("The error fell from £210 to £83.", "£210, £83: monitoring log", ()),
        ("The error fell from £210 to £83.", "£83: monitoring log", ("210",)),
        ("43% lower", "43: notebook", ()),
        ("4,180 rows, 4180 again", "", ("4180",)),
        ("4,180 rows", "4180: count", ()),
        ("0.50 and 0,5", "0.5: run 7", ()),
        ("7.", "", ("7",)),
        ("12 of 12 in 3 days", "", ("12", "3")),
        ("٤٢ rows", "42: count", ()),
        ("nothing to count here", "", ()),
    ],
)
def test_numbers_are_compared_and_not_spellings(text: str, sources: str, left: tuple[str, ...]):
    assert without_source((text,), sources) == left


@pytest.mark.parametrize(
    "text",
    [
        "F1 and R2 of GPT-4, v2.1, phase-3",
        "the 1st and the 22nd in 3D with 5-fold splits",
        "in 2024, since 1999, on March 8, 2025, by 2026",
        "see https://example.org/2024/17 for more",
    ],
)
def test_names_dates_and_addresses_need_no_source(text: str):
    assert without_source((text,), "") == ()


def test_an_address_is_no_source_for_its_digits():
    assert without_source(("17 users",), "https://example.org/17") == ("17",)


def test_a_text_of_numbers_alone_takes_no_time():
    began = time.perf_counter()
    without_source(("1 " * 1500, "in 2" * 750, "1,1" * 1000), "1" * 1000)
    assert words("_" * 3000) == 0
    assert time.perf_counter() - began < 0.5


def test_only_the_first_dozen_is_listed():
    text = " ".join(str(number) for number in range(20, 80))
    assert without_source((text, text), "")[-1] == "31"
    assert len(without_source((text,), "")) == MOST
