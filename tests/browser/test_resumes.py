"""A résumé from a shipped build to paper: with script, without it, and as long as it is said to be."""

import io
import json
import re
from dataclasses import replace

import pypdf
import pytest
from playwright.sync_api import Page, expect

from career.resume_fit import fit
from career.resume_sheet import Entry, Sheet, SkillGroup
from career.resumes import json_resume
from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold
from tests.browser.test_without_script import MODES, without_script
from tests.career.cv import INES

RENTS = "Rent forecasts for Leeds"
ONE = re.compile(r"/career/resumes/[0-9a-f-]{36}/(#projects)?$")
PAPERS = {"a4": (595, 842), "letter": (612, 792)}


def draft(page: Page) -> None:
    page.goto("/career/resumes/")
    page.get_by_role("button", name="Draft your first version").click()
    expect(page).to_have_url(ONE)
    expect(page.locator("#leaf")).to_contain_text("MAE 83, 43% below the baseline of 146.")


def printed(page: Page, paper: str) -> int:
    """Return on how many pages the open version prints, each of them of this paper."""
    page.goto(re.sub(r"[?#].*", "", page.url).replace("/print/", "/") + f"print/?paper={paper}")
    document = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in document.pages:
        width, height = sheet.mediabox.width, sheet.mediabox.height
        assert (abs(width - PAPERS[paper][0]) < 2, abs(height - PAPERS[paper][1]) < 2) == (True, True)
    text = document.pages[0].extract_text()
    assert "Print sheet" not in text, "only the sheet prints"
    assert "Skip to content" not in text
    return len(document.pages)


def test_from_a_build_to_one_page_of_paper(learn: Visit):
    tab = learn(shipped=RENTS, display_name="Ines Moreau")
    page = tab.page
    draft(page)
    with tab.witness.no_reload():
        page.get_by_label("Two to three lines").fill("My models run.")
        expect(page.locator("#leaf")).to_contain_text("My models run.")
        expect(page.locator("#checks")).to_contain_text("“My models run.”: leave the person out")
        page.get_by_text("Contact and links").click()
        tab.witness.expect("422")
        page.get_by_label("Email").fill("nobody")
        expect(page.locator("#checks")).to_contain_text("Not checked yet")
        expect(page.get_by_label("Two to three lines")).to_have_value("My models run.")
        page.get_by_label("Email").fill("ines@moreau.example")
        expect(page.locator("#leaf")).to_contain_text("ines@moreau.example")
        page.get_by_text("This version", exact=True).click()
        page.get_by_label("What this version is for").fill("forecasting")
    page.get_by_label("Two to three lines").press("Control+a")
    page.get_by_label("Two to three lines").press_sequentially(
        "Forecasts rents, and says how wrong they are. " * 3
    )
    expect(page.locator("#checks")).to_contain_text("No “I”, “my”, “we”")
    page.get_by_role("button", name="Save version").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Résumé v1, forecasting")
    check_accessibility(page)
    for paper in PAPERS:
        assert printed(page, paper) == 1
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == "resume-v1.pdf"


@pytest.mark.parametrize("mode", MODES)
def test_from_a_build_to_a_copy_without_script(learn: Visit, mode: str):
    tab = without_script(learn, mode)(shipped=RENTS, display_name="Ines Moreau")
    tab.witness.expect("422")
    page = tab.page
    draft(page)
    page.get_by_text("Contact and links").click()
    page.get_by_label("Email").fill("nobody")
    page.get_by_role("button", name="Save version").last.click()
    expect(page.locator("#errors")).to_contain_text("One thing needs your attention")
    page.get_by_label("Email").fill("ines@moreau.example")
    page.get_by_text("Another project, written by hand").click()
    page.locator("[id='resume_project-2-title']").fill("Bike counter")
    page.locator("[id='resume_project-2-title']").press("Enter")
    expect(page.locator("#leaf h4").nth(1)).to_contain_text("Bike counter")
    page.get_by_role("button", name="Later: Rent").click()
    expect(page.locator("#leaf h4").first).to_contain_text("Bike counter")
    page.locator("#main summary", has_text="More").first.click()
    page.get_by_role("button", name="Copy as version 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Résumé v2")
    page.locator("#main summary", has_text="More").first.click()
    page.get_by_role("button", name="Delete version").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text(["2 versions"])


