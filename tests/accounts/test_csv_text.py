"""Spreadsheets as programs write them come back as they went out, and what is none is refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.csv_text import (
    MOST_COLUMNS,
    MOST_ROWS,
    NO_TEXT,
    Unreadable,
    decoded,
    neutral,
    plain,
    read,
    written,
)

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n"), max_size=12)
TRICKY = st.sampled_from(["=1+1", "'=1", "''+x", "-", "@a", 'say "so"', "a,b;c\td|e", "two\nlines", "é＝"])
ROWS = st.lists(st.tuples(CELLS | TRICKY, TRICKY, CELLS), min_size=1, max_size=6)
LIST = "Company,Role\nÉclair & Søn,Engineer\n"


@given(st.lists(st.sampled_from("'=+-@\t\r\n＝＋ a1"), max_size=6).map("".join) | CELLS)
@settings(max_examples=200, deadline=None)
@pytest.mark.asvs("1.2.1")
def test_a_cell_goes_out_harmless_and_comes_back_the_same(text: str):
    assert plain(neutral(text)) == text
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_the_same(rows: list[tuple[str, str, str]]):
    text, said = decoded(written([("Company", "Tricky", "Note"), *rows]).encode("utf-8-sig"))
    table = read(text)

    assert (table.header, said) == (("Company", "Tricky", "Note"), "")
    assert [tuple(plain(cell) for cell in cells) for _, cells in table.rows] == rows


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-16", "replace")))
@settings(max_examples=150, deadline=None)
@pytest.mark.asvs("5.2.2")
def test_whatever_the_bytes_the_answer_is_a_table_or_words(raw: bytes):
    with suppress(Unreadable):
        table = read(decoded(raw)[0])
        assert all(len(cells) == len(table.header) for _, cells in table.rows)


@pytest.mark.parametrize(
    ("encoding", "aloud"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("cp1252", True)],
)
def test_the_encodings_that_spreadsheets_write(encoding: str, aloud: bool):
    text, said = decoded(LIST.encode(encoding))

    assert text == LIST
    assert ("Windows text" in said) == aloud


def test_utf_16_of_either_order():
    assert decoded(b"\xfe\xff" + LIST.encode("utf-16-be"))[0] == LIST


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "This file is empty."),
        (b" \r\n\n", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NO_TEXT),
        (b"PK\x03\x04\x14\x00\x06\x00", "This is a workbook or an archive."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Excel workbook."),
        (b"%PDF-1.7", "This is a PDF."),
        (b"MZ\x90\x00\x03", NO_TEXT),
        (b"Company,Role\nA\x00B,C\n", NO_TEXT),
        (b"Company\nA\x1bB\n", NO_TEXT),
        (b"Company\n\x81\x8d\n", NO_TEXT),
        (b"\xff\xfeC", NO_TEXT),
        (LIST.encode("utf-32"), NO_TEXT),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, said: str):
    with pytest.raises(Unreadable) as refused:
        decoded(raw)

    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Company;Role\nA, B & Co;Engineer, ETA\n",
        "Company\tRole\nA, B & Co\tEngineer, ETA\n",
        "Company|Role\nA, B & Co|Engineer, ETA\n",
        'Company,Role\r\n"A, B & Co","Engineer, ETA"\r\n',
        'sep=;\nCompany;Role\n"A, B & Co";Engineer, ETA\n',
    ],
)
def test_the_delimiter_is_found(text: str):
    table = read(text)

    assert table.header == ("Company", "Role")
    assert [cells for _, cells in table.rows] == [("A, B & Co", "Engineer, ETA")]


def test_rows_are_numbered_as_in_a_spreadsheet():
    table = read('Company,Note\nA,"two\nlines"\n\n , \nB\nC,D,E\n')

    assert table.rows == ((2, ("A", "two\nlines")), (5, ("B", "")), (6, ("C", "D")))
    assert read("sep=,\nCompany,Note\nA,x\n").rows == ((3, ("A", "x")),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Company,Role\nA,"never closed\n', "Near row 2 a quotation mark"),
        ('Company,Role\nA,"so"so\n', "Near row 2 a quotation mark"),
        ("Company,Note\nA," + "x" * 140_000, "A cell near row 2 is longer than 100,000 characters"),
        ("Company\n", "This file has one row."),
        ("," * MOST_COLUMNS + "\nA\n", f"Row 1 has {MOST_COLUMNS + 1} columns; {MOST_COLUMNS} fit."),
        ("Company\n" + "A\n" * (MOST_ROWS + 1), "This file has more than 10,000 rows."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_row(text: str, said: str):
    with pytest.raises(Unreadable) as refused:
        read(text)

    assert str(refused.value).startswith(said)


def test_ten_thousand_rows_are_read():
    assert len(read("Company\n" + "A\n" * MOST_ROWS).rows) == MOST_ROWS
