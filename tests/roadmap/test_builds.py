"""Builds of Alice's own: made, filled, shipped, shown, and gone."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from roadmap.models import Build, BuildLine, Evidence
from tests.factories import make_build
from tests.markup import Node, parse
from tests.person import Person

NEW, LIST = "/builds/new/", "/projects/"
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def at(build: Build, rest: str = "") -> str:
    return f"/builds/{build.key}/{rest}"


def own_list(person: Person) -> Node:
    return person.see(LIST).by_id("own")


def said(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").text


def token(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").named("token").get("value")


# Made, filled, shipped, shown


def test_a_build_begins_with_a_title_and_stands_beside_the_projects(alice: Person) -> None:
    form = alice.see(NEW)
    key = form.named("key").get("value")

    answer = alice.send(NEW, {"key": key, "title": "Bike counter"}, page=NEW)

    build = alice.user.builds.get()
    assert (answer.status_code, answer["Location"]) == (303, at(build))
    assert (str(build.key), build.status, build.started_on) == (key, "building", TODAY)
    assert alice.see(at(build)).all("h1")[0].text == "Bike counter"
    assert "Bike counter Building no date" in own_list(alice).text


def test_an_idea_has_not_started(alice: Person) -> None:
    alice.send(NEW, {"title": "Recipe search", "status": "idea"})

    build = alice.user.builds.get()
    assert (build.status, build.started_on) == ("idea", None)
    start = own_list(alice).by_id(f"start-{build.key}")
    alice.send(at(build, "status/"), {"status": start.get("value")}, page=LIST)
    build.refresh_from_db()
    assert (build.status, build.started_on) == ("building", TODAY)


def test_everything_that_is_filled_in_is_kept_and_shown(alice: Person) -> None:
    build = make_build(user=alice.user)
    fields = {
        "title": "Overtime at the warehouse",
        "summary": "Forecasts overtime per shift.",
        "problem": "Shift leads guess.\nIt costs £600 a night.",
        "approach": "A boosted tree per shift.",
        "would_change": "Ask for the roster earlier.",
        "data_source": "Own shift plans",
        "data_license": "Internal, not published",
        "metric_name": "MAE, hours",
        "metric_baseline": "14.2",
        "metric_mine": "9.1",
        "metric_better": "lower",
        "repository": "https://github.com/ines-m/overtime",
        "no_demo": "The data may not leave the house",
        "writeup": "https://ines.example/overtime",
        "ship_by": "2026-12-13",
        "started_on": "2026-10-01",
        "skill": ["pandas"],
        "another": "hypothesis-testing",
        "req": ["Two years of data", "", "A baseline"],
    }

    assert alice.send(at(build, "edit/"), fields).status_code == 303

    page = alice.see(at(build))
    text = page.by_id("main").text
    for words in ("Forecasts overtime per shift.", "A boosted tree per shift.", "Own shift plans"):
        assert words in text
    assert "MAE, hours 9.1, 36% below the baseline of 14.2" in text
    assert "Better than the baseline" in text
    assert "Ship by Dec 13" in text
    assert "0 of 2" in page.by_id("own-requirements").text
    links = {a.get("href"): a.get("rel") for a in page.by_id("build-about").all("a")}
    assert links["https://github.com/ines-m/overtime"] == "noopener nofollow ugc"
    assert {e.skill.slug for e in Evidence.objects.filter(build=build)} == {"pandas", "hypothesis-testing"}
    form = alice.see(at(build, "edit/"))
    assert form.named("metric_mine").get("value") == "9.1"
    assert [box.get("value") for box in form.all("input", name="req")] == ["Two years of data", "A baseline"]


def test_a_tick_and_its_proof_stay_when_the_checklist_changes(alice: Person) -> None:
    build = make_build(user=alice.user, requirements=["Data", "Baseline", "Model"])
    data, baseline, model = build.own_requirements.all()
    alice.quietly(at(build, f"requirements/{model.pk}/state/"), {"state": "done"}, page=at(build))
    alice.quietly(at(build, f"requirements/{model.pk}/proof/"), {"url": "https://example.org/x", "note": "See"})

    sent = {"title": "Bike counter", "req": ["A model", "Data"], "req_id": [str(model.pk), str(data.pk)]}
    alice.send(at(build, "edit/"), sent)

    rows = [(r.pk, r.title, r.done_on, r.url, r.note) for r in build.own_requirements.all()]
    assert rows == [
        (model.pk, "A model", TODAY, "https://example.org/x", "See"),
        (data.pk, "Data", None, "", ""),
    ]
    assert not build.own_requirements.filter(pk=baseline.pk).exists()


def test_shipping_says_what_is_missing_and_refuses_nothing(alice: Person) -> None:
    build = make_build(user=alice.user, problem="Somebody guesses", demo="https://example.org")

    answer = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))

    assert said(answer).startswith("Bike counter is shipped. Four things of the guide’s list are open.")
    update = parse(answer.content.decode())
    assert "Shipped today; 4 things" in update.by_id("build-status").text
    missing = [a.text for a in update.by_id("asks").all("a")]
    assert missing == [
        "A baseline",
        "A metric of your own",
        "A README with the five points",
        "A write-up",
    ]
    build.refresh_from_db()
    assert build.shipped_on == TODAY
    assert "Shipped today" in own_list(alice).text


def test_a_repeat_keeps_the_day_and_undo_brings_the_status_back(alice: Person) -> None:
    build = make_build(user=alice.user, status="idea", started_on=None)
    first = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    with travel(NOW + datetime.timedelta(3), tick=False):
        again = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    build.refresh_from_db()
    assert (build.shipped_on, build.started_on) == (TODAY, TODAY)
    assert not parse(again.content.decode()).by_id("live").all("button"), "nothing changed, nothing to undo"

    alice.quietly("/undo/", {"token": token(first)}, page=at(build))

    build.refresh_from_db()
    assert (build.status, build.shipped_on, build.started_on) == ("idea", None, None)


def test_undo_leaves_a_status_that_changed_again(alice: Person) -> None:
    build = make_build(user=alice.user)
    first = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    alice.quietly(at(build, "status/"), {"status": "dropped"}, page=at(build))

    answer = alice.quietly("/undo/", {"token": token(first)}, page=at(build))

    assert said(answer) == "This build changed again since, so it stays."
    build.refresh_from_db()
    assert (build.status, build.shipped_on) == ("dropped", None)


def test_a_shipped_build_shows_its_skills_and_a_dropped_one_does_not(alice: Person) -> None:
    build = make_build(user=alice.user, skills=["pandas"])
    alice.tick("pandas")
    assert "They count as shown once it has shipped." in alice.see(at(build)).by_id("shows").text

    update = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    assert "shown" in parse(update.content.decode()).by_id("shows").text
    alice.quietly(at(build, "status/"), {"status": "dropped"}, page=at(build))
    assert "shown" not in alice.see(at(build)).by_id("shows").all("li")[0].text


def test_the_shipping_day_can_be_put_right(alice: Person) -> None:
    build = make_build(user=alice.user, status="shipped")

    alice.send(at(build, "edit/"), {"title": "Bike counter", "shipped_on": "2026-10-04"})
    assert "Shipped Oct 4" in own_list(alice).text
    alice.send(at(build, "edit/"), {"title": "Bike counter", "shipped_on": ""})

    build.refresh_from_db()
    assert build.shipped_on == datetime.date(2026, 10, 4), "a shipped build keeps a day"


def test_the_readme_has_five_points_and_a_skeleton_of_ones_own_fields(alice: Person) -> None:
    build = make_build(
        user=alice.user, problem="Who guesses?", metric_name="RMSE", metric_baseline=50, metric_mine=41
    )
    for point in "qrndx":
        alice.quietly(at(build, "readme/"), {"point": point, "state": "done"}, page=at(build))
    alice.quietly(at(build, "readme/"), {"point": "r", "state": "open"}, page=at(build))
    alice.quietly(at(build, "readme/"), {"point": "r", "state": "open"}, page=at(build))

    page = alice.see(at(build))
    pressed = [b.id for b in page.by_id("readme-check").all("button", **{"aria-pressed": "true"})]
    assert pressed == ["point-q", "point-n", "point-d", "point-x"]
    text = page.by_id("readme-text").raw
    assert text.startswith("# Bike counter\n")
    assert "## Question\n\nWho guesses?" in text
    assert "RMSE 41, 18% below the baseline of 50." in text
    assert "## What next" in text


# The ship log


def test_a_line_of_the_ship_log_is_added_once_and_deleted_with_undo(alice: Person) -> None:
    build = make_build(user=alice.user)
    line = alice.see(at(build)).by_id("line-form").named("line").get("value")
    for _ in range(2):
        alice.quietly(at(build, "log/"), {"text": "First fetch", "line": line}, page=at(build))
    alice.quietly(at(build, "log/"), {"text": "Long ago", "day": "2026-11-01"}, page=at(build))
    with travel(NOW + datetime.timedelta(minutes=5), tick=False):
        alice.quietly(at(build, "log/"), {"text": "Second fetch"}, page=at(build))

    rows = alice.see(at(build)).by_id("log-lines").all("li")
    assert [row.all("p")[1].text for row in rows] == ["Second fetch", "First fetch", "Long ago"]

    gone = alice.quietly(at(build, f"log/{line}/delete/"), page=at(build))
    assert BuildLine.objects.count() == 2
    assert said(alice.quietly(at(build, f"log/{line}/delete/"), page=at(build))) == "This line is gone already."
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
    assert "Linear regression from scratch" in alice.see(at(build)).by_id("build-milestones").all("ul")[0].text

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


# Whose it is


def test_bob_has_no_such_build(alice: Person, bob: Person) -> None:
    build = make_build(user=alice.user, requirements=["Data"])
    pk = build.own_requirements.get().pk
    line = BuildLine.objects.create(build=build, day=TODAY, text="Mine")
    before = list(Build.objects.values())

    assert bob.get(at(build)).status_code == 404
    for rest, fields in [
        ("edit/", {"title": "His"}),
        ("status/", {"status": "shipped"}),
        ("facts/", {"metric_name": "x"}),
        ("readme/", {"point": "q", "state": "done"}),
        ("milestones/", {"milestone": "first-web-model", "state": "named"}),
        ("delete/", {}),
        ("log/", {"text": "His"}),
        (f"log/{line.pk}/delete/", {}),
        (f"requirements/{pk}/state/", {"state": "done"}),
        (f"requirements/{pk}/proof/", {"note": "His"}),
    ]:
        assert bob.send(at(build, rest), fields).status_code == 404, rest
    assert list(Build.objects.values()) == before
    assert build.own_requirements.get().done_on is None
    assert build.lines.get().text == "Mine"


def test_alices_lines_and_requirements_answer_on_their_own_build_only(alice: Person, bob: Person) -> None:
    build, other = make_build(user=alice.user, requirements=["Data"]), make_build(user=bob.user)
    pk = build.own_requirements.get().pk

    assert bob.send(at(other, f"requirements/{pk}/state/"), {"state": "done"}).status_code == 404
    assert bob.send(at(other, f"requirements/{pk}/proof/"), {"note": "His"}).status_code == 404
    bob.send(at(other, "edit/"), {"title": "His", "req": ["Mine now"], "req_id": [str(pk)]})
    assert build.own_requirements.get().title == "Data"


def test_a_key_that_is_taken_makes_a_build_of_ones_own(alice: Person, bob: Person) -> None:
    build = make_build(user=alice.user)

    answer = bob.send(NEW, {"key": str(build.key), "title": "His"})

    assert answer.status_code == 303
    assert bob.user.builds.get().key != build.key
    build.refresh_from_db()
    assert build.title == "Bike counter"


def test_a_form_sent_twice_makes_one_build(alice: Person) -> None:
    fields = {"key": str(uuid.uuid4()), "title": "Once", "req": ["Data"], "req_id": [str(uuid.uuid4())]}

    locations = {alice.send(NEW, fields)["Location"] for _ in range(2)}

    assert len(locations) == 1
    assert alice.user.builds.get().own_requirements.count() == 1


# What it costs


@pytest.mark.parametrize("rest", ["", "edit/", "delete/"])
def test_a_page_asks_little_and_no_more_of_a_full_build(
    alice: Person, rest: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    build = make_build(
        user=alice.user, requirements=[f"R{n}" for n in range(12)], skills=["pandas", "py-syntax", "bayes"]
    )
    BuildLine.objects.bulk_create(BuildLine(build=build, day=TODAY, text="x") for _ in range(300))
    alice.see(at(build, rest))
    with django_assert_max_num_queries(7):
        alice.see(at(build, rest))


def test_the_list_asks_no_more_with_many_builds(
    alice: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        make_build(user=alice.user, requirements=["A", "B"])
    alice.see(LIST)
    with django_assert_max_num_queries(4):
        alice.see(LIST)


def test_an_unchanged_build_is_not_sent_twice(alice: Person) -> None:
    build = make_build(user=alice.user)
    tag = alice.get(at(build))["ETag"]
    assert alice.get(at(build), **{"if-none-match": tag}).status_code == 304
    alice.send(at(build, "log/"), {"text": "A line"})
    alice.see(at(build))  # with the message

    assert alice.get(at(build), **{"if-none-match": tag}).status_code == 200
