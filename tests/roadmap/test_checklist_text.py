"""Lists as other programs and people write them, read without believing any of it."""

import csv
import datetime
import io
import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.checklist.entries import day_of, state_of, title_of
from roadmap.checklist.matching import Matcher
from roadmap.checklist.table import Columns, Unreadable
from roadmap.checklist.text import checklist_of, decoded
from tests import naughty

pytestmark = pytest.mark.once
JANUARY = datetime.date(2026, 1, 5)


def said(text: str, columns: Columns | None = None) -> list[tuple[str, str]]:
    return [(entry.title, entry.state) for entry in checklist_of(text, columns).entries]


def test_json_as_roadmap_sh_has_it():
    text = json.dumps({"done": ["chain-rule@Xy_12ab", "Git basics"], "learning": ["NumPy"], "skipped": ["R"]})

    assert said(text) == [
        ("chain rule", "done"),
        ("Git basics", "done"),
        ("NumPy", "learning"),
        ("R", "skipped"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"progress": {"done": [{"id": "x", "title": "Git basics", "completed_at": "2026-01-05T10:00:00Z"}]}},
        [{"name": "Git basics", "status": "Completed", "date": "2026-01-05"}],
        {"items": [{"topic": "Git basics", "done": True, "doneOn": "2026-01-05"}]},
    ],
)
def test_other_json_with_titles_states_and_days(data: object):
    (entry,) = checklist_of(json.dumps(data)).entries

    assert entry[1:] == ("Git basics", "done", JANUARY)


def test_markdown_with_boxes_links_and_days():
    text = """# My list
Some words about it.
- [x] **Chain rule** (2026-01-05)
  * [X] [Git basics](https://example.org/git)
1. [/] NumPy ✅ 2026-01-05
- [-] R
- [ ] Bayes
- [?] Strange
"""
    found = checklist_of(text)

    assert [entry[1:] for entry in found.entries] == [
        ("Chain rule", "done", JANUARY),
        ("Git basics", "done", None),
        ("NumPy", "learning", JANUARY),
        ("R", "skipped", None),
        ("Bayes", "open", None),
    ]
    assert (found.kind, found.unclear) == ("markdown", 1)


def test_a_plain_list_is_what_was_done():
    assert said("## Done so far\n\n- Chain rule\n2) Git basics\nNumPy, and arrays\n---\n") == [
        ("Chain rule", "done"),
        ("Git basics", "done"),
        ("NumPy, and arrays", "done"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_with_any_delimiter(delimiter: str):
    text = "\n".join(
        delimiter.join(row)
        for row in (("Topic", "Status", "Completed on"), ("Git", "Done", "2026-01-05"), ("R", "To do", ""))
    )
    found = checklist_of(text)

    assert found.columns == (0, 1, 2, "")
    assert [entry[1:] for entry in found.entries] == [("Git", "done", JANUARY), ("R", "open", None)]


def test_a_table_without_a_header_and_with_columns_chosen():
    text = "2026-01-05,Git,yes\n,R,no\n"

    assert said(text, Columns(1, 2, 0)) == [("Git", "done"), ("R", "open")]
    assert said("Skill\nGit\nR\n") == [("Git", "done"), ("R", "done")]


def test_what_is_no_state_is_counted_and_left_out():
    found = checklist_of("title,status\nGit,banana\nR,50 %\nS,2026-01-05\n")

    assert [entry[1:] for entry in found.entries] == [("R", "learning", None), ("S", "done", JANUARY)]
    assert found.unclear == 1


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2026-01-05", "", JANUARY),
        ("2026-01-05T23:59:59+01:00", "", JANUARY),
        ("5.1.2026", "", JANUARY),
        ("Jan 5, 2026", "", JANUARY),
        ("13/1/2026", "", datetime.date(2026, 1, 13)),
        ("05/01/2026", "", None),
        ("05/01/2026", "dmy", JANUARY),
        ("01/05/2026", "mdy", JANUARY),
        ("2026-02-30", "", None),
        ("1999-12-31", "", None),
        ("0000-00-00", "", None),
        ("٢٠٢٦-٠١-٠٥", "", None),
    ],
)
def test_days(cell: str, order: str, day: datetime.date | None):
    assert day_of(cell, order) == day


