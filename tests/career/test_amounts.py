"""Amounts as people write them, wherever they are from."""

from decimal import Decimal

import pytest

from career.amounts import MOST, NoAmount, plain, read_amount, shown


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("9400", "9400"),
        ("9,400", "9400"),
        ("9 400", "9400"),
        ("9\N{NO-BREAK SPACE}400", "9400"),
        ("9\N{NARROW NO-BREAK SPACE}400.5", "9400.5"),
        ("9'400.50", "9400.50"),
        ("9’400", "9400"),
        ("£47,000", "47000"),
        ("€ 1200.50", "1200.50"),
        ("  12  ", "12"),
        ("1,200,300.5", "1200300.5"),
        ("9,999,999,999.99", "9999999999.99"),
    ],
)
def test_what_is_clear_is_read(text: str, amount: str):
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.200,50", "Write a point before the cents"),
        ("1200,50", "Write a point before the cents"),
        ("1,2", "Write a point before the cents"),
        ("1.200.300", "Write a point before the cents"),
        ("1.200", "Write 1200, or 1.20"),
        ("9,40,000", "Write an amount in digits"),
        ("9,400 000", "Write an amount in digits"),
        ("-5", "Write 0 or more"),
        ("−5", "Write 0 or more"),
        ("10000000000", "Write 9,999,999,999.99 or less."),
        ("9" * 60, "Write 9,999,999,999.99 or less."),
        ("1.2345", "Write at most 2 digits"),
        ("1e5", "Write an amount in digits"),
        ("NaN", "Write an amount in digits"),
        ("Infinity", "Write an amount in digits"),
        ("٣٤", "Write an amount in digits"),
        ("about 5", "Write an amount in digits"),
        ("", "Write an amount in digits"),
    ],
)
def test_what_could_be_two_amounts_or_none_is_refused_in_words(text: str, words: str):
    with pytest.raises(NoAmount, match=words):
        read_amount(text)


def test_a_price_may_have_four_digits_after_the_point():
    assert read_amount("1.1025", digits=4) == Decimal("1.1025")
    assert read_amount("1.102", digits=4) == Decimal("1.102")


def test_amounts_are_shown_with_their_currency():
    assert shown(Decimal("9400"), "GBP") == "£9,400"
    assert shown(Decimal("-120.50"), "EUR") == "−€120.50"
    assert shown(Decimal("9400.70"), "CHF") == "CHF 9,401"
    assert shown(Decimal("-3"), "SEK") == "SEK −3"
    assert plain(MOST) == "9,999,999,999.99"
