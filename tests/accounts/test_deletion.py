"""Alice leaves. Everything of hers goes at once, and nothing of anybody else's."""

import datetime
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.test import Client
from pytest_django import Settings

from accounts import erasure
from accounts.belongings import belongings_of, tables
from accounts.models import Erasure, Session, User
from roadmap.views import profile
from tests.factories import PASSWORD, make_user
from tests.life import fill
from tests.markup import parse
from tests.person import Person

DELETE = "/settings/data/delete/"
RIGHT = {"confirm": "delete Alice", "password": PASSWORD}
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def at_home(alice: User) -> Person:
    return Person(alice)


def exported(user: User) -> Path:
    file = erasure.exports_of(user.pk) / "milepost.zip"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"all of it")
    return file


def numbers_in_tables(pk: int) -> list[str]:
    return [m._meta.label for m, name in tables() if m._base_manager.filter(**{name: pk}).exists()]


def test_she_sees_what_goes_before_she_decides(at_home: Person):
    fill(at_home)
    page = at_home.see(DELETE)
    form = page.by_id("delete-form")

    assert "4 log entries, 2 skills, 3 notes" in form.text or "log entr" in form.text
    assert "Type “delete Alice”" in form.text
    assert "14 days" in form.text
    assert "30 days" in form.text
    for each in belongings_of(at_home.user.pk):
        assert str(each) in form.text


def test_the_counts_are_those_of_the_tables(alice: User, bob: User):
    fill(Person(alice))
    fill_less = Person(bob)
    fill_less.tick("py-syntax")
    counted = {each.label: each.number for each in belongings_of(alice.pk)}

    assert counted["roadmap.StudySession"] == alice.study_sessions.count() > 0
    assert counted["roadmap.SkillProgress"] == alice.skill_progress.count() > 1
    assert {each.label for each in belongings_of(bob.pk)} == {
        "accounts.Session",
        "roadmap.SkillProgress",
        "account.EmailAddress",
    }
    assert str(belongings_of(bob.pk)[0]) == "1 skill"


@pytest.mark.asvs("7.5.1", "2.3.1", "7.4.1", "7.4.2")
def test_typed_out_and_with_the_password_everything_goes(at_home: Person, bob: User):
    fill(at_home)
    pk, other_device = at_home.user.pk, Person(at_home.user)
    Person(bob).tick("py-syntax")
    file = exported(at_home.user)

    answer = at_home.send(DELETE, RIGHT, page=DELETE)

    assert (answer.status_code, answer["Location"]) == (303, DELETE + "done/")
    assert "storage" in answer["Clear-Site-Data"]
    assert answer.cookies["sessionid"].value == ""
    assert numbers_in_tables(pk) == []
    assert not User.objects.filter(pk=pk).exists()
    assert not file.parent.exists()
    assert not Session.objects.filter(user=pk).exists()
    for person in (at_home, other_device):
        assert person.get("/today/").status_code == 302
    assert "Your account is deleted" in at_home.see(DELETE + "done/").text
    assert bob.skill_progress.count() == 1
    assert Session.objects.of(bob).count() == 1
    assert not Erasure.objects.exists()


def test_no_table_at_all_names_her_any_more(at_home: Person):
    """Not only by a foreign key: her number in an integer, her address in any text."""
    fill(at_home)
    staff = make_user(is_staff=True, is_superuser=True)
    people = ContentType.objects.get_for_model(User)
    LogEntry.objects.create(
        user=staff,
        content_type=people,
        object_id=str(at_home.user.pk),
        object_repr="Alice",
        action_flag=CHANGE,
    )
    erasure.erase(at_home.user.pk)

    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values_list():
            text = repr(row)
            assert "alice@example.org" not in text, model
            assert "Curiouser" not in text, model
            assert "rabbit" not in text, model
    assert not LogEntry.objects.exists()


def test_her_public_page_feed_and_badge_are_404_even_where_they_are_kept_in_memory(at_home: Person):
    fill(at_home)
    shown = {"handle": "alice", "name": "Alice", "is_public": "on", "shows_skills": "on"}
    assert at_home.send("/settings/profile/", shown).status_code == 303
    feed = at_home.send("/settings/calendar/", {"do": "make"})
    assert feed.status_code == 303
    paths = ["/u/alice/", "/u/alice/card.png", "/u/alice/badge.svg"]
    for path in paths:
        assert Client().get(path).status_code == 200
    kept = profile._kept_html.cache_info().currsize
    assert kept > 0

    # What this process forgets, another one may still hold.
    forgets = list(erasure._forgets)
    erasure._forgets.clear()
    try:
        erasure.erase(at_home.user.pk)
    finally:
        erasure._forgets.extend(forgets)

    assert profile._kept_html.cache_info().currsize == kept
    for path in paths:
        assert Client().get(path).status_code == 404


def test_this_process_forgets_her(at_home: Person):
    from roadmap.outline import _recent

    at_home.tick("py-syntax")
    at_home.get("/today/")
    assert _recent.last(at_home.user.pk) is not None
    pk = at_home.user.pk
    erasure.erase(pk)

    assert _recent.last(pk) is None
    assert profile._kept_html.cache_info().currsize == 0


