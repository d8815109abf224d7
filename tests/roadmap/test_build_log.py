"""What hangs on a build: its ship log and the milestones that name it, and what is left when it goes."""

import datetime

import pytest
from time_machine import travel

from roadmap.models import BuildLine
from tests.factories import make_build
from tests.markup import parse
from tests.person import Person
from tests.roadmap.build_story import LIST, TODAY, at, said, token
from tests.roadmap.clock import SUNDAY

pytestmark = pytest.mark.usefixtures("a_sunday")


# The ship log


def test_a_line_of_the_ship_log_is_added_once_and_deleted_with_undo(alice: Person) -> None:
    build = make_build(user=alice.user)
    line = alice.see(at(build)).by_id("line-form").named("line").get("value")
    for _ in range(2):
        alice.quietly(at(build, "log/"), {"text": "First fetch", "line": line}, page=at(build))
    alice.quietly(at(build, "log/"), {"text": "Long ago", "day": "2026-11-01"}, page=at(build))
    with travel(SUNDAY + datetime.timedelta(minutes=5), tick=False):
        alice.quietly(at(build, "log/"), {"text": "Second fetch"}, page=at(build))

    rows = alice.see(at(build)).by_id("log-lines").all("li")
    assert [row.all("p")[1].text for row in rows] == ["Second fetch", "First fetch", "Long ago"]

    gone = alice.quietly(at(build, f"log/{line}/delete/"), page=at(build))
    assert BuildLine.objects.count() == 2
    assert (
        said(alice.quietly(at(build, f"log/{line}/delete/"), page=at(build))) == "This line is gone already."
    )
    for _ in range(2):
        alice.quietly("/undo/", {"token": token(gone)}, page=at(build))
    rows = alice.see(at(build)).by_id("log-lines").all("li")
    assert [row.all("p")[1].text for row in rows] == ["Second fetch", "First fetch", "Long ago"]


def test_many_lines_fold_away(alice: Person) -> None:
    build = make_build(user=alice.user)
    BuildLine.objects.bulk_create(BuildLine(build=build, day=TODAY, text=f"Line {n}") for n in range(15))

    assert "3 earlier lines" in alice.see(at(build)).by_id("log-lines").text


def test_a_log_has_an_end(alice: Person) -> None:
    build = make_build(user=alice.user)
    BuildLine.objects.bulk_create(BuildLine(build=build, day=TODAY, text="x") for _ in range(BuildLine.MOST))

    answer = alice.send(at(build, "log/"), {"text": "One more"})

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "This log has 500 lines." in page.by_id("line-text-error").text
    assert page.by_id("line-text").get("value") == "One more"


# Milestones


def test_a_milestone_names_the_build_that_shows_it(alice: Person) -> None:
    build = make_build(user=alice.user, title="Regression by hand")
    slug, phase = "linear-regression-from-scratch", "/roadmap/foundation/"
    alice.send(f"/milestones/{slug}/state/", {"state": "done", "note": "At last"})

    alice.quietly(at(build, "milestones/"), {"milestone": slug, "state": "named"}, page=at(build))

    row = alice.see(phase).by_id(f"milestone-{slug}")
    assert "Shown by Regression by hand" in row.text
    assert "At last" in row.text
    assert at(build) in [a.get("href") for a in row.all("a")]
    update = alice.quietly(f"/milestones/{slug}/state/", {"state": "open"}, page=phase)
    assert "Shown by Regression by hand" in parse(update.content.decode()).by_id(f"milestone-{slug}").text
    assert (
        "Linear regression from scratch" in alice.see(at(build)).by_id("build-milestones").all("ul")[0].text
    )

    alice.quietly(at(build, "milestones/"), {"milestone": slug, "state": "not"}, page=at(build))
    assert "Shown by" not in alice.see(phase).by_id(f"milestone-{slug}").text
    assert alice.user.milestone_progress.get().note == "At last"


def test_a_milestone_outlives_its_build(alice: Person) -> None:
    build = make_build(user=alice.user)
    alice.send(at(build, "milestones/"), {"milestone": "sprint-day-30", "state": "named"})
    alice.send("/milestones/sprint-day-30/state/", {"state": "done"})

    alice.send(at(build, "delete/"))

    assert alice.user.milestone_progress.get().done_on == TODAY
    assert "Shown by" not in alice.see("/sprint/").by_id("milestone-sprint-day-30").text


# Gone


def test_deleting_asks_first_and_leaves_ticks_alone(alice: Person) -> None:
    build = make_build(user=alice.user, skills=["pandas"], requirements=["Data"])
    alice.tick("pandas")
    page = alice.see(at(build, "delete/"))
    assert "This cannot be undone." in page.by_id("main").text
    assert alice.user.builds.exists(), "looking deletes nothing"

    answer = alice.send(at(build, "delete/"))

    assert (answer.status_code, answer["Location"]) == (303, LIST)
    assert "Deleted: Bike counter." in alice.see(LIST).by_id("live").text
    assert not alice.user.builds.exists()
    assert not alice.user.evidence.exists()
    assert alice.user.skill_progress.get().state == "done"
    assert alice.get(at(build)).status_code == 404
    assert alice.send(at(build, "delete/")).status_code == 303, "a repeat is harmless"


def test_a_story_keeps_the_title_of_a_build_that_is_gone(alice: Person) -> None:
    build = make_build(user=alice.user)
    story = alice.user.stories.create(build=build, build_title="Bike counter", title="The rain")

    alice.send(at(build, "delete/"))

    story.refresh_from_db()
    assert (story.build, story.build_title) == (None, "Bike counter")
