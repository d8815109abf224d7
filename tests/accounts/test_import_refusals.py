"""What an import never does: touch what is a stranger's, stop half-way, take more than fits."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils import timezone
from pytest_django import Settings

from accounts import imports
from accounts.models import User
from accounts.portability import merge
from accounts.portability.comparison import own_id
from career.models import Application
from roadmap.models import Build, StudySession
from tests.accounts.travel import as_zip, bring, choose, export_of, only, packed
from tests.career import rows
from tests.factories import make_build, make_session, make_user
from tests.person import Person

NOW = datetime.datetime(2026, 7, 19, 8, 30, tzinfo=datetime.UTC)


@pytest.fixture
def alice(db: None, settings: Settings, tmp_path: Path) -> Person:
    settings.VAR_DIR = tmp_path
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


@pytest.mark.asvs("8.2.2", "8.4.1")
def test_a_strangers_row_is_never_touched(alice: Person):
    bob = make_user(display_name="Bob")
    theirs = rows.make_application(user=bob, company="Bob's", note="His")
    entry = make_session(user=bob, note="Bob's")
    build = make_build(user=bob, title="Bob's build", requirements=["Bob's"])
    before = export_of(bob)
    data = export_of(bob)
    text = {"company": "Mine now", "note": "Mine now", "changed_at": "2099-01-01T00:00:00.000000Z"}
    data["applications"][0] |= text
    data["application_moves"][0]["note"] = "Mine now"
    data["log"][0]["note"] = "Mine now"
    data["builds"][0]["title"] = "Mine now"

    plan = bring(alice.user, data)

    assert export_of(bob) | {"exported_at": ""} == before | {"exported_at": ""}
    copy = Application.objects.get(user=alice.user)
    assert copy.company == "Mine now"
    assert str(copy.pk) == own_id(alice.user, str(theirs.pk))
    assert copy.changes.get().note == "Mine now"
    assert str(StudySession.objects.get(user=alice.user).pk) == own_id(alice.user, str(entry.pk))
    assert str(Build.objects.get(user=alice.user).key) == own_id(alice.user, str(build.key))
    assert Build.objects.get(user=alice.user).own_requirements.get().title == "Bob's"
    assert plan.refused == 0

    again = bring(alice.user, data)
    assert (again.new, again.changed) == (0, 0)
    bob.delete()
    assert bring(alice.user, data).new == 0, "the ids are free now, and the rows are hers already"


@pytest.mark.asvs("8.2.3")
def test_fields_that_nobody_may_set_are_not_set(alice: Person):
    data = export_of(alice.user)
    data["account"][0] |= {
        "is_staff": True,
        "is_superuser": True,
        "password": "md5$1$1",
        "email": "mallory@example.org",
        "date_joined": "2001-01-01T00:00:00.000000Z",
        "id": 1,
        "display_name": "Alice",
    }
    data["log"] = [{**make_row(), "user": 1, "user_id": 1}]
    before = User.objects.filter(pk=alice.user.pk).values().get()
    bring(alice.user, data)

    assert User.objects.filter(pk=alice.user.pk).values().get() == before
    assert StudySession.objects.get().user == alice.user


def make_row(**fields: Any) -> dict[str, Any]:
    """Return an entry of the log as an export has it."""
    return {
        "id": "0191d5a0-0000-4000-8000-000000000001",
        "day": "2026-07-19",
        "minutes": 60,
        "kind": "theory",
        "skill": "py-syntax",
        "project": None,
        "note": "",
        "logged_at": "2026-07-19T08:30:00.000000Z",
    } | fields


@pytest.mark.asvs("2.3.3")
@pytest.mark.parametrize("at", range(1, 6))
def test_when_it_breaks_in_the_middle_nothing_is_saved(
    alice: Person, old: User, monkeypatch: pytest.MonkeyPatch, at: int
):
    where = choose(alice, packed(old))["Location"]
    write, count = merge._create, iter(range(100))

    def failing(*args: Any) -> None:
        if next(count) == at:
            raise IntegrityError("no comparison foresaw this")
        write(*args)

    before = export_of(alice.user) | {"exported_at": ""}
    monkeypatch.setattr(merge, "_create", failing)
    answer = alice.send(where)

    assert answer.status_code == 422
    assert "Nothing was saved" in answer.content.decode()
    assert export_of(alice.user) | {"exported_at": ""} == before
    monkeypatch.undo()
    assert alice.send(where).status_code == 303
    assert StudySession.objects.filter(user=alice.user).exists()


def test_a_name_that_is_somebody_elses_by_now_stays_theirs(alice: Person):
    bob = Person(make_user())
    bob.send("/settings/profile/", {"handle": "curious", "name": "Bob"})
    plan = bring(alice.user, only(handles=[{"name": "curious", "held_until": None}]))

    assert [why for part in plan.parts for _, why in part.refused] == ["“curious” is somebody else's by now"]
    assert bob.user.handles.get().name == "curious"


def test_statements_do_not_grow_with_the_file(alice: Person, django_assert_max_num_queries):
    def statements(count: int) -> int:
        data = only(log=[make_row(id=f"0191d5a0-0000-4000-8000-{n:012}") for n in range(count)])
        row = imports.keep(
            alice.user, "key", SimpleUploadedFile("milepost.zip", as_zip(data)), timezone.now()
        )
        with django_assert_max_num_queries(90) as context:
            imports.preview(row, alice.user)
        return len(context)

    assert statements(2) == statements(300)


def test_a_file_with_more_than_fits_says_so(alice: Person):
    links = [{"position": n, "label": "x", "url": f"https://example.org/{n}"} for n in range(7)]
    plan = bring(alice.user, only(profile_links=links))

    assert (plan.new, plan.refused) == (5, 2)
