"""Entries are edited, deleted and taken back, and what is missing is offered."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
import time_machine
from django.db.models import F

from roadmap.models import CatalogueVersion, Project, Skill, StudySession
from tests.factories import make_session
from tests.markup import parse
from tests.person import Person
from tests.roadmap.log_book import NOON, SYNTAX, TITLE, TODAY, ago, log, rows, said, undo


@pytest.fixture(autouse=True)
def wednesday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def test_an_entry_is_edited_and_taken_back(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, minutes=45, note="Before")
    page = alice.see(f"/log/{entry.pk}/")
    assert page.by_id("log-minutes").get("value") == "45"
    assert page.by_id("log-note").get("value") == "Before"
    assert page.by_id("log-day").get("value") == str(TODAY)
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
    assert page.by_id("errors").all("a")[0].get("href") == "#log-minutes"
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
    totals = alice.see("/log/").by_id("log-totals")

    assert "Finished, but short" in totals.text
    assert TITLE in totals.text
    assert "Short, too" not in totals.text
    fields = {box.get("name"): box.get("value") for box in totals.all("input")}
    fields["minutes"] = totals.all("button", name="minutes")[0].get("value")
    alice.quietly("/log/", fields, page="/log/")
    assert rows(alice)[-1][1] == ago(2), "on the day it was finished"


def test_more_than_a_days_work_is_logged_day_by_day(alice: Person):
    skill = max(Skill.objects.filter(retired=False), key=lambda s: s.hours_high)
    make_session(user=alice.user, day=TODAY, minutes=60, skill=skill)
    alice.tick(skill.slug)
    link = next(a for a in alice.see("/log/").by_id("log-totals").all("a") if "for=" in a.get("href"))
    form = alice.see(link.get("href")).by_id("log-subject")

    assert [o.get("value") for o in form.all("option") if "selected" in o.attributes] == [
        f"skill:{skill.slug}"
    ]


@pytest.mark.usefixtures("own_snapshot")
def test_what_has_left_the_roadmap_stays_in_the_log_and_an_edit_keeps_it(alice: Person):
    skill, project = Skill.objects.get(slug="py-syntax"), Project.objects.get(slug="project-1")
    first = make_session(user=alice.user, day=TODAY, skill=skill)
    second = make_session(user=alice.user, day=TODAY, project=project, kind="build")
    alice.see("/log/")
    Skill.objects.filter(pk=skill.pk).update(retired=True)
    Project.objects.filter(pk=project.pk).update(retired=True)
    CatalogueVersion.objects.update(number=F("number") + 1)
    text = alice.see("/log/").by_id("weeks").text
    assert TITLE in text
    assert "Other study" in text
    for entry in (first, second):
        fields = {}
        for box in alice.see(f"/log/{entry.pk}/").where(lambda node: node.tag in ("input", "select")):
            chosen = [o for o in box.all("option") if "selected" in o.attributes]
            fields[box.get("name")] = chosen[0].get("value") if chosen else box.get("value")
        assert alice.send(f"/log/{entry.pk}/", fields | {"note": "Still here"}).status_code == 303

    found = {s.pk: (s.skill_id, s.project_id, s.note) for s in alice.user.study_sessions.all()}
    assert found == {
        first.pk: (skill.pk, None, "Still here"),
        second.pk: (None, project.pk, "Still here"),
    }


def test_a_note_that_was_edited_is_not_hidden_by_the_page_the_browser_keeps(alice: Person):
    entry = make_session(user=alice.user, day=TODAY, note="Before")
    tag = alice.get("/log/")["ETag"]
    assert alice.get("/log/", **{"If-None-Match": tag}).status_code == 304
    StudySession.objects.filter(pk=entry.pk).update(note="After")

    assert alice.get("/log/", **{"If-None-Match": tag}).status_code == 200
