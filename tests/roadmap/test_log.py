"""The study log: time is logged in two clicks, read by week, changed and taken back."""

import datetime
import re
import uuid
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Enrollment, Project, Skill, StudySession
from tests.factories import make_session, make_user
from tests.markup import Node, parse
from tests.person import Person

NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)  # a Wednesday
TODAY = NOON.date()
SYNTAX = "skill:py-syntax"
TITLE = "Variables, types and control flow"


@pytest.fixture(autouse=True)
def wednesday(request: pytest.FixtureRequest) -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days)


def log(person: Person, *, page: str = "/log/", quiet: bool = True, **fields: str) -> Any:
    fields = {"subject": SYNTAX, "minutes": "45"} | fields
    return (person.quietly if quiet else person.send)("/log/", fields, page=page)


def said(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").text.removesuffix("Undo").strip()


def undo(person: Person, answer: Any, *, page: str = "/log/") -> str:
    live = parse(answer.content.decode()).by_id("live")
    token = live.all("input", name="token")[0].get("value")
    return said(person.quietly("/undo/", {"token": token}, page=page))


def rows(person: Person) -> list[tuple[str, datetime.date, int, str, str]]:
    """Return what of a learner's log they see, oldest first."""
    found = person.user.study_sessions.select_related("skill", "project").order_by("day", "logged_at")
    return [(str(getattr(s.skill or s.project, "slug", "")), s.day, s.minutes, s.kind, s.note) for s in found]


def days_of(page: Node) -> list[str]:
    return [th.text for th in page.by_id("weeks").all("th") if th.get("scope") == "row"]


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
    form = parse(answer.content.decode()).by_id("log-form")
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


def test_by_week_latest_first_with_totals(alice: Person):
    for days, minutes in ((0, 45), (1, 60), (2, 30), (3, 120), (9, 15)):
        make_session(user=alice.user, day=ago(days), minutes=minutes)
    page = alice.see("/log/")

    assert days_of(page) == ["Wed 22", "Tue 21", "Mon 20", "Sun 19", "Mon 13"]
    assert [c.text for c in page.by_id("weeks").all("caption")] == [
        "July 20–26 2 h 15 min",
        "July 13–19 2 h 15 min",
    ]
    assert "2 h 15 min of 10 h" in page.by_id("log-totals").text


def test_weeks_begin_where_the_learner_said(alice: Person):
    enrollment = Enrollment.objects.of(alice.user)
    enrollment.week_starts_on = 7
    enrollment.save()
    for days in (0, 3, 4):
        make_session(user=alice.user, day=ago(days), minutes=60)
    captions = [c.text for c in alice.see("/log/").by_id("weeks").all("caption")]

    assert captions == ["July 19–25 2 h", "July 12–18 1 h"]


def test_earlier_weeks_down_to_the_first_over_gaps(alice: Person):
    days = [0, 8, 30, 400, 401, 1500]
    for number in days:
        make_session(user=alice.user, day=ago(number), minutes=60)
    seen: list[str] = []
    path = "/log/"
    for _ in range(9):
        page = alice.see(path)
        seen += [node.get("datetime") for node in page.by_id("weeks").all("time")]
        links = [a.get("href") for a in page.by_id("weeks").all("a") if "before=" in a.get("href")]
        if not links:
            break
        path = links[0]

    assert seen == [str(ago(number)) for number in days]


@pytest.mark.parametrize("before", ["", "x", "2026-13-01", "0001-01-01", "9999-12-31", "2026-07-22T10", "١"])
def test_any_day_may_stand_in_the_address(alice: Person, before: str):
    make_session(user=alice.user, day=TODAY)

    assert alice.get(f"/log/?before={before}").status_code == 200
    assert log(alice, page=f"/log/?before={before}").status_code == 200


def test_nothing_logged_says_how_to_begin(alice: Person):
    page = alice.see("/log/")

    assert "A quarter of an hour counts" in page.by_id("weeks").text
    assert "Since" not in page.by_id("log-totals").text


def test_an_entry_is_edited_and_taken_back(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, minutes=45, note="Before")
    page = alice.see(f"/log/{entry.pk}/")
    assert page.by_id("log-minutes").get("value") == "45"
    assert page.by_id("log-note").get("value") == "Before"
    before = rows(alice)
    fields = {
        "subject": "project:project-2",
        "minutes": "90",
        "day": "2026-07-01",
        "kind": "",
        "note": "After",
    }
    answer = alice.send(f"/log/{entry.pk}/", fields, page=f"/log/{entry.pk}/")

    assert answer.status_code == 303
    assert rows(alice) == [("project-2", datetime.date(2026, 7, 1), 90, "build", "After")]
    shown = alice.see(answer["Location"])
    assert str(entry.pk) in shown.by_id("weeks").all("a")[1].get("href")
    token = shown.by_id("live").all("input", name="token")[0].get("value")
    for said_ in ("Undone: your log is as it was.", "There was nothing left to undo."):
        assert said(alice.quietly("/undo/", {"token": token}, page="/log/")) == said_
        assert rows(alice) == before


def test_an_edit_that_makes_no_sense_loses_nothing(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, minutes=45)
    make_session(user=alice.user, day=ago(1), minutes=1400)
    fields = {"subject": SYNTAX, "minutes": "41", "day": str(ago(1)), "kind": "build", "note": "Kept"}
    answer = alice.send(f"/log/{entry.pk}/", fields)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "room for 40 more minutes" in page.by_id("log-minutes-error").text
    assert page.all("title")[0].text.startswith("Error: ")
    assert page.by_id("log-note").get("value") == "Kept"
    assert page.by_id("log-minutes").get("value") == "41"
    assert [o.get("value") for o in page.by_id("log-kind").all("option") if "selected" in o.attributes] == [
        "build"
    ]
    assert sorted(row[2] for row in rows(alice)) == [45, 1400]


def test_an_entry_is_deleted_and_comes_back_as_it_was(alice: Person):
    entry = make_session(
        user=alice.user, day=ago(1), minutes=45, kind="build", note="Words", skill=Skill.objects.first()
    )
    stood = StudySession.objects.filter(pk=entry.pk).values().get()
    answer = alice.quietly(f"/log/{entry.pk}/delete/", page="/log/")
    assert said(answer).startswith("Deleted: 45 minutes")
    assert rows(alice) == []
    assert str(entry.pk) not in parse(answer.content.decode()).by_id("weeks").text

    assert undo(alice, answer) == "Undone: your log is as it was."
    assert StudySession.objects.filter(pk=entry.pk).values().get() == stood
    assert undo(alice, answer) == "There was nothing left to undo."
    assert said(alice.quietly(f"/log/{uuid.uuid4()}/delete/", page="/log/")) == "This entry is gone already."


def test_what_was_changed_since_is_not_undone(alice: Person):
    answer = log(alice)
    alice.user.study_sessions.update(minutes=50)

    assert undo(alice, answer) == "There was nothing left to undo."
    assert [row[2] for row in rows(alice)] == [50]


def test_a_deleted_entry_does_not_overfill_its_day(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, minutes=60)
    answer = alice.quietly(f"/log/{entry.pk}/delete/", page="/log/")
    make_session(user=alice.user, day=TODAY, minutes=1400)

    assert undo(alice, answer).startswith("This does not fit any more.")
    assert [row[2] for row in rows(alice)] == [1400]


def test_bob_cannot_undo_read_edit_or_delete(alice: Person, bob: Person):
    entry = make_session(user=alice.user, day=TODAY)
    assert bob.get(f"/log/{entry.pk}/").status_code == 404
    assert bob.send(f"/log/{entry.pk}/", {"minutes": "1", "day": "", "subject": ""}).status_code == 404
    assert bob.send(f"/log/{entry.pk}/delete/").status_code == 404
    answer = alice.quietly(f"/log/{entry.pk}/delete/", page="/log/")

    assert undo(bob, answer).startswith("This can no longer be undone.")
    assert rows(alice) == rows(bob) == []


def test_undo_of_a_long_note_survives_the_way_back_without_script(alice: Person):
    note = "".join(chr(0x4E00 + 37 * n % 20_000) for n in range(500))
    entry = make_session(user=alice.user, day=TODAY, note=note)
    alice.send(f"/log/{entry.pk}/delete/", page="/log/")
    token = alice.see("/log/").by_id("live").all("input", name="token")[0].get("value")
    alice.send("/undo/", {"token": token}, page="/log/")

    assert rows(alice)[0][4] == note


def test_finishing_a_skill_offers_what_is_missing_and_logs_nothing(alice: Person):
    skill = Skill.objects.get(slug="py-syntax")
    estimate = (skill.hours_low + skill.hours_high) * 30
    make_session(user=alice.user, day=TODAY, minutes=60, skill=skill)
    answer = alice.tick("py-syntax", page="/skills/py-syntax/")

    piece = parse(answer.content.decode()).by_id("skill-time")
    button = piece.all("button", name="minutes")[0]
    assert button.get("value") == str(estimate - 60)
    assert len(rows(alice)) == 1
    fields = {box.get("name"): box.get("value") for box in piece.all("input")} | {
        "minutes": button.get("value")
    }
    update = parse(alice.quietly("/log/", fields, page="/skills/py-syntax/").content.decode())
    assert sum(row[2] for row in rows(alice)) == estimate
    assert not update.by_id("skill-time").all("button")


def test_finished_but_short_stands_beside_the_log_for_two_weeks(alice: Person):
    for slug, minutes, done_on in (
        ("py-syntax", 60, "2026-07-20"),
        ("py-functions", 0, "2026-07-20"),
        ("git-basics", 60, "2026-07-01"),
    ):
        alice.tick(slug, done_on=done_on)
        if minutes:
            make_session(user=alice.user, day=ago(3), minutes=minutes, skill=Skill.objects.get(slug=slug))
    text = alice.see("/log/").by_id("log-totals").text

    assert "Finished, but short" in text
    assert TITLE in text
    assert "Short, too" not in text


def test_more_than_a_days_work_is_logged_day_by_day(alice: Person):
    skill = max(Skill.objects.filter(retired=False), key=lambda s: s.hours_high)
    make_session(user=alice.user, day=TODAY, minutes=60, skill=skill)
    alice.tick(skill.slug)
    link = next(a for a in alice.see("/log/").by_id("log-totals").all("a") if "for=" in a.get("href"))
    form = alice.see(link.get("href")).by_id("log-subject")

    assert [o.get("value") for o in form.all("option") if "selected" in o.attributes] == [
        f"skill:{skill.slug}"
    ]


def test_a_page_with_five_years_asks_no_more_than_one_with_a_day(alice: Person, bob: Person):
    make_session(user=alice.user, day=TODAY)
    skills = list(Skill.objects.values_list("pk", flat=True)[:50])
    StudySession.objects.bulk_create(
        StudySession(user=bob.user, day=ago(n), minutes=60, kind="theory", skill_id=skills[n % 50])
        for n in range(1_800)
    )
    counts = {}
    for person, path in ((alice, "/log/"), (bob, "/log/"), (bob, "/log/?before=2023-01-02")):
        person.get(path)
        with CaptureQueriesContext(connection) as statements:
            html = person.get(path).content.decode()
        counts[person, path] = len(statements)
        assert len(re.findall(r'id="entry-', html)) <= 31

    assert counts[alice, "/log/"] == counts[bob, "/log/"] <= 5
    assert counts[bob, "/log/?before=2023-01-02"] <= 7


def test_a_day_of_many_entries_ends_its_page(alice: Person):
    StudySession.objects.bulk_create(
        StudySession(user=alice.user, day=ago(n), minutes=1, kind="theory")
        for n in range(3)
        for _ in range(900)
    )
    page = alice.see("/log/")
    assert len(page.by_id("weeks").all("tr")) - 1 == 900
    links = [a.get("href") for a in page.by_id("weeks").all("a") if "before=" in a.get("href")]

    assert links == [f"/log/?before={TODAY}"]


def test_a_note_that_was_edited_is_not_hidden_by_the_page_the_browser_keeps(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, note="Before")
    tag = alice.get("/log/")["ETag"]
    assert alice.get("/log/", **{"If-None-Match": tag}).status_code == 304
    StudySession.objects.filter(pk=entry.pk).update(note="After")

    assert alice.get("/log/", **{"If-None-Match": tag}).status_code == 200


def test_a_learner_far_into_the_log_of_another_sees_nothing_of_it(alice: Person, bob: Person):
    make_session(user=alice.user, day=TODAY, note="Down the rabbit hole")

    assert "rabbit" not in bob.get("/log/").content.decode()
    assert make_user().study_sessions.count() == 0