@pytest.mark.parametrize("look", ["wide-dark", "narrow-light"])
def test_the_editor_can_be_used_by_everyone(learn: Visit, look: str):
    page = learn(shipped=RENTS, **SCREENS[look]).page
    draft(page)
    unfold(page)
    check_accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def full(sheet: Sheet, job: Entry) -> Sheet:
    """Return the sheet with as many of a job as are said to fit."""
    while fit(more := replace(sheet, jobs=(*sheet.jobs, job))).fits:
        sheet = more
    return sheet


WORDY = Entry(
    "Order picker, then team leader", years="2015–2018", lines=("Led a team of nine; fewest slips.",)
)
WIDE = Entry("WWW MMM @@@ %%% " * 9, years="2015–2018", lines=("m" * 90 + " WWWW" * 20,))
SAMPLES = {
    "many lines": full(replace(INES, jobs=()), replace(WORDY, lines=WORDY.lines * 9)),
    "wide letters": full(replace(INES, jobs=()), WIDE),
    "accents": full(
        replace(INES, jobs=()), Entry("Répéteur à Łódź", years="2015", lines=("Привет, Ωμέγα ü " * 30,))
    ),
    "groups": replace(
        INES, skills=tuple(SkillGroup(f"{n} " + "W" * 30, "word, " * 40 + "x") for n in range(6))
    ),
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_said_to_fit_prints_on_one_page(learn: Visit, sample: str):
    page = learn().page
    sheet = SAMPLES[sample]
    space = fit(sheet)
    page.goto("/career/resumes/import/")
    page.get_by_label("Or its text").fill(json.dumps(json_resume.written(sheet)))
    page.get_by_role("button", name="Read it").click()
    expect(page).to_have_url(ONE)
    for paper, spare in (("a4", space.a4), ("letter", space.letter)):
        pages = printed(page, paper)
        assert spare < 0 or pages == 1, f"{sample} on {paper}: {spare} lines to spare, {pages} pages"


def test_what_is_far_too_long_takes_a_second_page(learn: Visit):
    page = learn().page
    long = replace(INES, jobs=(replace(WORDY, lines=("A line of work. " * 7,) * 7),) * 6)
    assert fit(long).a4 < -6
    page.goto("/career/resumes/import/")
    page.get_by_label("Or its text").fill(json.dumps(json_resume.written(long)))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#checks")).to_contain_text("Longer than one page")
    assert printed(page, "a4") == 2


def test_a_letter_from_an_application_to_paper(learn: Visit):
    page = learn(shipped=RENTS, display_name="Ines Moreau").page
    page.goto("/career/new/")
    page.get_by_label("Company").first.fill("Fathom Freight")
    page.get_by_role("button", name="Add application").click()
    expect(page).to_have_url(re.compile(r"/career/[0-9a-f-]{36}/$"))
    letter = f"{page.url}letter/"
    page.goto(letter)
    project = page.get_by_label("Project and skills")
    expect(project).to_have_value(re.compile(f"The work closest to it is {RENTS}. Nobody knew"))
    words = int(page.locator("[data-words]").inner_text())
    project.press("Control+End")
    project.press_sequentially(" Five more words — at last.")
    expect(page.locator("[data-words]")).to_have_text(str(words + 5))
    check_accessibility(page)
    page.get_by_role("button", name="Save letter").click()
    expect(page.locator("#live")).to_contain_text("Saved: your letter to Fathom Freight.")
    expect(page.locator("[data-words]")).to_have_text(str(words + 5))
    for paper in PAPERS:
        page.goto(f"{letter}print/?paper={paper}")
        document = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        (sheet,) = document.pages
        text = " ".join(sheet.extract_text().split())
        assert "Five more words" in text
        assert "Letter to print" not in text
