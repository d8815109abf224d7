"""Rows that are kept: the same for everyone in the same state, with nothing of anyone in them."""

import datetime

import pytest

from roadmap.catalogue import Catalogue, at_version
from roadmap.kept_lines import line_html
from roadmap.models import CatalogueVersion, Skill
from roadmap.models.marks import marks_of
from roadmap.outline import Line
from tests.markup import parse
from tests.person import Person

TODAY = datetime.date(2026, 7, 22)
YESTERDAY = datetime.date(2026, 7, 21)


@pytest.fixture
def catalogue(db: None, own_snapshot: None) -> Catalogue:
    return at_version(marks_of(None).version)


def row(
    catalogue: Catalogue,
    state: str = "open",
    *,
    slug: str = "py-syntax",
    day: datetime.date = YESTERDAY,
    count: int = 0,
) -> Line:
    done_on = day if state == "done" else None
    return Line(catalogue.skill_by_slug[slug], state, done_on, count, False, True)


@pytest.mark.parametrize("state", ["open", "learning", "done", "skipped"])
@pytest.mark.parametrize("now", [True, False])
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("visitor", [True, False])
def test_a_kept_row_is_what_a_fresh_one_would_be(
    catalogue: Catalogue, state: str, now: bool, full: bool, visitor: bool
):
    line = row(catalogue, state)
    fresh = line_html(catalogue, line, TODAY, now=now, full=full, visitor=visitor)
    kept = line_html(catalogue, line, TODAY, now=now, full=full, visitor=visitor)

    assert fresh == kept
    assert parse(fresh).elements[0].get("data-state") == state
    assert ("data-now" in parse(fresh).elements[0].attributes) == now


def test_the_day_is_each_learners_own(catalogue: Catalogue):
    first = line_html(catalogue, row(catalogue, "done"), TODAY)
    second = line_html(catalogue, row(catalogue, "done", day=datetime.date(2026, 1, 5)), TODAY)

    assert "Done yesterday" in parse(first).text
    assert "Done Jan 5" in parse(second).text
    assert "yesterday" not in second


def test_the_number_of_one_learner_is_not_shown_to_another(catalogue: Catalogue):
    slug = "coding-problems-100"
    ahead = line_html(catalogue, row(catalogue, "learning", slug=slug, count=143), TODAY)
    even = line_html(catalogue, row(catalogue, "learning", slug=slug, count=100), TODAY)
    behind = line_html(catalogue, row(catalogue, "learning", slug=slug, count=12), TODAY)

    assert "143" not in even
    assert "100 of 100 problems" in parse(even).text
    assert "100 of 100 problems" in parse(ahead).text
    assert "12 of 100 problems" in parse(behind).text


@pytest.mark.parametrize(
    "title",
    ["WHEN to stop", "<!--when-->", "<b>5 > 3</b> & {{ x }}", "Done WHEN you can", "</li><script>x</script>"],
)
def test_a_title_is_shown_as_staff_wrote_it(db: None, own_snapshot: None, title: str):
    Skill.objects.filter(slug="py-syntax").update(title=title)
    CatalogueVersion.bump()
    catalogue = at_version(marks_of(None).version)
    shown = parse(line_html(catalogue, row(catalogue, "done"), TODAY))

    assert shown.all("h3")[0].raw == title
    assert "Done yesterday" in shown.text
    assert not shown.all("script")


def test_two_learners_in_one_state_share_a_row_without_sharing_a_thing(alice: Person, bob: Person):
    alice.tick("py-syntax", done_on="2026-01-05")
    bob.tick("py-syntax", done_on="2025-02-06")

    for _ in range(2):
        assert "Jan 5" in alice.see("/roadmap/").by_id("skill-py-syntax").text
        assert "Feb 6, 2025" in bob.see("/roadmap/").by_id("skill-py-syntax").text
    assert "alice" not in bob.get("/roadmap/").content.decode()


def test_no_more_is_kept_than_there_are_rows_and_states(catalogue: Catalogue):
    for _ in range(3):
        for state in ("open", "done"):
            for skill in catalogue.skills.values():
                line_html(catalogue, row(catalogue, state, slug=skill.slug), TODAY)

    assert len(catalogue.kept) == 440
