"""How long a story takes to tell."""

import pytest

from career.reading_time import AIM, clock, meter, seconds, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("one two  three\nfour", 4),
        ("a well-known result – really …", 4),
        ("from 146 to 83, 43% lower", 6),
        ("(yes)  --  * no_", 2),
        ("مرحبا بالعالم", 2),
        ("naïve œuvre", 2),
    ],
)
def test_words_are_what_holds_a_letter_or_a_digit(text: str, count: int):
    assert words(text) == count


def test_150_words_take_a_minute():
    assert (seconds(0), seconds(150), seconds(225)) == (0, 60, AIM)
    assert (clock(0), clock(85), clock(600)) == ("0:00", "1:25", "10:00")


def test_the_bar_is_ninety_seconds_long_while_the_story_fits():
    found = meter([("Situation", "w " * 45), ("Task", ""), ("Action", "w " * 90), ("Result", "w " * 45)])

    assert (found.words, found.clock, found.aim_at) == (180, "1:12", "")
    assert [(piece.x, piece.width, piece.label) for piece in found.pieces] == [
        ("0.00%", "20.00%", "S 18 s"),
        ("20.00%", "40.00%", "A 36"),
        ("60.00%", "20.00%", "R 18"),
    ]
    assert found.spoken == "72 of 90 seconds: situation 18, action 36, result 18"
    assert found.advice == "room for about 45 more words"


def test_a_long_story_shows_where_ninety_seconds_lie():
    found = meter([("Situation", "w " * 10), ("Action", "w " * 440)])

    assert (found.clock, found.aim_at) == ("3:00", "50.00%")
    assert [piece.label for piece in found.pieces] == ["", "A 176"]
    assert found.advice == "about 225 words too long"


@pytest.mark.parametrize("count", [222, 225, 226])
def test_ninety_seconds_are_right(count: int):
    assert meter([("Action", "w " * count)]).advice == "as long as it should be"


def test_nothing_told_is_nothing_measured():
    found = meter([("Situation", ""), ("Task", " ")])

    assert (found.words, found.clock, found.pieces, found.advice) == (0, "0:00", (), "")
    assert found.spoken == "0 of 90 seconds"
