"""Milestones: reached on a day, with a note, and reopened without losing it."""

import datetime
from typing import Any

import pytest
import time_machine

from roadmap.models import Milestone, MilestoneProgress
from tests.markup import parse
from tests.person import Person

SLUG = "linear-regression-from-scratch"
PATH = f"/milestones/{SLUG}/state/"
PAGE = "/roadmap/foundation/"
NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)


def mark(alice: Person, *, quiet: bool = True, slug: str = SLUG, **fields: str) -> Any:
    send = alice.quietly if quiet else alice.send
    return send(f"/milestones/{slug}/state/", fields, page=PAGE)


def row(alice: Person) -> MilestoneProgress:
    return alice.user.milestone_progress.get(milestone__slug=SLUG)


@time_machine.travel(NOON, tick=False)
def test_it_is_reached_today(alice: Person):
    answer = mark(alice, state="done")

    assert answer.status_code == 200
    assert row(alice).done_on == NOON.date()
    page = parse(answer.content.decode())
    assert page.by_id(f"milestone-{SLUG}").get("data-state") == "done"
    assert page.by_id("live").text == "Linear regression from scratch: reached."


def test_a_quiet_moment_of_celebration_once(alice: Person):
    first = parse(mark(alice, state="done").content.decode()).by_id(f"milestone-{SLUG}")
    again = parse(mark(alice, state="done", note="Done it").content.decode()).by_id(f"milestone-{SLUG}")

    assert "reached" in first.get("class").split()
    assert "Look back for a moment" in first.text
    assert "reached" not in again.get("class").split()


@time_machine.travel(NOON, tick=False)
def test_an_earlier_day_and_a_note(alice: Person):
    mark(alice, state="done", done_on="2026-05-01", note="It took me three evenings.\nWorth it.")

    assert (str(row(alice).done_on), row(alice).note) == (
        "2026-05-01",
        "It took me three evenings.\nWorth it.",
    )
    shown = alice.see(PAGE).by_id(f"milestone-{SLUG}")
    assert "It took me three evenings." in shown.text
    assert "Reached May 1, 2026" in shown.text
    assert shown.by_id(f"day-{SLUG}").get("value") == "2026-05-01"


def test_reopening_keeps_the_note(alice: Person):
    mark(alice, state="done", note="Keep me")
    answer = mark(alice, state="open")

    assert (row(alice).done_on, row(alice).note) == (None, "Keep me")
    assert "is open again" in parse(answer.content.decode()).by_id("live").text
    assert "Keep me" in alice.see(PAGE).by_id(f"note-{SLUG}").raw


def test_ticking_it_again_keeps_the_note(alice: Person):
    mark(alice, state="done", note="Keep me")
    mark(alice, state="open")
    mark(alice, state="done")

    assert row(alice).note == "Keep me"


def test_a_note_can_be_emptied(alice: Person):
    mark(alice, state="done", note="Gone soon")
    mark(alice, state="done", note="")

    assert row(alice).note == ""


def test_a_repeat_leaves_one_row_and_the_first_day(alice: Person):
    with time_machine.travel(NOON, tick=False):
        mark(alice, state="done")
    with time_machine.travel(NOON + datetime.timedelta(days=4), tick=False):
        mark(alice, state="done")

    assert row(alice).done_on == NOON.date()
    assert MilestoneProgress.objects.count() == 1


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"done_on": "2026-07-23"}, f"day-{SLUG}", "future"),
        ({"done_on": "0001-01-01"}, f"day-{SLUG}", "year 2000"),
        ({"done_on": "soon"}, f"day-{SLUG}", "year-month-day"),
        ({"note": "x" * 2001}, f"note-{SLUG}", "2,000 characters"),
    ],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_what_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost(
    alice: Person, fields: dict[str, str], field: str, reason: str, quiet: bool
):
    typed = {"note": "Typed with care", "done_on": "2026-07-01"} | fields
    answer = mark(alice, quiet=quiet, state="done", **typed)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    control = page.by_id(field)
    assert control.get("aria-invalid") == "true"
    assert reason in page.by_id(control.get("aria-describedby")).text
    assert page.by_id(f"day-{SLUG}").get("value") == typed["done_on"]
    assert page.by_id(f"note-{SLUG}").raw.strip() == typed["note"]
    assert "open" in page.by_id(f"milestone-{SLUG}").all("details")[0].attributes
    assert not MilestoneProgress.objects.exists()


@pytest.mark.parametrize("wrong", ["", "learning", "skipped", "reached"])
def test_a_milestone_is_done_or_open(alice: Person, wrong: str):
    answer = mark(alice, state=wrong, quiet=False)

    assert answer.status_code == 422
    assert not MilestoneProgress.objects.exists()
    assert "done or open" in parse(answer.content.decode()).by_id("main").text


def test_an_unknown_one_is_not_found(alice: Person):
    assert mark(alice, slug="summit", state="done").status_code == 404


def test_without_script_she_returns_to_the_milestone(alice: Person):
    answer = mark(alice, state="done", quiet=False)

    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}#milestone-{SLUG}")
    assert alice.see(PAGE).by_id(f"milestone-{SLUG}").get("data-state") == "done"


def test_the_roadmap_lists_it_as_reached(alice: Person):
    mark(alice, state="done", done_on="2026-05-01")
    links = [
        a for a in alice.see("/roadmap/").all("a", class_="ok") if a.text == "Linear regression from scratch"
    ]

    assert [a.get("href") for a in links] == [f"{PAGE}#milestone-{SLUG}"]


def test_every_milestone_of_the_catalogue_can_be_marked(alice: Person):
    for slug in Milestone.objects.values_list("slug", flat=True):
        assert mark(alice, slug=slug, state="done").status_code == 200
    assert alice.user.milestone_progress.count() == 13


def test_the_milestones_of_the_sprint_are_marked_on_its_page(alice: Person):
    days = Milestone.objects.filter(sprint_day__isnull=False)
    assert set(days.values_list("sprint_day", flat=True)) == {30, 60, 90}
    page = alice.see("/sprint/")
    for milestone in days:
        assert page.by_id(f"milestone-tick-{milestone.slug}").get("value") == "done"
        alice.quietly(f"/milestones/{milestone.slug}/state/", {"state": "done"}, page="/sprint/")
    page = alice.see("/sprint/")
    for milestone in days:
        assert page.by_id(f"milestone-{milestone.slug}").get("data-state") == "done"


def test_bob_sees_neither_day_nor_note(alice: Person, bob: Person):
    mark(alice, state="done", note="Mine alone")

    shown = bob.see(PAGE).by_id(f"milestone-{SLUG}")
    assert shown.get("data-state") == "open"
    assert "Mine alone" not in shown.raw


def test_a_note_is_shown_as_it_was_written(alice: Person):
    mark(alice, state="done", note="<b>5 > 3 & 2 < 4</b> {{ 7 }} {% now %}")
    shown = alice.see(PAGE).by_id(f"milestone-{SLUG}")

    assert "<b>5 > 3 & 2 < 4</b> {{ 7 }} {% now %}" in shown.raw
