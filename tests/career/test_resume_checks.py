"""What rules say of a résumé: one page, numbers, links, tone, and the words of a job text."""

from dataclasses import replace

import pytest

from career.resume_checks import JobWord, Report, first_person, has_number, report, weak_verbs
from career.resume_fit import A4, LETTER, fit, height, lines, measured
from career.resume_sheet import Entry, Sheet, SkillGroup, lines_of, short
from tests.career.cv import INES


def said(found: Report) -> dict[str, str]:
    return {check.title: check.detail for check in found.checks if not check.met}


def test_a_good_one_passes_all_seven():
    found = report(INES)
    assert (found.met, found.asked, said(found), found.notes) == (7, 7, {}, ())


def test_an_empty_one_passes_what_an_empty_page_can():
    found = report(Sheet())
    assert set(said(found)) == {
        "Every project has a number",
        "Every project has a link",
        "Three to four projects",
        "A summary of two to three lines",
    }


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Cut the error by 43%.", True),
        ("F1 0.91 over nine classes.", True),
        ("On 2000 photos.", True),
        ("Runs at ٣٠ frames.", True),
        ("Detects pallets with YOLOv8 and GPT-4.", False),
        ("Written in Python 3.", False),
        ("Built in 2024.", False),
        ("Served on EC2 with H2O.", False),
        ("Better than before.", False),
    ],
)
def test_a_number_is_a_measure_and_not_part_of_a_name(line: str, counts: bool):
    assert has_number(Entry("Pallets", lines=(line,))) is counts


def test_the_project_without_a_number_or_link_is_named():
    bare = Entry("Bike counter", lines=("Counts bikes.",))
    found = said(report(replace(INES, projects=(*INES.projects[:2], bare))))
    assert "“Bike counter”" in found["Every project has a number"]
    assert "2 of 3" in found["Every project has a link"]


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [
        ("I built it.", True),
        ("Built with my team.", True),
        ("We shipped it.", True),
        ("Then, OUR model won.", True),
        ("Type I errors halved.", False),
        ("Led phase I trials.", False),
        ("Moved to the US.", False),
        ("Deployed to AWS with I/O limits.", False),
        ("Mines data; weekly.", False),
        ("github.com/my/repo and me@my.example", False),
    ],
)
def test_first_person(sentence: str, speaks: bool):
    assert bool(first_person([sentence])) is speaks


@pytest.mark.parametrize(
    ("line", "weak"),
    [
        ("Helped with the launch.", True),
        ("Shipped it. Was responsible for tests.", True),
        ("Worked on the pipeline.", True),
        ("Cut the error; used SQL.", True),
        ("Wasted nothing.", False),
        ("Usedom ferries forecast.", False),
        ("Cut the error with tried methods.", False),
    ],
)
def test_weak_verbs_are_those_a_line_begins_with(line: str, weak: bool):
    assert bool(weak_verbs([line])) is weak


def test_what_is_quoted_is_short_and_where_it_is():
    sheet = replace(INES, summary=f"{INES.summary} My models are four and they all run somewhere.")
    assert said(report(sheet))["First person"].startswith("“My models are four”: leave")
    assert first_person(["Photos taken in a cold dark hall by our own team at night."]) == [
        "…dark hall by our own team at"
    ]
    assert first_person(["Then it was I, alone."]) == ["Then it was I"]
    assert weak_verbs(["Helped with the launch of two sites."])


def test_words_of_a_job_text_are_told_apart_by_what_can_be_shown():
    words = [
        JobWord("Python", "shown", True),
        JobWord("PyTorch", "claimed", False),
        JobWord("Docker", "learning", False),
        JobWord("Kubernetes", "open", False),
        JobWord("Spark", "open", True),
        JobWord("COBOL", "", False),
    ]
    found = report(INES, words)
    assert (found.met, found.asked) == (7, 8)
    assert said(found) == {"Words of the job text": "1 of 2 skills you have"}
    assert dict(found.notes) == {
        "PyTorch is missing": "you have it: name it where you used it",
        "Docker is missing": "you are learning it: leave it out until you can show it",
        "Kubernetes is missing": "open on your trail: leave it out until you can show it",
        "Spark is named": "open on your trail: be ready to show it, or leave it out",
    }


def test_a_job_that_asks_for_nothing_known_is_no_fault():
    assert report(INES, ()).met == 8


def test_more_text_never_leaves_more_room():
    few = fit(INES)
    more = fit(replace(INES, jobs=INES.jobs * 3))
    assert few.fits
    assert (more.a4, more.letter) < (few.a4, few.letter)
    assert few.letter < few.a4, "Letter is the shorter page"


def test_too_long_says_by_how_many_lines_on_which_paper():
    found = said(report(replace(INES, jobs=INES.jobs * 14)))
    assert "lines on A4 and" in found["Longer than one page"]


def test_what_fits_only_a4_says_so():
    sheet = INES
    while fit(sheet).letter >= 0:
        sheet = replace(sheet, education=(*sheet.education, Entry("A course", years="2020")))
    assert fit(sheet).a4 >= 0
    assert "A4" not in said(report(sheet))["Longer than one page"]


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_a_word_without_an_end_is_broken_and_counted(paper):
    long = Sheet(name="x" * 120, summary="W" * 600, skills=(SkillGroup("x" * 40, "y" * 300),))
    assert height(long, paper.width) > height(Sheet(name="x", summary="W"), paper.width) + 10


def test_letters_of_all_scripts_have_a_width():
    assert measured("é") == measured("e")
    assert measured("e\u0301") == measured("e")
    assert measured("漢") > 1
    assert measured("😀") > 1
    assert measured("\u200b") == 0
    assert lines("", 10) == 0
    assert lines("a\n\nb", 10) == 2


def test_bullets_typed_before_a_line_are_left_out_and_signs_are_not():
    assert lines_of("- one\n• two\n\n  -5% errors\n*three") == ("one", "two", "-5% errors", "*three")


def test_addresses_are_shown_as_people_write_them():
    assert short("https://www.github.com/ines-m/") == "github.com/ines-m"
