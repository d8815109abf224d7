"""What is in the file that Alice takes along."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.csv_text import plain
from accounts.models import User
from accounts.portability import rows as rows_of
from tests.accounts.travel import DATA, ask_for_export, packed, said
from tests.career import rows
from tests.factories import make_session, make_user
from tests.person import Person


@pytest.fixture
def alice(db: None, settings: Settings, tmp_path: Path) -> Person:
    settings.VAR_DIR = tmp_path
    person = Person(make_user(email="alice@example.org", display_name="Alice", verified=True))
    person.confirm()
    return person


def table(raw: bytes, name: str) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as found:
        return list(csv.reader(io.StringIO(found.read(f"csv/{name}.csv").decode("utf-8-sig"), newline="")))


@pytest.mark.asvs("1.2.1")
def test_no_cell_is_a_formula(alice: Person):
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1", 'a"b,c\nd']
    for text in hostile:
        rows.make_contact(user=alice.user, name=text)

    header, *lines = table(packed(alice.user), "contacts")

    cells = {line[header.index("name")] for line in lines}
    assert not [cell for cell in cells if cell[:1] in "=+-@\t＝"]
    assert {plain(cell) for cell in cells} == set(hostile)


def test_notes_stories_and_resumes_are_there_to_read(alice: Person):
    alice.send("/skills/py-syntax/note/", {"text": "Down the *rabbit* hole"})
    rows.make_resume(user=alice.user, title="Forecasting: ünïcode", name="Alice Liddell")
    with zipfile.ZipFile(io.BytesIO(packed(alice.user))) as found:
        assert "Down the *rabbit* hole" in found.read("notes.md").decode()
        assert found.read("resume-forecasting-unicode-1.md").decode().startswith("# Alice Liddell")
        assert "stories.md" not in found.namelist()
        assert "savings, expenses, income" in found.read("README.txt").decode()


@pytest.mark.asvs("14.2.6")
def test_what_opens_the_account_is_not_in_it(alice: Person):
    alice.send("/settings/calendar/", {"do": "make"})
    user = User.objects.get(pk=alice.user.pk)
    key = alice.client.session.session_key or ""
    with zipfile.ZipFile(io.BytesIO(packed(user))) as found:
        everything = "\n".join(found.read(name).decode() for name in found.namelist())

    for secret in (user.password, key, "is_staff", "password", "digest", "last_login"):
        assert secret not in everything.replace("your password", "")


def test_what_was_deleted_is_not_in_it_and_takes_nothing_along(alice: Person):
    resume = rows.make_resume(user=alice.user)
    kept = rows.make_application(user=alice.user, company="Kept", resume=resume)
    gone = rows.make_application(user=alice.user, company="Gone")
    rows.make_interview(user=alice.user, application=gone)
    for row in (resume, gone):
        type(row).everything.filter(pk=row.pk).update(deleted_at=timezone.now())

    data = said(packed(alice.user))

    assert [row["company"] for row in data["applications"]] == ["Kept"]
    assert data["applications"][0]["resume"] is None
    assert {row["application"] for row in data["application_moves"]} == {str(kept.pk)}
    assert data["interviews"] == data["resumes"] == []


def test_it_holds_nothing_of_bobs(alice: Person):
    bob = make_user(display_name="Bob the stranger")
    make_session(user=bob, note="Bob was here")
    rows.make_application(user=bob, company="Bob & Sons")

    assert b"Bob" not in packed(alice.user)
    assert "Bob" not in str(said(packed(alice.user)))


def test_the_statements_do_not_grow_with_the_rows(alice: Person, django_assert_max_num_queries):
    few = _statements(alice.user, django_assert_max_num_queries)
    for _ in range(30):
        make_session(user=alice.user)
        rows.make_application(user=alice.user)

    assert _statements(alice.user, django_assert_max_num_queries) == few


def _statements(user: User, at_most) -> int:
    with at_most(90) as context:
        packed(user)
    return len(context)


def test_the_page_costs_a_handful_of_statements(alice: Person, django_assert_max_num_queries):
    ask_for_export(alice)
    with django_assert_max_num_queries(7):
        alice.see(DATA)


def test_the_count_of_rows_is_one_statement(alice: Person, django_assert_num_queries):
    make_session(user=alice.user)
    rows.make_application(user=alice.user)
    with django_assert_num_queries(1):
        assert rows_of.count(alice.user) == 3
