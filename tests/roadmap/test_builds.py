"""Builds of Alice's own: made, filled, shipped and shown."""

import datetime

import pytest
from time_machine import travel

from roadmap.models import Evidence
from tests.factories import make_build
from tests.markup import parse
from tests.person import Person
from tests.roadmap.build_story import LIST, NEW, TODAY, at, own_list, said, token
from tests.roadmap.clock import SUNDAY

pytestmark = pytest.mark.usefixtures("a_sunday")


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
    alice.quietly(
        at(build, f"requirements/{model.pk}/proof/"), {"url": "https://example.org/x", "note": "See"}
    )

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
    with travel(SUNDAY + datetime.timedelta(3), tick=False):
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
    assert "They count as shown once it has shipped." in alice.see(at(build)).by_id("build-skills").text

    update = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    assert "once it has shipped" not in parse(update.content.decode()).by_id("build-skills").text
    assert "shown" in alice.see("/skills/pandas/").by_id("skill-head").text
    alice.quietly(at(build, "status/"), {"status": "dropped"}, page=at(build))
    assert "shown" not in alice.see("/skills/pandas/").by_id("skill-head").text


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
