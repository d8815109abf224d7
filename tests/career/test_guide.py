"""A visitor and Alice read the guide: chapters of our own, with every unsourced claim marked."""

import re

import pytest
from django.template.loader import render_to_string

from career.guide.chapters import CHAPTERS, Chapter, minutes, place
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.test_statements import read
from tests.test_pages import check

GUIDE, PRINT = "/guide/", "/guide/print/"
SLUGS = [chapter.slug for chapter in CHAPTERS]
EVERY = pytest.mark.parametrize("chapter", CHAPTERS, ids=SLUGS)
MOST = 3  # statements: session, reader and the catalogue's version at most


@pytest.fixture
def visitor(db: None) -> Person:
    return Person()


def path(chapter: Chapter) -> str:
    return f"{GUIDE}{chapter.slug}/"


def after_heading(page: Node, words: str) -> Node:
    """Return what stands right after the heading with these words."""
    (heading,) = [node for node in page.all("h2") if node.text == words]
    assert heading.parent is not None
    around = heading.parent.elements
    return around[around.index(heading) + 1]


def test_a_visitor_finds_the_guide_below_every_page(visitor: Person):
    links = visitor.see("/about/").all("footer")[0].all("a")

    assert GUIDE in [a.get("href") for a in links]


def test_the_contents_lead_to_every_chapter_and_say_how_long_it_takes(visitor: Person):
    page = visitor.see(GUIDE)
    rows = page.all("ol", class_="chapters")[0].elements

    assert [row.all("a")[0].get("href") for row in rows] == [path(chapter) for chapter in CHAPTERS]
    assert all(re.search(r"\b[1-9] min$", row.text) for row in rows)
    assert f"12 short chapters, {sum(map(minutes, SLUGS))} minutes in all" in page.text


@EVERY
def test_a_chapter_is_sound_for_a_visitor_and_a_learner(alice: Person, visitor: Person, chapter: Chapter):
    for person in (alice, visitor):
        check(person.see(path(chapter)), path(chapter))


@EVERY
def test_a_chapter_says_where_it_is_and_when_it_was_checked(visitor: Person, chapter: Chapter):
    page = visitor.see(path(chapter))
    meta = page.all("p", class_="meta")[0].text

    assert [node.text for node in page.all("h1")] == [chapter.title]
    assert f"Chapter {SLUGS.index(chapter.slug) + 1} of 12" in meta
    assert re.search(r"\d minutes? checked [A-Z][a-z]+ \d+, 20\d\d$", meta)
    assert [a.text for a in page.all("a") if a.get("aria-current")] == [chapter.title]


@EVERY
def test_a_chapter_says_what_to_do_now_and_names_its_sources(visitor: Person, chapter: Chapter):
    page = visitor.see(path(chapter))
    sources = [node.text for node in after_heading(page, "Sources").elements]

    assert len(sources) >= 2
    assert sources[0].startswith("AIcourseUSA guide, January 2025, “")
    assert len(after_heading(page, "What to do now").elements) >= 2


@EVERY
def test_every_claim_is_quoted_answered_and_marked(visitor: Person, chapter: Chapter):
    claims = visitor.see(path(chapter)).all(class_="claim")

    assert claims
    for claim in claims:
        says, note = (p.text for p in claim.all("p"))
        assert re.fullmatch(r"“.+”", says)
        marks = {tag.text for tag in claim.all("span", class_="tag")}
        assert marks <= {"Outdated", "Overstated"}
        is_known = "known" in claim.get("class").split()
        assert note.startswith("Checked:" if is_known else (*marks, "Without a source:"))
        assert not (is_known and marks)


def test_a_claim_that_is_out_of_date_comes_with_the_better_source(visitor: Person):
    text = visitor.see("/guide/pay/").text
    assert "Better source: the US Bureau of Labor Statistics" in text
    assert "$112,590 in May 2024" in text

    text = visitor.see("/guide/money/").text
    assert "Outdated Said of courses on Coursera, which ended free auditing in mid-2025" in text


@EVERY
def test_every_link_of_a_chapter_that_a_visitor_sees_can_be_opened(visitor: Person, chapter: Chapter):
    article = visitor.see(path(chapter)).all("article")[0]
    links = {a.get("href") for a in article.all("a")}

    for link in links:
        if link.startswith("/"):
            assert visitor.get(link.partition("#")[0]).status_code == 200, link


def test_a_learner_gets_links_to_the_tools_and_a_visitor_reads_of_them(alice: Person, visitor: Person):
    rows = alice.see("/guide/pay/").all("a", class_="toolrow")
    assert [a.get("href") for a in rows] == ["/career/offers/", "/career/job-texts/"]

    page = visitor.see("/guide/pay/")
    assert page.all("a", class_="toolrow") == []
    assert "With an account, Milepost has a tool for this: Offers, side by side." in page.text
    assert not [a for a in page.all("a") if a.get("href").startswith("/career/")]
    free = visitor.see("/guide/pitfalls/").all("a", class_="toolrow")
    assert [a.get("href") for a in free] == ["/projects/", "/roadmap/map/"]


def test_one_reads_on_from_the_first_chapter_to_the_last(visitor: Person):
    seen, address = [], path(CHAPTERS[0])
    while address != GUIDE:
        seen.append(address)
        page = visitor.see(address)
        address = page.all("article")[0].all("div", class_="row")[0].all("a")[-1].get("href")

    assert seen == [path(chapter) for chapter in CHAPTERS]


def test_the_neighbors_of_the_first_and_the_last():
    assert (place(SLUGS[0]).before, place(SLUGS[-1]).after) == (None, None)
    assert place(SLUGS[1]).before is CHAPTERS[0]
    with pytest.raises(KeyError):
        place("nowhere")


def test_a_chapter_that_is_not_there_is_not_there(visitor: Person):
    assert visitor.get("/guide/nowhere/").status_code == 404


def test_on_paper_all_chapters_stand_one_after_another(alice: Person, visitor: Person):
    for person in (alice, visitor):
        page = person.see(PRINT)
        check(page, PRINT)
        articles = page.all("article", class_="paper")
        assert [a.all("h2")[0].text for a in articles] == [
            f"{number}. {chapter.title}" for number, chapter in enumerate(CHAPTERS, 1)
        ]


@pytest.mark.parametrize("address", [GUIDE, PRINT, "/guide/money/"])
def test_a_page_that_has_not_changed_is_not_sent_again(alice: Person, visitor: Person, address: str):
    for person in (alice, visitor):
        answer = person.get(address)
        assert answer["Cache-Control"] == ("private, no-store" if person is alice else "private, no-cache")
        again = person.get(address, **{"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert len(read(person, address)) <= MOST


def test_logging_in_changes_the_page(alice: Person, visitor: Person):
    tag = visitor.get("/guide/pay/")["ETag"]

    assert alice.get("/guide/pay/", **{"If-None-Match": tag}).status_code == 200


@EVERY
def test_the_words_are_calm_and_promise_nothing(chapter: Chapter):
    page = parse(render_to_string(chapter.template))
    text = page.text.lower()

    for word in ("!", "guarantee", "easy money", "dream job", "ninja", "rockstar"):
        assert word not in text
    assert 250 <= len(text.split()) <= 700
