"""A résumé on paper: the page that prints, the PDF, and plain text."""

import io
import time
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from career.models import Resume
from career.resume_fit import fit
from career.resume_sheet import Entry, Sheet
from career.resumes import pdf as typesetting
from career.resumes import plain_text
from career.resumes.pdf import NoPdf, pdf
from tests.career.cv import INES, keep, path_of
from tests.person import Person
from tests.test_pages import check


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(document: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def in_order(words: list[str], text: str) -> bool:
    """Whether the words stand in the text one after the other."""
    place = 0
    for word in words:
        place = text.find(word, place)
        if place < 0:
            return False
    return True


READ_IN_ORDER = [
    *("Ines Moreau", "Leeds, UK", "ines@moreau.example", "github.com/ines-m", "Machine learning engineer"),
    *("Skills", "Languages", "Python, SQL, Bash", "Projects", "Rent forecasts for Leeds"),
    *("github.com/ines-m/rents", "£142 to £81", "Pallet damage detection", "Experience", "Shift lead"),
    *("2018–2027", "Planned shifts", "Education", "BTEC Level 3", "2015"),
]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_pdf_is_one_page_of_text_in_reading_order(alice: Person, paper: str, size: tuple[int, int]):
    row = keep(alice, paper=paper)
    answer = alice.get(path_of(row, "pdf/"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="resume-v1.pdf"'
    document = read(answer.content)
    (page,) = document.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    assert in_order(READ_IN_ORDER, text_of(document)), text_of(document)
    assert document.metadata is not None
    assert (document.metadata.title, document.metadata.author) == ("Ines Moreau, résumé", "Ines Moreau")


def test_its_links_can_be_opened(alice: Person):
    (page,) = read(alice.get(path_of(keep(alice), "pdf/")).content).pages
    notes: Any = page["/Annots"]
    found = {note.get_object()["/A"]["/URI"] for note in notes}
    assert {"mailto:ines@moreau.example", "https://triage.moreau.example"} <= found


def fullest() -> Sheet:
    """Return a sheet that the model lets pass with nothing to spare."""
    sheet = INES
    while True:
        more = replace(
            sheet, jobs=(*sheet.jobs, Entry("W" * 30, years="2015", lines=("m" * 50 + " m" * 30,)))
        )
        if not fit(more).fits:
            return sheet
        sheet = more


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_is_said_to_fit_fits(paper: str):
    assert len(read(pdf(fullest(), title="x", paper=paper)).pages) == 1


def test_what_is_too_long_is_sent_whole():
    long = replace(INES, jobs=INES.jobs * 40)
    document = read(pdf(long, title="x", paper="a4"))
    assert len(document.pages) > 1
    assert text_of(document).count("Planned shifts") == 40


SOURCE = (
    '#read("/etc/passwd") #sys.inputs.sheet *bold* _it_ $x^2$ @ref <label> [x] // gone /* gone */ \\ ~ --'
)


@pytest.mark.asvs("1.3.5")
def test_what_looks_like_source_is_set_as_text():
    sheet = Sheet(
        name=SOURCE,
        summary=SOURCE,
        links=("https://a.example/?q=%23read(%22x%22)",),
        projects=(Entry(SOURCE, link="https://a.example/#x", lines=(SOURCE,)),),
    )
    text = text_of(read(pdf(sheet, title=SOURCE, paper="a4")))
    assert text.count('#read("/etc/passwd")') == 4
    assert "root:" not in text
    assert text.count("*bold* _it_ $x^2$ @ref <label> [x] // gone /* gone */") == 4


@pytest.mark.asvs("5.3.2")
def test_the_source_reaches_no_file_but_its_own():
    import typst

    outside: Any = b'#read("../pdf.py")'
    with pytest.raises(typst.TypstError):
        typst.compile(outside, root=str(typesetting.PAPER), ignore_system_fonts=True, format="pdf")
    assert [path.name for path in typesetting.PAPER.iterdir()] == ["resume.typ"]
    source = (typesetting.PAPER / "resume.typ").read_text()
    assert not [word for word in ("#import", "#include", "read(", "eval(", "plugin(") if word in source]


@pytest.mark.parametrize("text", ["مرحبا", "漢字", "😀", "\u202eevil", "नमस्ते", "שלום"])
def test_letters_that_its_font_lacks_lead_to_the_page_that_prints(alice: Person, text: str):
    row = keep(alice, name=text)
    answer = alice.get(path_of(row, "pdf/"))
    assert (answer.status_code, answer["Location"]) == (302, path_of(row, "print/"))
    page = alice.see(answer["Location"])
    assert "Some letters are missing" in page.by_id("live").text
    assert text in page.by_id("leaf").text


def test_latin_greek_and_cyrillic_are_all_set():
    name = "Łódź Ñandú Ωμέγα Привет ẞ – “x” … €"
    text = text_of(read(pdf(Sheet(name=name), title=name, paper="a4")))
    assert name in text


def test_without_typst_the_page_that_prints_does(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(typesetting, "available", lambda: False)
    row = keep(alice)
    answer = alice.get(path_of(row, "pdf/"))
    assert answer["Location"] == path_of(row, "print/")
    assert "makes no PDF by itself" in alice.see(answer["Location"]).by_id("live").text


@pytest.mark.asvs("15.2.2")
def test_who_waits_too_long_is_sent_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(typesetting, "PATIENCE", 0.05)
    monkeypatch.setattr(typesetting, "_set", lambda inputs: time.sleep(0.5))
    with pytest.raises(NoPdf, match="took too long"):
        pdf(INES, title="x", paper="a4")


def test_the_longest_that_forms_take_is_set_in_time():
    entry = Entry("m " * 80, link="https://a.example/" + "x" * 480, years="9" * 40, lines=("w " * 40,) * 10)
    sheet = replace(
        INES, summary="w " * 300, projects=(entry,) * 6, jobs=(entry,) * 6, education=(entry,) * 4
    )
    began = time.monotonic()
    pdf(sheet, title="x", paper="a4")
    assert time.monotonic() - began < typesetting.PATIENCE / 2


@pytest.mark.parametrize(("query", "sheet"), [("", "a4"), ("?paper=letter", "letter"), ("?paper=a5", "a4")])
def test_the_page_that_prints_brings_its_paper(alice: Person, query: str, sheet: str):
    row = keep(alice)
    page = alice.see(path_of(row, "print/") + query)
    styles = [link.get("href") for link in page.all("link", rel="stylesheet")]
    assert [s for s in styles if "/paper-" in s] == [f"/static/css/paper-{sheet}.css"]
    assert in_order(READ_IN_ORDER, page.by_id("leaf").text)
    check(page, path_of(row, "print/"))


def test_plain_text_says_it_all_in_order(alice: Person):
    answer = alice.get(path_of(keep(alice), "text/"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="resume-v1.txt"'
    assert answer.content.decode() == plain_text.written(Resume.objects.get().sheet)
    lines = answer.content.decode().splitlines()
    assert lines[:4] == ["Ines Moreau", "Leeds, UK", "ines@moreau.example", "+44 113 496 0000"]
    assert "Rent forecasts for Leeds\nhttps://github.com/ines-m/rents\n- Cut the" in answer.content.decode()
    assert "Shift lead, Aire Valley Warehousing (2018–2027)" in lines
    assert lines[-2:] == ["EDUCATION", "BTEC Level 3, Leeds City College (2015)"]


def test_an_empty_one_is_still_a_page(alice: Person):
    row = keep(alice, Sheet())
    for rest in ("print/", "text/", "json/", "pdf/"):
        answer: Any = alice.get(path_of(row, rest))
        assert answer.status_code == 200, rest
