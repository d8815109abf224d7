"""The resource list and a resource's page: who sees what, what is found, and what it costs."""

import datetime
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import CatalogueVersion, Phase, Resource, Skill
from roadmap.resource_forms import SearchForm
from tests.markup import Node, parse
from tests.person import Person

LIST = "/resources/"
SIGN_UP = "/accounts/signup/?next=/resources/"


def rows(page: Node) -> list[Node]:
    return [row for row in page.by_id("results").all("li") if row.id.startswith("resource-")]


def slugs(page: Node) -> list[str]:
    return [row.id.removeprefix("resource-") for row in rows(page)]


def stored(**conditions: object) -> list[str]:
    return list(Resource.objects.filter(retired=False, **conditions).values_list("slug", flat=True))


def count_beside(page: Node, facet: str, value: str) -> int:
    label = page.by_id(f"{facet}-{value}").parent
    assert label
    return int(label.all("span")[-1].text)


def more_resources(number: int) -> None:
    Resource.objects.bulk_create(
        Resource(
            slug=f"more-{n}",
            title=f"One more {n}",
            author="Someone",
            url="https://more.example/",
            kind="book",
            access="free",
            level="beginner",
            why="It is there.",
            checked_on=datetime.date(2026, 11, 22),
            position=1000 + n,
        )
        for n in range(number)
    )
    CatalogueVersion.bump()


# What everyone sees


def test_a_visitor_sees_every_resource_in_the_order_of_the_list(visitor: Person):
    page = visitor.see(LIST)

    assert slugs(page) == stored()
    assert len(rows(page)) == 300
    assert page.by_id("count").text == "300 resources"
    assert "last looked up on November 22, 2026." in page.by_id("main").text


def test_a_row_says_what_it_costs_first_and_links_plainly(visitor: Person):
    row = visitor.see(LIST).by_id("resource-py4e")

    title = row.all("h3")[0].all("a")[0]
    assert (title.get("href"), title.get("rel"), title.get("target")) == (
        "https://www.py4e.com/",
        "noopener",
        "",
    )
    assert [part.text for part in row.all("p", class_="meta")[0].elements] == [
        "Free",
        "Charles Severance, University of Michigan",
        "Course",
        "60 h",
        "Beginner",
        "Phase 1",
    ]
    assert "Start here if you have never programmed" in row.text
    assert "It is the same course as on Coursera" in row.text
    assert "Checked November 22, 2026" in row.all("details", class_="more")[0].text


def test_a_visitors_controls_lead_to_sign_up_and_back_to_this_resource(visitor: Person):
    page = visitor.see(LIST)
    links = [a.get("href") for a in page.by_id("resource-py4e").all("a") if "signup" in a.get("href")]

    assert links == [f"{SIGN_UP}py4e/"] * 2
    assert not page.by_id("results").all("button")
    assert not page.all("input", name="mine")

    page = visitor.see("/resources/py4e/")
    links = [a.get("href") for a in page.by_id("main").all("a") if "signup" in a.get("href")]
    assert set(links) == {f"{SIGN_UP}py4e/"}
    assert not page.by_id("main").all("form")


def test_where_it_is_not_free_the_free_one_is_linked(visitor: Person):
    row = visitor.see(LIST).by_id("resource-py4e-coursera")

    assert row.all("b")[0].text == "Partly free"
    assert "No longer all free" in row.text
    assert "Free instead: Python for Everybody (PY4E site)" in row.text
    assert "https://www.py4e.com/" in [a.get("href") for a in row.all("a")]


def test_where_it_is_free_and_fine_nothing_else_is_offered(visitor: Person):
    assert Resource.objects.get(slug="cs50p").fallback
    assert "instead:" not in visitor.see(LIST).by_id("resource-cs50p").text


def test_what_has_closed_is_struck_through_and_named(visitor: Person):
    row = visitor.see(LIST).by_id("resource-papers-with-code")

    assert row.get("class") == "gone"
    assert row.all("b")[0].text == "Closed"
    assert "Instead: Hugging Face Trending Papers" in row.text
    assert "It has closed" in visitor.see("/resources/papers-with-code/").by_id("main").text


def test_a_page_says_which_skills_list_it_and_what_it_is_about(visitor: Person):
    page = visitor.see("/resources/py4e-coursera/")
    links = {a.get("href"): a.text for a in page.by_id("main").all("a")}

    listed = Skill.objects.filter(resources__slug="py4e-coursera", retired=False)
    assert listed
    for skill in listed:
        assert links[f"/skills/{skill.slug}/"] == skill.title
    assert links["/resources/?topic=python"] == "Python"
    assert links["/resources/py4e/"] == "About it"
    assert "Stands in for" in visitor.see("/resources/py4e/").by_id("main").text
    assert page.all("title")[0].text == "Python for Everybody Specialization (course) · Milepost"
    assert page.all("meta", name="description")[0].get("content").startswith("Choose this edition")


def test_there_is_no_such_resource(visitor: Person):
    assert visitor.get("/resources/nothing/").status_code == 404


