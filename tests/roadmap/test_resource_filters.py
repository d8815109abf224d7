"""Search and filters of the resource list, as a visitor meets them."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from roadmap.resource_forms import SearchForm
from tests.markup import parse
from tests.person import Person
from tests.roadmap.resource_list import LIST, count_beside, rows, slugs, stored


@pytest.mark.parametrize("query", ["geron", "Géron", "GÉRON", "  géron ", "hands machine gero"])
def test_case_and_accents_do_not_matter(visitor: Person, query: str):
    found = slugs(visitor.see(f"{LIST}?q={quote(query)}"))

    assert found
    assert set(found) == {"hands-on-ml-notebooks", "hands-on-ml-pytorch"}


def test_all_words_must_be_there_in_title_author_or_topic(visitor: Person):
    assert "py4e" in slugs(visitor.see(f"{LIST}?q=everybody+severance+python"))
    assert "py4e" not in slugs(visitor.see(f"{LIST}?q=everybody+severance+sql"))


def test_without_words_everything_is_there(visitor: Person):
    assert len(rows(visitor.see(f"{LIST}?q=+&kind="))) == 300


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("kind=book", {"kind": "book"}),
        ("kind=book&kind=video", {"kind__in": ["book", "video"]}),
        ("access=part-free", {"access": "part-free"}),
        ("level=advanced", {"level": "advanced"}),
        ("phase=core-ml", {"phase__slug": "core-ml"}),
        ("phase=job-search", {"phase": None}),
        ("phase=job-search&phase=core-ml&kind=article", {"phase__slug": "core-ml", "kind": "article"}),
        ("topic=numpy", {"topics__slug": "numpy"}),
        ("kind=course&access=free&level=beginner", {"kind": "course", "access": "free", "level": "beginner"}),
    ],
)
def test_filters_narrow_the_list(visitor: Person, query: str, condition: dict[str, object]):
    expected = set(stored(**condition))
    if "job-search&" in query:
        expected |= set(stored(phase=None, kind="article"))
    page = visitor.see(f"{LIST}?{query}")

    assert set(slugs(page)) == expected
    asked = parse_qs(query)
    checked = {
        (box.get("name"), box.get("value")) for box in page.all("input") if "checked" in box.attributes
    }
    assert checked == {(name, value) for name, values in asked.items() for value in values}


def test_counts_stand_beside_each_choice_given_the_other_filters(visitor: Person):
    page = visitor.see(f"{LIST}?kind=book&level=beginner")

    assert count_beside(page, "kind", "book") == len(stored(kind="book", level="beginner"))
    assert count_beside(page, "kind", "course") == len(stored(kind="course", level="beginner"))
    assert count_beside(page, "level", "advanced") == len(stored(kind="book", level="advanced"))
    assert count_beside(page, "phase", "foundation") == len(
        stored(kind="book", level="beginner", phase__slug="foundation")
    )


def test_each_active_filter_can_be_taken_off(visitor: Person):
    page = visitor.see(f"{LIST}?kind=book&kind=course&level=beginner&q=data")
    tags = {
        tag.text: parse_qs(urlsplit(tag.get("href")).query)
        for tag in page.by_id("tags").all("a", class_="tag")
    }

    whole = {"q": ["data"], "kind": ["course", "book"], "level": ["beginner"]}
    assert tags == {
        "Remove filter: “data”": {k: v for k, v in whole.items() if k != "q"},
        "Remove filter: Course": {**whole, "kind": ["book"]},
        "Remove filter: Book": {**whole, "kind": ["course"]},
        "Remove filter: Beginner": {k: v for k, v in whole.items() if k != "level"},
    }
    assert page.by_id("tags").all("a")[-1].get("href") == LIST
    assert page.by_id("on").text == "2 on"


def test_the_form_works_without_script(visitor: Person):
    form = visitor.see(LIST).all("form", role="search")[0]

    assert (form.get("method"), form.get("action")) == ("get", LIST)
    assert form.all("button", id="apply")
    assert form.get("hx-get") == LIST


def test_the_address_that_htmx_shows_holds_what_is_selected_and_no_more(visitor: Person):
    shown = visitor.get(f"{LIST}?q=&kind=video&kind=podcast&kind=book")["HX-Push-Url"]

    assert shown == f"{LIST}?kind=book&kind=video"
    assert visitor.get(f"{LIST}?q=+")["HX-Push-Url"] == LIST


def test_what_htmx_replaces_is_on_the_page(visitor: Person):
    page = visitor.see(f"{LIST}?kind=book")
    form = page.all("form", role="search")[0]

    for selector in [form.get("hx-target"), form.get("hx-select"), *form.get("hx-select-oob").split(",")]:
        assert page.by_id(selector.split(":")[0].removeprefix("#"))


def test_an_empty_list_names_the_filter_to_drop(visitor: Person):
    page = visitor.see(f"{LIST}?kind=paper&level=beginner&access=free")
    void = page.by_id("results").all("section", class_="void")[0]

    assert page.by_id("count").text == "No resources"
    assert "No resource matches all 3 filters" in void.text
    best = max(
        [
            ("Paper", len(stored(level="beginner", access="free"))),
            ("Beginner", len(stored(kind="paper", access="free"))),
        ],
        key=lambda pair: pair[1],
    )
    assert f"{best[1]} match if you drop “{best[0]}”." in void.text
    follow = next(a for a in void.all("a") if a.text == f"Drop “{best[0]}”")
    assert len(rows(visitor.see(follow.get("href")))) == best[1]
    assert void.all("a")[-1].get("href") == LIST


def test_an_empty_search_says_so(visitor: Person):
    void = visitor.see(f"{LIST}?q=zzz").by_id("results").text

    assert "No resource matches “zzz”" in void
    assert "All 300 are back when you clear it." in void


def test_unknown_values_are_left_out_and_named(visitor: Person):
    page = visitor.see(f"{LIST}?kind=podcast&level=beginner&utm_source=x&page=-1")

    assert set(slugs(page)) == set(stored(level="beginner"))
    assert "Left out: no kind is called “podcast”." in page.by_id("results").text
    assert "utm" not in page.by_id("results").text


def test_a_heap_of_unknown_values_is_answered_in_words(visitor: Person):
    page = visitor.see(LIST + "?" + "&".join(f"kind={n}" + "x" * 500 for n in range(190)))

    assert len(rows(page)) == 300
    assert "Left out: no kind is called “0xxx" in page.by_id("results").text
    assert page.by_id("results").text.count("Left out:") == 3


def test_a_visitor_who_asks_for_what_they_saved_is_asked_to_log_in(visitor: Person):
    page = visitor.see(f"{LIST}?mine=saved&kind=book")

    assert set(slugs(page)) == set(stored(kind="book"))
    link = next(a for a in page.by_id("results").all("a") if a.text == "log in")
    assert parse_qs(urlsplit(link.get("href")).query)["next"] == [f"{LIST}?mine=saved&kind=book"]


@pytest.mark.parametrize("length", [201, 100_000])
def test_a_search_that_is_too_long_is_refused_in_words_and_not_lost(visitor: Person, length: int):
    answer = visitor.client.get(LIST, {"q": "x" * length, "kind": "book"})
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    assert "Search for 200 characters or fewer" in page.by_id("q-error").text
    assert (page.by_id("q").get("value"), page.by_id("q").get("aria-invalid")) == ("x" * length, "true")
    assert set(slugs(page)) == set(stored(kind="book"))
    assert page.all("title")[0].text.startswith("Error: ")


@pytest.mark.parametrize("raw", ["q=nul%00byte", "kind=%00", "q=%FF%FE", "q=%ED%A0%80", "kind=%FF", "%00=1"])
def test_what_is_not_text_is_refused_in_words(visitor: Person, raw: str):
    answer = visitor.get(f"{LIST}?{raw}")

    assert answer.status_code == 400
    assert "held something that is not text" in parse(answer.content.decode()).by_id("main").text


def test_the_search_itself_refuses_nul_too():
    form = SearchForm({"q": "nul\x00byte"})

    assert form.errors["q"] == ["A search cannot hold this character (NUL). Remove it."]


@pytest.mark.parametrize(
    "raw", ["q=%26%3Cscript%3E", "=", "&&&", "q=a&q=b", "kind=%3Cscript%3E", "q=%F0%9F%A7%AD"]
)
def test_odd_queries_are_answered(visitor: Person, raw: str):
    answer = visitor.get(f"{LIST}?{raw}")

    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().split("<main", 1)[1].split("</main>")[0]
