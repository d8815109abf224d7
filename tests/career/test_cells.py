"""Days, amounts and choices, as people write them in spreadsheets."""

import datetime
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from career.models import STANDARD, Application, StageItem
from career.search.cells import Unclear, amount, day, one_of
from career.search.columns import COLUMNS, guessed, letter
from career.search.import_words import PERS, REMOTES, SOURCES, TIERS, stage_words
from career.search.record import HEADER

MAY_3 = datetime.date(2026, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-05-03", "2026/5/3", "2026-05-03T09:30:00Z", "2026-05-03 09:30", "03.05.2026", "3. 5. 2026"),
        *("3 May 2026", "May 3, 2026", "3 may. 2026", " 2026-05-03 "),
    ],
)
def test_a_day_is_read(text: str):
    assert day(text) == MAY_3


def test_days_with_slashes_need_an_order_only_where_they_may_be_two():
    assert day("25/05/2026") == day("05/25/2026") == datetime.date(2026, 5, 25)
    assert day("05/05/2026") == datetime.date(2026, 5, 5)
    assert day("03/05/2026", "dmy") == day("05/03/2026", "mdy") == MAY_3
    with pytest.raises(Unclear, match="may be two days"):
        day("03/05/2026")


@pytest.mark.parametrize(
    "text", ["May", "2026-02-30", "31.04.2026", "13/13/2026", "45123", "1999-12-31", "٣/٥"]
)
def test_what_is_no_day_is_refused(text: str):
    with pytest.raises(Unclear):
        day(text, "dmy")


@pytest.mark.parametrize(
    ("text", "exactly", "currency"),
    [
        ("52000", "52000", ""),
        ("£52,000", "52000", "GBP"),
        ("52.000 €", "52000", "EUR"),
        ("52.000,50 EUR", "52000.50", "EUR"),
        ("CHF 98'000", "98000", "CHF"),
        ("$1,234,567.89", "1234567.89", ""),
        ("52k", "52000", ""),
        ("47.5K GBP", "47500", "GBP"),
        ("0", "0", ""),
        ("27,5", "27.5", ""),
    ],
)
def test_an_amount_is_read_exactly(text: str, exactly: str, currency: str):
    assert amount(text) == (Decimal(exactly), currency)


@pytest.mark.parametrize(
    "text",
    [
        "-1",
        "lots",
        "50-60k",
        "1e9",
        "NaN",
        "Infinity",
        "9999999999.999",
        "10000000000",
        "1.2.3",
        "k",
        "€",
        "٥",
    ],
)
def test_what_is_no_amount_is_refused(text: str):
    with pytest.raises(Unclear):
        amount(text)


@given(st.decimals(0, 9_999_999_999, places=2))
@settings(max_examples=50, deadline=None)
def test_an_exported_amount_comes_back(value: Decimal):
    assert amount(str(value))[0] == value


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
@pytest.mark.asvs("1.4.2", "2.2.1")
def test_whatever_stands_in_a_cell_is_read_or_refused(text: str):
    for read in (amount, day, lambda cell: one_of(cell, SOURCES, known="some")):
        with suppress(Unclear):
            assert read(text)


def test_our_own_labels_are_understood():
    assert [SOURCES[label.lower()] for label in Application.Source.labels] == Application.Source.values
    assert [REMOTES[label.lower()] for label in Application.Remote.labels] == Application.Remote.values
    assert [PERS[label.lower()] for label in Application.Pay.labels] == Application.Pay.values
    assert TIERS["tier 3"] == TIERS["growth stage, series b–d"] == "3"


def test_stages_go_by_key_name_and_what_others_call_them():
    words = stage_words(STANDARD)
    assert (words["final round"], words["no response"], words["wishlist"]) == ("final", "ghosted", "saved")

    own = stage_words([StageItem("own-1", "Coffee", "screen"), StageItem("own-2", "Call", "screen")])
    assert (own["coffee"], own["call"], own["interview"]) == ("own-1", "own-2", "own-1")
    assert "rejected" not in own


def test_our_own_header_is_known_but_for_what_is_not_read():
    places = guessed(HEADER)

    assert set(places) == {column.key for column in COLUMNS}
    assert set(HEADER) - {HEADER[place] for place in places.values()} == {"Résumé", "Contact", "Archived on"}


def test_no_header_is_guessed_for_two_columns():
    assert guessed(["Company", "Notes", "Date", "notes", ""]) == {"company": 0, "note": 1, "applied_on": 2}


def test_columns_are_called_as_in_a_spreadsheet():
    assert [letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