@pytest.mark.usefixtures("own_snapshot")
def test_a_retired_resource_leaves_the_list_but_its_page_stays(alice: Person, bob: Person):
    alice.quietly("/resources/py4e/state/", {"state": "saved"})
    Resource.objects.filter(slug="py4e").update(retired=True)
    CatalogueVersion.bump()

    assert "py4e" not in slugs(bob.see(LIST))
    assert "This is no longer on the list." in bob.see("/resources/py4e/").by_id("main").text
    kept = alice.see(f"{LIST}?mine=saved")
    assert slugs(kept) == ["py4e"]
    assert "No longer on the list" in rows(kept)[0].text


@pytest.mark.usefixtures("own_snapshot")
def test_a_resource_of_a_retired_phase_is_still_there(visitor: Person):
    Phase.objects.filter(slug="core-ml").update(retired=True)
    CatalogueVersion.bump()

    assert len(rows(visitor.see(LIST))) == 300
    assert visitor.get("/resources/kaggle/").status_code == 200


# Search and filters


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

    assert form.errors["q"] == ["This holds a character that cannot be searched for (NUL). Remove it."]


@pytest.mark.parametrize(
    "raw", ["q=%26%3Cscript%3E", "=", "&&&", "q=a&q=b", "kind=%3Cscript%3E", "q=%F0%9F%A7%AD"]
)
def test_odd_queries_are_answered(visitor: Person, raw: str):
    answer = visitor.get(f"{LIST}?{raw}")

    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().split("<main", 1)[1].split("</main>")[0]


# Whose states


def test_my_states_stand_on_my_rows_and_can_be_filtered(alice: Person):
    for slug, state in (("py4e", "saved"), ("kaggle", "using"), ("cs50p", "finished")):
        alice.quietly(f"/resources/{slug}/state/", {"state": state})
    alice.quietly("/resources/cs50p/thumb/", {"thumb": "1"})
    alice.quietly("/resources/openintro-statistics/thumb/", {"thumb": "-1"})

    page = alice.see(LIST)
    assert [count_beside(page, "mine", value) for value in ("using", "saved", "finished", "up")] == [
        1,
        1,
        1,
        1,
    ]
    assert page.by_id("resource-kaggle").all("summary", class_="btn")[0].text.startswith("In use")
    assert slugs(alice.see(f"{LIST}?mine=saved&mine=using")) == ["kaggle", "py4e"]
    assert slugs(alice.see(f"{LIST}?mine=up")) == ["cs50p"]
    assert slugs(alice.see(f"{LIST}?mine=saved&kind=course")) == ["py4e"]


def test_bobs_states_never_show_to_alice(alice: Person, bob: Person):
    before = alice.get(LIST)
    before_page = alice.get("/resources/py4e/")
    bob.quietly("/resources/py4e/state/", {"state": "finished"})
    bob.quietly("/resources/py4e/thumb/", {"thumb": "-1"})
    bob.quietly("/resources/py4e/note/", {"text": "Bob was here"})

    after = alice.see(LIST)
    assert count_beside(after, "mine", "finished") == 0
    assert after.by_id("resource-py4e").all("summary", class_="btn")[0].text.startswith("Save")
    assert alice.get(LIST)["ETag"] == before["ETag"]
    assert alice.get("/resources/py4e/")["ETag"] == before_page["ETag"]
    assert "Bob was here" not in alice.get("/resources/py4e/").content.decode()


def test_nothing_of_mine_is_kept_for_a_visitor(alice: Person, visitor: Person):
    alice.quietly("/resources/py4e/state/", {"state": "using"})
    alice.see(LIST)

    assert "In use" not in visitor.see(LIST).by_id("resource-py4e").text


# What it costs


@pytest.mark.usefixtures("own_snapshot")
@pytest.mark.parametrize(
    ("path", "most"), [(LIST, 3), (f"{LIST}?q=learning&kind=book&mine=saved", 3), ("/resources/py4e/", 4)]
)
def test_reading_takes_the_same_few_statements_with_200_more(
    alice: Person, path: str, most: int, django_assert_num_queries: DjangoAssertNumQueries
):
    alice.see(path)
    with django_assert_num_queries(most):
        alice.see(path)
    more_resources(200)
    for resource in Resource.objects.all()[:40]:
        alice.quietly(f"/resources/{resource.slug}/state/", {"state": "saved"})
    alice.see(path)
    with django_assert_num_queries(most):
        alice.see(path)


def test_a_visitor_costs_one_statement(visitor: Person, django_assert_num_queries: DjangoAssertNumQueries):
    visitor.see(LIST)
    with django_assert_num_queries(1):
        visitor.see(f"{LIST}?q=learning")


@pytest.mark.parametrize("path", [LIST, f"{LIST}?kind=book", "/resources/py4e/"])
def test_what_has_not_changed_is_not_sent_again(alice: Person, path: str):
    first = alice.get(path)
    assert alice.get(path, if_none_match=first["ETag"]).status_code == 304

    alice.quietly("/resources/py4e/state/", {"state": "saved"})
    second = alice.get(path, if_none_match=first["ETag"])
    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]
    assert second["Cache-Control"] == "private, no-cache"


@pytest.mark.usefixtures("own_snapshot")
def test_new_resources_are_found_at_once(visitor: Person):
    visitor.see(f"{LIST}?q=one+more")
    more_resources(2)

    assert slugs(visitor.see(f"{LIST}?q=one+more")) == ["more-0", "more-1"]