@pytest.mark.parametrize("typed", ["delete alice", "  DELETE   Alice ", "“delete Alice”"])
def test_case_spaces_and_quotes_do_not_matter(at_home: Person, typed: str):
    assert at_home.send(DELETE, RIGHT | {"confirm": typed}, page=DELETE).status_code == 303


@pytest.mark.asvs("2.3.1")
@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"confirm": ""}, "confirm", "Type “delete Alice” to say that you mean it."),
        ({"confirm": "delete Bob"}, "confirm", "Type “delete Alice”, as it stands here."),
        ({"password": ""}, "password", "Enter your password."),
        ({"password": "not this one"}, "password", "This is not your password."),
    ],
)
def test_otherwise_nothing_happens_and_she_is_told_why(
    at_home: Person, change: dict[str, str], field: str, said: str
):
    answer = at_home.send(DELETE, RIGHT | change, page=DELETE)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    box = page.by_id(f"delete_{field}")
    assert box.get("aria-invalid") == "true"
    assert said in page.by_id(f"delete_{field}_error").text
    assert "Error:" in answer.content.decode()
    if "confirm" in change:
        assert page.by_id("delete_confirm").get("value") == change["confirm"]
    assert User.objects.filter(pk=at_home.user.pk).exists()


@pytest.mark.asvs("2.4.1", "6.3.1")
def test_guesses_at_the_password_are_counted(at_home: Person):
    for _ in range(10):
        assert at_home.send(DELETE, RIGHT | {"password": "a guess"}, page=DELETE).status_code == 422

    assert at_home.send(DELETE, RIGHT, page=DELETE).status_code == 429
    assert User.objects.filter(pk=at_home.user.pk).exists()


@pytest.mark.asvs("7.5.1")
def test_who_has_no_password_says_otherwise_who_they_are(db: None, monkeypatch: pytest.MonkeyPatch):
    carol = make_user(email="carol@example.org", display_name="Carol", verified=True)
    carol.set_unusable_password()
    carol.save()
    person = Person(carol)
    # As somebody with a passkey: there is a way to ask again.
    monkeypatch.setattr(
        "allauth.account.internal.flows.reauthentication.get_reauthentication_flows",
        lambda user: [{"id": "reauthenticate"}],
    )
    assert person.see(DELETE).by_id("delete_confirm")
    typed = {"confirm": "delete Carol"}

    assert "/reauthenticate/" in person.send(DELETE, typed, page=DELETE)["Location"]
    assert User.objects.filter(pk=carol.pk).exists()
    person.confirm()
    assert person.send(DELETE, typed, page=DELETE)["Location"] == DELETE + "done/"
    assert not User.objects.filter(pk=carol.pk).exists()


def test_without_a_name_the_address_is_typed(db: None):
    person = Person(make_user(email="dora@example.org"))

    assert "Type “delete dora@example.org”" in person.see(DELETE).text
    fields = {"confirm": "delete dora@example.org", "password": PASSWORD}
    assert person.send(DELETE, fields, page=DELETE).status_code == 303


def test_one_mail_says_that_it_is_done(at_home: Person):
    at_home.send(DELETE, RIGHT, page=DELETE)

    (sent,) = mail.outbox
    assert sent.to == ["alice@example.org"]
    assert sent.subject == "Your Milepost account is deleted"
    assert "cannot be brought back" in sent.body


def test_a_mail_server_that_is_down_changes_nothing(at_home: Person, monkeypatch: pytest.MonkeyPatch):
    def down(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", down)

    assert at_home.send(DELETE, RIGHT, page=DELETE).status_code == 303
    assert not User.objects.filter(pk=at_home.user.pk).exists()


@pytest.mark.asvs("16.3.3")
def test_a_line_of_the_log_names_the_number_and_nothing_else(
    at_home: Person, caplog: pytest.LogCaptureFixture
):
    pk = at_home.user.pk
    with caplog.at_level("INFO", "milepost.security"):
        at_home.send(DELETE, RIGHT, page=DELETE)

    (line,) = [record for record in caplog.records if record.name == "milepost.security"]
    assert (line.getMessage(), line.__dict__["user_id"]) == ("account_deleted", pk)
    assert "alice" not in json.dumps(line.__dict__, default=str)


def test_a_second_click_is_harmless(at_home: Person):
    again = Person(at_home.user)
    assert at_home.send(DELETE, RIGHT, page=DELETE).status_code == 303

    assert again.send(DELETE, RIGHT, page=DELETE).status_code == 303
    assert erasure.erase(at_home.user.pk) is False
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_costs_the_same_whatever_is_there(
    at_home: Person, number: int, django_assert_max_num_queries
):
    for place in range(number):
        at_home.user.study_sessions.create(day=NOW.date(), minutes=1 + place, kind="theory")
    with django_assert_max_num_queries(7):
        at_home.get(DELETE)


def test_sessions_of_others_and_of_nobody_stay(alice: User, bob: User):
    Person(alice), Person(alice), Person(bob)
    Client().session.save()
    erasure.erase(alice.pk)

    assert sorted(Session.objects.values_list("user", flat=True), key=str) == [bob.pk, None]
