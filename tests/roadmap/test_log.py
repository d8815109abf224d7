"""The study log: time is logged in two clicks, wherever the learner is."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
import time_machine

from roadmap.models import Project, Skill
from tests.factories import make_session
from tests.markup import parse
from tests.person import Person
from tests.roadmap.log_book import NOON, SYNTAX, TITLE, TODAY, ago, days_of, log, rows, said


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.mark.parametrize("sender", ["/today/", "/skills/py-syntax/", "/log/"])
def test_two_clicks_log_time_for_today_with_the_kind_of_the_skill(alice: Person, sender: str):
    kind = Skill.objects.get(slug="py-syntax").kind
    answer = log(alice, page=sender)

    assert answer.status_code == 200
    assert said(answer) == f"45 minutes logged for {TITLE}."
    assert rows(alice) == [("py-syntax", TODAY, 45, kind, "")]


def test_the_next_skill_and_its_hours_stand_on_today(alice: Person):
    page = alice.see("/today/")
    menu = page.by_id("log-menu")
    assert menu.inside(lambda node: node.get("class").startswith("now"))
    fields = {box.get("name"): box.get("value") for box in menu.all("input") if box.get("name")}
    assert [b.get("value") for b in menu.all("button", name="minutes")] == ["15", "30", "45", "60", "90"]

    answer = log(alice, page="/today/", subject=fields["subject"], minutes="90")

    update = parse(answer.content.decode())
    assert "1 h 30 min of" in update.by_id("next").text
    assert "open" not in update.by_id("log-menu").attributes


def test_a_project_is_logged_as_building(alice: Person):
    menu = alice.see("/projects/project-1/").by_id("log-menu")
    subject = menu.all("input", name="subject")[0].get("value")
    answer = log(alice, page="/projects/project-1/", subject=subject)

    assert said(answer) == f"45 minutes logged for Project 1: {Project.objects.get(slug='project-1').title}."
    assert rows(alice) == [("project-1", TODAY, 45, "build", "")]


def test_neither_a_skill_nor_a_project(alice: Person):
    answer = log(alice, subject="", other="50", minutes="", kind="practice", note="A meetup")

    assert said(answer) == "50 minutes logged for Other study."
    assert rows(alice) == [("", TODAY, 50, "practice", "A meetup")]


def test_kind_day_and_note_can_be_changed_in_a_menu(alice: Person):
    answer = log(alice, page="/today/", day="2026-07-20", kind="build", note="Exercise 4")

    assert said(answer) == f"45 minutes logged for {TITLE}, Monday."
    assert rows(alice) == [("py-syntax", ago(2), 45, "build", "Exercise 4")]


@pytest.mark.parametrize("sender", ["/today/", "/skills/py-syntax/", "/projects/project-1/", "/log/"])
def test_without_script_it_leads_back_and_says_so(alice: Person, sender: str):
    answer = log(alice, page=sender, quiet=False)

    assert (answer.status_code, answer["Location"]) == (303, sender)
    live = alice.see(sender).by_id("live")
    assert live.text.startswith(f"45 minutes logged for {TITLE}.")
    token = live.all("input", name="token")[0].get("value")
    assert alice.send("/undo/", {"token": token}, page=sender)["Location"] == sender
    assert rows(alice) == []


def test_before_the_start_of_the_plan_is_fine(alice: Person):
    log(alice, day="2024-02-29")

    assert rows(alice)[0][1] == datetime.date(2024, 2, 29)
    assert days_of(alice.see("/log/")) == ["Thu 29"]
    assert "February 26 – March 3, 2024" in alice.see("/log/").by_id("weeks").text


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"minutes": "", "other": ""}, "other", "Choose or write how many minutes it was."),
        ({"minutes": "", "other": "0"}, "other", "Write 1 minute or more."),
        ({"minutes": "", "other": "1441"}, "other", "write 1,440 minutes or less"),
        ({"minutes": "", "other": "half"}, "other", "Write a whole number of minutes."),
        ({"minutes": "x"}, "other", "Write a whole number of minutes."),
        ({"day": "2026-07-23"}, "day", "This date is in the future."),
        ({"day": "2026-02-29"}, "day", "Write the date as year-month-day"),
        ({"day": "1999-12-31"}, "day", "from the year 2000 on"),
        ({"kind": "sleep"}, "kind", "There is no such kind."),
        ({"note": "x" * 501}, "note", "under 500 characters"),
    ],
)
@pytest.mark.parametrize("sender", ["/log/", "/today/"])
@pytest.mark.parametrize("quiet", [True, False])
def test_what_makes_no_sense_is_said_beside_its_field(
    alice: Person, fields: dict[str, str], field: str, reason: str, sender: str, quiet: bool
):
    answer = log(alice, page=sender, quiet=quiet, **({"note": "Kept words", "other": "7"} | fields))

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    if not quiet:
        assert page.by_id("errors").all("a")[0].get("href") == f"#log-{field}"
        assert page.all("title")[0].text.startswith("Error: ")
    form = page.by_id("log-form")
    box = form.by_id(f"log-{field}")
    assert box.get("aria-invalid") == "true"
    assert reason in form.by_id(box.get("aria-describedby")).text
    assert form.by_id("log-note").get("value") == fields.get("note", "Kept words")
    assert form.by_id("log-other").get("value") == fields.get("other", "7")
    subject = form.all("input", name="subject") or [
        o for o in form.all("option") if "selected" in o.attributes and ":" in o.get("value")
    ]
    assert subject[0].get("value") == SYNTAX
    assert rows(alice) == []


def test_a_skill_that_is_none_is_refused_and_the_list_offered(alice: Person):
    answer = log(alice, subject="skill:sleeping")

    assert answer.status_code == 422
    assert (
        "There is no such skill or project." in parse(answer.content.decode()).by_id("log-subject-error").text
    )


def test_a_day_holds_24_hours_and_no_more(alice: Person):
    make_session(user=alice.user, day=TODAY, minutes=1400)
    answer = log(alice)

    assert answer.status_code == 422
    assert "room for 40 more minutes" in parse(answer.content.decode()).by_id("log-other-error").text
    assert log(alice, minutes="", other="40").status_code == 200
    assert "24 hours already" in said(log(alice, minutes="15"))
    assert log(alice, minutes="15", day="2026-07-21").status_code == 200


def test_a_day_of_23_hours_and_one_of_25_are_days_like_others(alice: Person):
    alice.user.time_zone = "America/New_York"
    alice.user.save()
    with time_machine.travel(datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC), tick=False):
        alice = Person(alice.user)
        for day in ("2026-03-08", "2026-11-01"):
            assert log(alice, day=day, minutes="", other="1440").status_code == 200
            assert log(alice, day=day, minutes="", other="1").status_code == 422
        assert days_of(alice.see("/log/")) == ["Sun 1"]


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Kiritimati", datetime.date(2026, 7, 23)), ("Pacific/Pago_Pago", ago(1))]
)
def test_today_is_the_learners_own_far_east_and_far_west(alice: Person, zone: str, day: datetime.date):
    midnight = {"Pacific/Kiritimati": 12, "Pacific/Pago_Pago": 0}[zone]
    alice.user.time_zone = zone
    alice.user.save()
    with time_machine.travel(NOON.replace(hour=midnight), tick=False):
        log(alice)
        assert rows(alice)[0][1] == day
        assert log(alice, day=str(day + datetime.timedelta(1))).status_code == 422


def test_a_repeat_under_the_same_id_logs_once(alice: Person):
    entry = alice.see("/log/").by_id("log-form").all("input", name="entry")[0].get("value")
    log(alice, entry=entry)
    answer = log(alice, entry=entry)

    assert said(answer) == f"This is in your log already: 45 minutes logged for {TITLE}."
    assert len(rows(alice)) == 1


def test_something_else_under_the_same_id_is_an_entry_of_its_own(alice: Person):
    entry = str(uuid.uuid4())
    log(alice, entry=entry)
    log(alice, entry=entry, minutes="30")

    assert sorted(row[2] for row in rows(alice)) == [30, 45]


def test_bob_cannot_take_over_an_entry_by_its_id(alice: Person, bob: Person):
    hers = make_session(user=alice.user, day=TODAY, minutes=10)
    log(bob, entry=str(hers.pk), minutes="10", subject="")

    assert [row[2] for row in rows(alice)] == [10]
    assert [row[2] for row in rows(bob)] == [10]
