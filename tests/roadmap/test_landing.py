"""The first page a visitor sees: its numbers come from the catalogue."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from roadmap.days import hours
from roadmap.models import Module, Specialization
from roadmap.outline import outline_for
from roadmap.pace import PACES, paces
from tests.person import Person


def test_a_visitor_is_told_what_there_is(visitor: Person) -> None:
    page = visitor.see("/")
    text = page.by_id("main").text
    outline = outline_for(None)

    assert page.all("h1")[0].text == "Become a machine learning engineer without a degree"
    assert f"A free roadmap of {len(outline.lines)} skills and 4 portfolio projects" in text
    assert f"All of it is about {hours(outline.tally.hours_total)} hours" in text


def test_what_a_specialization_adds_is_what_choosing_it_adds(visitor: Person, alice: Person) -> None:
    without = outline_for(alice.user.pk).tally.hours_total
    added = []
    for slug in Specialization.objects.values_list("slug", flat=True):
        alice.send("/specializations/", {"specialization": [slug]})
        added.append(outline_for(alice.user.pk).tally.hours_total - without)

    text = visitor.see("/").by_id("trail").text
    assert len(added) == 4
    assert f"and a specialization adds {min(added):.0f} to {max(added):.0f}." in text


def test_each_phase_has_its_months_skills_and_hours(visitor: Person) -> None:
    trail = visitor.see("/").by_id("trail")
    posts = trail.all("li", class_="stop")

    assert len(posts) == 4
    for view, post in zip(outline_for(None).phases, posts, strict=True):
        assert view.phase.title in post.text
        assert f"Months {view.phase.month_start}–{view.phase.month_end}" in post.text
        assert f"{view.tally.total} skills" in post.text
        assert f"{hours(view.tally.hours_total)} h" in post.text
        assert post.all("a")[0].get("href") == f"/roadmap/{view.phase.slug}/"


def test_the_table_divides_the_hours_by_a_week(visitor: Person) -> None:
    table = visitor.see("/").by_id("trail").all("table")[0]
    rows = [[cell.text for cell in row.elements] for row in table.all("tr")[1:]]

    total = outline_for(None).tally.hours_total
    assert [int(row[0]) for row in rows] == list(PACES)
    assert [int(row[1]) for row in rows] == [math.ceil(total / weekly) for weekly in PACES]
    assert [int(row[2]) for row in rows] == [pace.months for pace in paces(total)]


def test_twelve_hours_a_week_make_720_hours_in_fourteen_months() -> None:
    pace = next(pace for pace in paces(720) if pace.weekly == 12)

    assert (pace.weeks, pace.months) == (60, 14)


@given(st.integers(min_value=0, max_value=100_000))
def test_more_hours_a_week_never_take_longer(total: int) -> None:
    found = paces(total)

    assert all(later.weeks <= sooner.weeks for sooner, later in itertools.pairwise(found))
    assert all(pace.weeks * pace.weekly >= total > (pace.weeks - 1) * pace.weekly for pace in found)


def test_every_way_to_start_leads_to_sign_up(visitor: Person) -> None:
    main = visitor.see("/").by_id("main")

    assert [link.get("href") for link in main.all("a", class_="go")] == ["/accounts/signup/"] * 2


def test_the_guides_claims_without_support_stand_as_claims(visitor: Person) -> None:
    table = visitor.see("/").all("table", class_="claims")[0]

    assert [cell.text for cell in table.all("th")] == ["The guide says", "What is known"]
    assert "27 percent" in table.text
    assert "We know of no source for this number" in table.text


def test_someone_logged_in_goes_on_to_today(alice: Person) -> None:
    answer = alice.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/today/")


def test_the_first_module_can_be_started_tonight(visitor: Person) -> None:
    first = Module.objects.order_by("phase__position", "position").first()

    assert first
    assert f"The first module is “{first.title}”." in visitor.see("/").by_id("main").text


def test_it_takes_one_statement_and_is_not_sent_twice(
    visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tag = visitor.get("/")["ETag"]
    with django_assert_num_queries(1):
        visitor.see("/")
    assert visitor.get("/", **{"if-none-match": tag}).status_code == 304


@pytest.mark.django_db
def test_it_is_read_only(visitor: Person) -> None:
    assert visitor.send("/").status_code == 405
