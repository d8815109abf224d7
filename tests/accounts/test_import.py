"""Alice brings an export back: she sees what it changes, and then all of it is saved or nothing."""

import datetime
import logging
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings

from accounts.models import DataImport, User
from career.models import Application, Resume, StageChange
from roadmap.models import Build, Note, StudySession
from tests.accounts.travel import DATA, IMPORT, as_zip, bring, choose, export_of, only, packed
from tests.career import rows
from tests.factories import make_session, make_user
from tests.person import Person

NOW = datetime.datetime(2026, 7, 19, 8, 30, tzinfo=datetime.UTC)


@pytest.fixture
def alice(db: None, settings: Settings, tmp_path: Path) -> Person:
    settings.VAR_DIR = tmp_path
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


def test_she_reads_what_changes_and_then_saves_it(alice: Person, old: User, caplog: Any):
    raw = packed(old)
    old.delete()
    answer = choose(alice, raw)
    assert answer.status_code == 303
    page = alice.see(answer["Location"])
    assert "Nothing is saved yet" in page.text
    assert "The newer version of each row" in page.text
    assert "Log" in page.text
    assert not StudySession.objects.filter(user=alice.user).exists()

    with caplog.at_level(logging.INFO, "milepost.security"):
        saved = alice.send(answer["Location"])

    assert (saved.status_code, saved["Location"]) == (303, DATA)
    assert "rows new" in alice.see(DATA).text
    assert StudySession.objects.get(user=alice.user).note == "Chain rule"
    assert Build.objects.get(user=alice.user).own_requirements.get().title == "Baseline"
    (event,) = [record for record in caplog.records if record.name == "milepost.security"]
    assert (event.__dict__["event"], event.__dict__["user_id"]) == ("import_done", alice.user.pk)


def test_to_save_twice_changes_nothing(alice: Person, old: User):
    answer = choose(alice, packed(old))
    alice.send(answer["Location"])
    before = export_of(alice.user)

    again = alice.send(answer["Location"])

    assert (again.status_code, again["Location"]) == (303, DATA)
    assert export_of(alice.user) | {"exported_at": ""} == before | {"exported_at": ""}


def test_the_same_file_read_again_has_nothing_to_say(alice: Person, old: User):
    raw = packed(old)
    bring(alice.user, raw)
    answer = choose(alice, raw)
    page = alice.see(answer["Location"])

    assert "everything that can be taken is here already" in page.text
    plan = bring(alice.user, raw)
    assert (plan.new, plan.changed) == (0, 0)


def test_the_file_is_gone_once_it_is_saved(alice: Person, old: User):
    answer = choose(alice, packed(old))
    row = DataImport.objects.get()
    assert row.path.stat().st_mode & 0o777 == 0o600
    alice.send(answer["Location"])

    assert not row.path.exists()


def test_one_that_waits_too_long_is_gone(alice: Person, old: User):
    answer = choose(alice, packed(old))
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=61), tick=False):
        assert alice.get(answer["Location"]).status_code == 404


@pytest.mark.asvs("8.2.2")
def test_it_waits_for_her_and_her_browser_alone(alice: Person, old: User):
    where = choose(alice, packed(old))["Location"]

    for other in (Person(make_user()), Person(alice.user)):
        assert other.get(where).status_code == 404
        assert other.send(where).status_code == 404
    assert not StudySession.objects.filter(user=alice.user).exists()


def test_another_file_takes_its_place(alice: Person, old: User):
    first = choose(alice, packed(old))["Location"]
    choose(alice, packed(old))

    assert alice.get(first).status_code == 404
    assert DataImport.objects.count() == 1


def test_without_a_file_the_form_says_what_to_do(alice: Person):
    answer = alice.send(IMPORT, {}, page=IMPORT)

    assert answer.status_code == 422
    assert "Choose the file to read." in answer.content.decode()


def test_the_json_alone_will_do(alice: Person, old: User):
    import zipfile
    from io import BytesIO

    raw = zipfile.ZipFile(BytesIO(packed(old))).read("milepost.json")
    answer = alice.send(IMPORT, {"file": SimpleUploadedFile("milepost.json", raw)}, page=IMPORT)

    assert answer.status_code == 303
    alice.send(answer["Location"])
    assert StudySession.objects.get(user=alice.user).note == "Chain rule"