@pytest.mark.parametrize(
    ("cell", "state"), [("TRUE", "done"), ("✓", "done"), ("100%", "done"), ("0%", "open")]
)
def test_states(cell: str, state: str):
    assert state_of(cell) == state


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1+1", "'=1+1"])
@pytest.mark.asvs("1.2.10")
def test_a_formula_is_a_title_like_any_other(formula: str):
    out = io.StringIO()
    csv.writer(out).writerows([["title", "done"], [formula, "yes"]])
    (entry,) = checklist_of(out.getvalue()).entries

    assert entry.title == title_of(formula)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n ",
        "\x00- [x] Git",
        "{" * 100_000,
        "[" * 100_000,
        '{"done":' * 5_000 + "1",
        '{"done": ' + "9" * 6_000 + "}",
        '{"done": 3}',
        "x\n" * 5_001,
        "a,b\n" * 5_002,
        'title,done\n"' + "a" * 200_000,
        "title" + ",x" * 100 + "\n",
        "\ud800",
    ],
    ids=range(13),
)
@pytest.mark.asvs("2.2.1")
def test_what_cannot_be_read_says_why(text: str):
    with pytest.raises(Unreadable, match=r"\w+\. |\w+$|\.$"):
        checklist_of(text)


def test_half_a_surrogate_in_json_is_dropped():
    assert said('{"done": ["Git\\ud800 basics\\u0000"]}') == [("Git basics", "done")]


@pytest.mark.parametrize("raw", [b"PK\x03\x04....", b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"\xff\xfe\x00"])
def test_files_that_are_no_text(raw: bytes):
    with pytest.raises(Unreadable):
        decoded(raw)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str):
    assert said(decoded("- [x] Bézier".encode(encoding))) == [("Bézier", "done")]


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
@pytest.mark.asvs("2.2.1")
def test_no_bytes_break_it(raw: bytes):
    try:
        found = checklist_of(decoded(raw))
    except Unreadable:
        return
    assert all(entry.title and entry.state for entry in found.entries)


@given(st.text(alphabet="[]()-*x ~`,;|\t\n\"'{}:@#0123456789", max_size=300))
@settings(max_examples=500, deadline=None)
def test_no_signs_break_it(text: str):
    with suppress(Unreadable):
        checklist_of(text)


def test_no_naughty_string_breaks_it():
    for raw in (*naughty.ALL, *naughty.RAW):
        try:
            checklist_of(decoded(raw[:100_000]))
        except Unreadable:
            continue


@pytest.mark.parametrize(
    "text",
    [
        "- [x] " + "a" * 900_000,
        "- [x] [" * 100_000,
        "- [x] " + "[a](" * 200_000,
        "- [x] a" + " " * 500_000,
        "- [x] " + "-2026-01-0" * 80_000,
        "a-" * 400_000 + "@",
        "\n".join("- [x] " + "(" * 190 for _ in range(4_999)),
    ],
    ids=range(7),
)
@pytest.mark.asvs("1.2.9")
def test_a_megabyte_of_anything_takes_no_time(text: str):
    began = time.process_time()
    with suppress(Unreadable):
        checklist_of(text)
    assert time.process_time() - began < 1.5


SKILLS = [
    ("chain-rule", "The chain rule"),
    ("git-basics", "Git basics"),
    ("numpy", "NumPy arrays"),
    ("linear-regression", "Linear regression"),
    ("logistic-regression", "Logistic regression"),
]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("the CHAIN rule", "chain-rule"),
        ("Chain Rule:", "chain-rule"),
        ("git  basics", "git-basics"),
        ("numpy", "numpy"),
        ("NumPy Arrays", "numpy"),
    ],
)
def test_the_same_title_in_other_clothes(title: str, slug: str):
    assert Matcher(SKILLS).match(title) == (slug, ())


@pytest.mark.parametrize(
    ("title", "near"),
    [
        ("Linear regresion", "linear-regression"),
        ("Basics of git and GitHub", "git-basics"),
        ("Numpy array", "numpy"),
    ],
)
def test_what_is_alike_is_offered_and_never_taken(title: str, near: str):
    found = Matcher(SKILLS).match(title)

    assert found.slug == ""
    assert near in found.near


def test_what_is_like_nothing_is_nothing():
    assert Matcher(SKILLS).match("Sourdough bread") == ("", ())
    assert Matcher(SKILLS).match("+++") == ("", ())


def test_one_title_of_two_skills_is_asked_about():
    twice = [("a", "Evaluation"), ("b", "Evaluation")]

    assert Matcher(twice).match("evaluation") == ("", ("a", "b"))


def test_a_thousand_unknown_titles_are_looked_up_in_a_second():
    matcher = Matcher((f"skill-{n}", f"Skill of number {n} and regression") for n in range(400))
    began = time.process_time()
    for number in range(1_000):
        matcher.match(f"Something about regression models {number}" + "x" * 150)
    assert time.process_time() - began < 5
