"""The resource list and a resource's page: who sees what, what is found, and what it costs."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import CatalogueVersion, Phase, Resource, Skill
from tests.person import Person
from tests.roadmap.resource_list import LIST, count_beside, rows, slugs, stored

SIGN_UP = "/accounts/signup/?next=/resources/"


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
    assert page.by_id("mark-kaggle").text == "In use"
    assert page.by_id("save-py4e").get("aria-pressed") == "true"
    assert page.by_id("mark-openintro-statistics").text.startswith("Thumb down.")
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
    assert after.by_id("save-py4e").get("aria-pressed") == "false"
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
    assert second["Cache-Control"] == "private, no-store"


@pytest.mark.usefixtures("own_snapshot")
def test_new_resources_are_found_at_once(visitor: Person):
    visitor.see(f"{LIST}?q=one+more")
    more_resources(2)

    assert slugs(visitor.see(f"{LIST}?q=one+more")) == ["more-0", "more-1"]
