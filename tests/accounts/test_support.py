"""Support helps Alice without reading what is hers, and every look is written down."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core import mail
from django.db import models
from django.test import Client
from django.urls import reverse

from accounts.belongings import tables
from accounts.models import Session, StaffLook, User
from tests.factories import make_user
from tests.life import fill
from tests.markup import parse
from tests.person import Person

LIST = "/admin/accounts/user/"
LogIn = Callable[[User], Client]
SECRETS = ("Down the rabbit hole", "Curiouser", "Off with it", "Mad hatter")
# All text of people that anybody on the staff can see, by table: an address to find them by, the name they
# gave themselves, and what they wrote to staff.
TEXT_SHOWN = {
    "accounts.User": {"email", "display_name"},
    "roadmap.ResourceReport": {"comment"},
}
CHOSEN = {"theme", "time_zone", "password", "study_days"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def helper() -> User:
    helper = make_user(email="helper@example.org", is_staff=True)
    helper.groups.add(Group.objects.get(name="Support"))
    return helper


@pytest.fixture
def support(helper: User, log_in: LogIn) -> Client:
    return log_in(helper)


@pytest.fixture
def root(log_in: LogIn) -> Client:
    return log_in(make_user(email="root@example.org", is_staff=True, is_superuser=True))


def page_of(user: User) -> str:
    return f"{LIST}{user.pk}/change/"


def act(client: Client, action: str, *people: User) -> Any:
    fields = {"action": action, "_selected_action": [str(person.pk) for person in people]}
    return client.post(LIST, fields, follow=True)


def test_support_sees_who_she_is_and_how_much_she_keeps(support: Client, alice: User):
    fill(Person(alice))
    page = support.get(page_of(alice)).content.decode()

    for word in ("alice@example.org", "Alice", "log entries", "Last login", "Date joined"):
        assert word.lower() in page.lower(), word
    assert not any(secret in page for secret in SECRETS)
    assert not parse(page).where(lambda node: node.get("name") in ("_save", "password", "is_superuser"))


@pytest.mark.asvs("8.2.1", "8.2.3")
def test_support_changes_deletes_and_adds_nobody(support: Client, helper: User, alice: User):
    fields = {"email": "mine@example.org", "is_superuser": "on", "is_staff": "on"}
    for person in (alice, helper):
        assert support.post(page_of(person), fields).status_code == 403
        assert support.post(f"{LIST}{person.pk}/delete/", {"post": "yes"}).status_code == 403
        assert support.post(f"{LIST}{person.pk}/password/", {"password1": "x"}).status_code == 403
        person.refresh_from_db()
        assert not person.is_superuser
    assert support.post(f"{LIST}add/", fields).status_code == 403


def test_support_opens_no_other_page_of_the_admin(support: Client, alice: User):
    fill(Person(alice))
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        expected = 200 if model is User else 403
        assert support.get(reverse(f"admin:{name}_changelist")).status_code == expected, name
        row = model._default_manager.first()
        if row is not None and model is not User:
            assert support.get(reverse(f"admin:{name}_change", args=[row.pk])).status_code == 403, name


def personal_models() -> set[type[models.Model]]:
    direct = {model for model, _ in tables()} | {User}
    below = {
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model in direct
    }
    return direct | below


def test_no_page_of_the_admin_shows_what_people_write_for_themselves(root: Client, alice: User):
    """Also for superusers: free text of a personal table is shown only where it is named above."""
    fill(Person(alice))
    request: Any = root.get("/admin/").wsgi_request
    checked = 0
    for model in personal_models():
        page = admin.site._registry.get(model)
        if page is None or model._meta.app_label not in ("accounts", "roadmap", "career"):
            assert page is None or model._meta.label in ("auth.Group", "auth.Permission"), model
            continue
        checked += 1
        row = model._default_manager.first()
        shown: set[Any] = {name for name in page.get_list_display(request) if isinstance(name, str)}
        fields = (name for _, options in page.get_fieldsets(request, row) for name in options["fields"])
        shown |= {name for name in fields if isinstance(name, str)}
        texts = {
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField) and not field.choices
        }
        assert shown & texts <= TEXT_SHOWN.get(model._meta.label, set()) | CHOSEN | {"page"}, model
    assert checked >= 7


def test_staff_read_no_secret_on_any_page_of_the_admin(root: Client, alice: User):
    fill(Person(alice))
    for model, page in admin.site._registry.items():
        if model not in personal_models() or model._meta.label == "roadmap.ResourceReport":
            continue
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        paths = [reverse(f"admin:{name}_changelist")]
        rows = page.get_queryset(root.get("/admin/").wsgi_request)[:3]
        paths += [reverse(f"admin:{name}_change", args=[row.pk]) for row in rows]
        paths += [reverse(f"admin:{name}_history", args=[row.pk]) for row in rows]
        for path in paths:
            text = root.get(path).content.decode()
            assert not any(secret in text for secret in SECRETS), path


@pytest.mark.asvs("16.3.3")
def test_every_look_is_written_down_and_in_the_log(
    support: Client, helper: User, alice: User, bob: User, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level("INFO", "milepost.security"):
        support.get(LIST, {"q": "alice@"})
        support.get(page_of(alice))

    looks = list(StaffLook.objects.order_by("at").values_list("learner_id", "staff_number", "page"))
    assert looks == [
        (alice.pk, helper.pk, "accounts.user list"),
        (alice.pk, helper.pk, "accounts.user row"),
    ]
    lines = [record.__dict__ for record in caplog.records if record.name == "milepost.security"]
    assert [(line["event"], line["user_id"], line["learner_id"]) for line in lines] == [
        ("staff_look", helper.pk, alice.pk)
    ] * 2
    assert not any("alice" in str(record.args) + record.getMessage() for record in caplog.records)


def test_looks_at_her_progress_are_written_down_too(root: Client, alice: User, bob: User):
    Person(alice).tick("py-syntax")
    Person(bob).tick("py-syntax")
    row = alice.skill_progress.get()
    root.get("/admin/roadmap/skillprogress/")
    assert set(StaffLook.objects.values_list("learner_id", flat=True)) == {alice.pk, bob.pk}
    root.get(f"/admin/roadmap/skillprogress/{row.pk}/change/")

    assert alice.staff_looks.filter(page="roadmap.skillprogress row").count() == 1
    assert not bob.staff_looks.filter(page="roadmap.skillprogress row").exists()


def test_looks_are_for_superusers_to_read(root: Client, support: Client, alice: User):
    support.get(page_of(alice))
    path = "/admin/accounts/stafflook/"

    assert support.get(path).status_code == 403
    text = root.get(path).content.decode()
    assert "helper@example.org" in text
    assert "Alice" in text
    look = alice.staff_looks.get()
    assert root.post(f"{path}{look.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_record_outlives_who_looked(support: Client, helper: User, alice: User):
    support.get(page_of(alice))
    helper.delete()

    assert alice.staff_looks.count() == 1


@pytest.mark.asvs("7.4.5")
def test_support_ends_her_sessions_and_no_others(support: Client, alice: User, bob: User):
    phone, laptop, other = Person(alice), Person(alice), Person(bob)
    act(support, "sign_out", alice)

    assert phone.get("/today/").status_code == 302
    assert laptop.get("/today/").status_code == 302
    assert other.get("/today/").status_code == 200
    assert not Session.objects.of(alice).exists()
    assert alice.staff_looks.filter(page="sessions ended").count() == 1


def test_support_sends_the_confirmation_again(support: Client, alice: User):
    carol = make_user(email="carol@example.org", verified=False)
    act(support, "send_confirmation", carol, alice)

    assert [message.to for message in mail.outbox] == [["carol@example.org"]]


def test_without_the_permission_there_is_neither_action(log_in: LogIn, alice: User):
    looker = make_user(is_staff=True)
    looker.user_permissions.add(*Group.objects.get(name="Support").permissions.filter(codename="view_user"))
    client, device = log_in(looker), Person(alice)
    act(client, "sign_out", alice)

    assert device.get("/today/").status_code == 200


def test_an_account_closed_by_staff_leaves_no_trace_either(
    root: Client, alice: User, django_capture_on_commit_callbacks: Any, settings: Any, tmp_path: Any
):
    settings.VAR_DIR = tmp_path
    pk = alice.pk
    fill(Person(alice))
    with django_capture_on_commit_callbacks(execute=True):
        assert root.post(f"{LIST}{pk}/delete/", {"post": "yes"}).status_code == 302

    assert not User.objects.filter(pk=pk).exists()
    assert not Session.objects.filter(user=pk).exists()
    assert (tmp_path / "erased").exists()
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            assert "alice@example.org" not in repr(row), model
