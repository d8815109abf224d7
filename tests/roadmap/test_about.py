"""Where the content comes from, with what the guide claims."""

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import CatalogueVersion, Claim, Resource, Skill
from tests.person import Person

ABOUT = "/about/"


def test_the_counts_are_those_of_the_catalogue(visitor: Person) -> None:
    text = visitor.see(ABOUT).by_id("main").text
    skills = Skill.objects.filter(retired=False)
    ours = skills.filter(from_guide=False).count()

    assert (
        f"Of the {skills.count()} skills, {skills.count() - ours} come from the guide and {ours} are ours."
        in text
    )
    assert f"There are {Resource.objects.filter(retired=False).count()} resources, last reviewed on" in text


@pytest.mark.usefixtures("own_snapshot")
def test_a_new_count_shows_at_once(visitor: Person) -> None:
    visitor.see(ABOUT)
    Skill.objects.filter(slug="py-syntax").update(retired=True)
    CatalogueVersion.bump()

    assert (
        f"Of the {Skill.objects.filter(retired=False).count()} skills"
        in visitor.see(ABOUT).by_id("main").text
    )


def test_every_claim_of_the_guide_stands_as_a_claim_with_what_is_known(visitor: Person) -> None:
    shown = visitor.see(ABOUT).all("div", class_="claim")
    claims = Claim.objects.filter(retired=False)

    assert len(shown) == claims.count() > 0
    for claim, box in zip(claims, shown, strict=True):
        assert box.elements[0].text == claim.title
        assert box.elements[1].text == f"{claim.get_kind_display()} {claim.now}"


def test_the_contents_lead_to_what_is_there(visitor: Person) -> None:
    page = visitor.see(ABOUT)
    links = [link.get("href") for link in page.all("nav", class_="sidenav")[0].all("a")]

    assert len(links) == 9
    assert all(page.by_id(link.removeprefix("#")).tag == "h2" for link in links)


def test_the_licenses_of_font_and_icons_can_be_read(visitor: Person) -> None:
    links = [link.get("href") for link in visitor.see(ABOUT).by_id("main").all("a")]
    licenses = [link for link in links if link.startswith("/static/")]

    assert len(licenses) == 2
    for link, words in zip(licenses, ("SIL OPEN FONT LICENSE", "ISC License"), strict=True):
        answer = visitor.get(link)
        assert answer.status_code == 200
        assert words in b"".join(answer).decode()


def test_it_is_the_same_for_everyone_and_takes_few_statements(
    alice: Person, visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert alice.see(ABOUT).by_id("main").text == visitor.see(ABOUT).by_id("main").text
    with django_assert_num_queries(3):
        alice.see(ABOUT)
    with django_assert_num_queries(1):
        visitor.see(ABOUT)


def test_an_unchanged_page_is_not_sent_twice(visitor: Person) -> None:
    tag = visitor.get(ABOUT)["ETag"]

    assert visitor.get(ABOUT, **{"if-none-match": tag}).status_code == 304
    assert visitor.send(ABOUT).status_code == 405
