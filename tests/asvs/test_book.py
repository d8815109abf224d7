"""Every requirement is met by a test or a document, or it is said why not."""

from pathlib import Path

import pytest

from tests.asvs import book, table
from tests.asvs.book import MET, UNSHOWN, Requirement, counts, markers, read, requirements

PLANTED = """
import pytest
pytestmark = [pytest.mark.slow, pytest.mark.asvs("1.1.1")]
@pytest.mark.asvs("9.9.9", "2.1.1")
def test_one(): ...
@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.asvs("3.1.1"))])
def test_two(x): ...
def helper(): ...
"""


def test_all_of_levels_1_and_2_are_in_the_book():
    rows = read()

    assert {level: sum(row.level == level for row in rows) for level in book.LEVELS} == book.LEVELS
    assert [row.number for row in rows] == list(book.entries()), "one line each, in their order"


def test_each_is_shown_or_it_is_said_why_not():
    unshown = [f"{row.number} {row.title}" for row in read() if row.state == UNSHOWN]

    assert not unshown, "mark the test that shows it, or say why it is not met:\n" + "\n".join(unshown)


def test_no_mark_names_what_is_not_there():
    # Level 3 asks for more than we set out to show; a test may show it all the same.
    known = {*book.entries(), *(book.FILE.parent / "level_3.txt").read_text().split()}
    unknown = {number: tests for number, tests in markers().items() if number not in known}

    assert unknown == {}


def test_what_does_not_apply_is_shown_by_no_test():
    assert [row.number for row in read() if row.verdict == "absent" and row.tests] == []


def test_the_table_for_readers_is_up_to_date():
    assert table.FILE.read_text(encoding="utf-8") == table.text(read()), "python -m tests.asvs --write"


def test_marks_are_read_wherever_they_stand(tmp_path: Path):
    file = tmp_path / "test_planted.py"
    file.write_text(PLANTED)

    found = markers([file])

    assert {number: len(tests) for number, tests in found.items()} == {
        "1.1.1": 2,
        "2.1.1": 1,
        "9.9.9": 1,
        "3.1.1": 1,
    }


def test_what_nothing_shows_is_seen():
    entry = {"level": 1, "title": "Something", "where": "somewhere"}
    absent_document = entry | {"doc": "docs/nowhere.md#Nothing"}
    del absent_document["where"]

    rows = requirements({"1.1.1": entry, "1.1.2": entry, "1.1.3": absent_document}, {"1.1.1": ["a::test_b"]})

    assert [row.state for row in rows] == [MET, UNSHOWN, UNSHOWN]
    assert counts(rows)[UNSHOWN] == 2


def test_an_entry_has_one_verdict():
    with pytest.raises(ValueError, match=r"1\.1\.1"):
        requirements({"1.1.1": {"level": 1, "title": "", "where": "", "unmet": ""}}, {})


def test_a_heading_without_words_is_no_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(book, "ROOT", tmp_path)
    (tmp_path / "a.md").write_text("# One\n\n## Two\n\nWords.\n")
    rows = [Requirement("1.1.1", 1, "", "doc", f"a.md#{heading}") for heading in ("One", "Two", "Three")]

    assert [row.state for row in rows] == [UNSHOWN, MET, UNSHOWN]