def note(text: str, at: datetime.datetime, skill: str = "py-syntax") -> dict[str, Any]:
    saved_at = at.isoformat().replace("+00:00", "Z")
    return {"skill": skill, "project": None, "resource": None, "text": text, "saved_at": saved_at}


def test_the_newer_note_wins(alice: Person):
    hour = datetime.timedelta(hours=1)
    bring(alice.user, only(notes=[note("First", NOW)]))
    newer = bring(alice.user, only(notes=[note("Newer", NOW + hour)]))
    older = bring(alice.user, only(notes=[note("Older", NOW - hour)]))

    assert (newer.changed, newer.kept) == (1, 0)
    assert (older.changed, older.kept) == (0, 1)
    assert Note.objects.get(user=alice.user).text == "Newer"


def test_a_row_without_a_time_stays_in_an_account_that_is_older(alice: Person):
    entry = make_session(user=alice.user, note="As it is here", minutes=30)
    data = export_of(alice.user)
    data["log"][0]["note"] = "As it was there"

    plan = bring(alice.user, data)
    assert plan.kept == 1
    entry.refresh_from_db()
    assert entry.note == "As it is here"

    User.objects.filter(pk=alice.user.pk).update(date_joined=timezone.now() + datetime.timedelta(1))
    assert bring(alice.user, data).changed == 1
    entry.refresh_from_db()
    assert entry.note == "As it was there"


def test_an_application_brings_its_way_along_and_keeps_it_whole(alice: Person):
    day = datetime.date(2026, 3, 2)
    mine = rows.make_application(user=alice.user, moves=(("saved", day), ("applied", day)))
    data = export_of(alice.user)
    data["applications"][0] |= {"stage": "screen", "changed_at": "2099-01-01T00:00:00.000000Z"}
    data["application_moves"][1:] = [{**data["application_moves"][1], "stage": "screen"}]

    bring(alice.user, data)

    assert list(StageChange.objects.filter(application=mine).values_list("stage", flat=True)) == [
        "saved",
        "screen",
    ]
    data["applications"][0]["changed_at"] = "2001-01-01T00:00:00.000000Z"
    data["application_moves"].pop()
    assert bring(alice.user, data).changed == 0
    assert StageChange.objects.filter(application=mine).count() == 2


def test_what_she_deleted_a_moment_ago_comes_back(alice: Person):
    row = rows.make_application(user=alice.user, company="Fathom")
    raw = packed(alice.user)
    Application.everything.filter(pk=row.pk).update(deleted_at=timezone.now())

    assert bring(alice.user, raw).changed == 1
    assert Application.objects.get(pk=row.pk).company == "Fathom"


def test_a_second_resume_with_the_same_number_gets_another(alice: Person, old: User):
    rows.make_resume(user=alice.user, number=1, name="Hers")
    rows.make_resume(user=old, number=1, name="From there")
    raw = packed(old)
    bring(alice.user, raw)

    assert list(Resume.objects.filter(user=alice.user).order_by("number").values_list("number", "name")) == [
        (1, "Hers"),
        (2, "From there"),
    ]
    assert bring(alice.user, raw).changed == 0


def test_what_left_the_catalogue_is_named_and_nothing_else_is_lost(alice: Person):
    data = only(notes=[note("Kept", NOW), note("On nothing", NOW, skill="alchemy")])
    answer = choose(alice, as_zip(data))
    page = alice.see(answer["Location"]).text
    assert "“alchemy” is not in the catalogue (any more)" in page
    alice.send(answer["Location"])

    assert Note.objects.get(user=alice.user).text == "Kept"


def test_a_list_loses_only_the_link(alice: Person, old: User):
    data = export_of(alice.user)
    data["plan"] = [
        {
            "started_on": "2026-01-05",
            "weekly_hours": 9,
            "study_days": "123",
            "week_starts_on": 1,
            "target_date": None,
            "forecast_shown": True,
            "specializations": ["nlp", "alchemy"],
        }
    ]
    plan = bring(alice.user, data)

    assert plan.refused == 1
    assert [each.slug for each in alice.user.enrollment.specializations.all()] == ["nlp"]
