"""Bob is a stranger to Alice; what each address answers him is in tests/matrix/."""

import re
from typing import Any

import pytest
from django.urls import NoReverseMatch, resolve, reverse
from pytest_django import Settings

from tests.address import LEARNER
from tests.addresses import ADDRESSES, routes
from tests.factories import PASSWORD, make_user
from tests.life import fill
from tests.markup import parse
from tests.person import Person
from tests.tables import checksum, tables


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def bob(db: None) -> Person:
    return Person(make_user(email="bob@example.org", display_name="Bob", verified=True))


@pytest.fixture
def alice(db: None) -> Person:
    """Someone with a row in every personal table."""
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    fill(alice)
    return alice


@pytest.mark.parametrize("route", ADDRESSES)
def test_the_example_leads_to_its_route(route: str):
    assert resolve(ADDRESSES[route].path).route == route


def test_alice_has_a_row_in_every_personal_table(alice: Person):
    empty = [
        model._meta.label
        for model, lookup in tables()
        if not model._default_manager.filter(**{lookup: alice.user.pk}).exists()
    ]

    # Groups and permissions are for staff, and staff's log of changes is not a learner's.
    assert set(empty) == {
        "admin.LogEntry",
        "accounts.User_groups",
        "accounts.User_user_permissions",
        "account.EmailConfirmation",
    }


def test_a_form_that_names_alice_is_still_bobs(alice: Person, bob: Person):
    """Fields that name another person, in every spelling that a careless view might read."""
    before = checksum(alice.user)
    names = {name: str(alice.user.pk) for name in ("user", "user_id", "id", "pk", "owner", "learner")}
    for address in ADDRESSES.values():
        if "POST" in address.methods and address.audience == LEARNER:
            fields = dict(address.fields) | names | {"email": "alice@example.org"}
            Person(bob.user).send(f"{address.path}?user={alice.user.pk}", fields, page=address.page)

    assert checksum(alice.user) == before


def test_bob_cannot_use_what_was_signed_for_alice(alice: Person, bob: Person):
    answer = alice.tick("py-functions")
    token = parse(answer.content.decode()).by_id("live").named("token").get("value")
    bob.tick("py-functions")
    before = checksum(alice.user)

    bob.quietly("/undo/", {"token": token})

    assert checksum(alice.user) == before
    assert bob.user.skill_progress.get().state == "done"


def staff_paths() -> list[str]:
    """Return an example of every address of the admin."""
    examples = {"object_id": "1", "content_type_id": "1", "app_label": "roadmap", "url": "nowhere"}
    paths = []
    for route in routes():
        if route.startswith("admin/"):
            path = re.sub(r"<path:(\w+)>", lambda found: examples[str(found[1])], route)
            path = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: examples[str(found[1])], path)
            paths.append("/" + path.replace("$", ""))
    return paths


def test_the_admin_is_for_staff_only(alice: Person, bob: Person):
    open_ = {"/admin/login/", "/admin/logout/", "/admin/jsi18n/"}
    before = checksum(alice.user)
    for path in staff_paths():
        for person in (Person(), Person(bob.user)):
            for answer in (person.get(path), person.send(path, {"title": "Mine now", "post": "yes"})):
                assert answer.status_code in (302, 303, 403, 404, 405) or path in open_, path
                if answer.status_code in (302, 303) and path not in open_:
                    assert "/login/" in answer["Location"], path
    assert checksum(alice.user) == before


def test_staff_see_learners_rows_and_cannot_change_them(alice: Person):
    staff = Person(make_user(is_staff=True, is_superuser=True))
    before = checksum(alice.user)
    for model in (m for m, _ in tables() if m._meta.app_label == "roadmap"):
        try:
            list_ = reverse(f"admin:roadmap_{model._meta.model_name}_changelist")
        except NoReverseMatch:
            continue
        assert staff.get(list_).status_code == 200
        row = model._default_manager.filter(user=alice.user).first() if "user" in _names(model) else None
        if row is not None and model._meta.model_name != "resourcereport":
            path = reverse(f"admin:roadmap_{model._meta.model_name}_change", args=[row.pk])
            assert staff.get(path).status_code == 200
            assert staff.send(path, {"state": "open", "text": "Mine"}).status_code == 403
            assert staff.send(path.replace("change", "delete"), {"post": "yes"}).status_code == 403

    # That they looked is hers to know, and the only thing that was written.
    after = checksum(alice.user)
    assert after.pop("accounts.StaffLook") != before.pop("accounts.StaffLook")
    assert after == before


def _names(model: Any) -> set[str]:
    return {field.name for field in model._meta.get_fields()}


def test_when_alice_leaves_everything_of_hers_goes_and_nothing_of_bobs(alice: Person, bob: Person):
    bob.tick("py-syntax")
    kept = checksum(bob.user)
    pk = alice.user.pk
    alice.user.delete()

    for model, lookup in tables():
        assert not model._default_manager.filter(**{lookup: pk}).exists(), model
    assert checksum(bob.user) == kept


def test_the_password_in_the_table_is_the_one_that_factories_give():
    assert ADDRESSES["accounts/password/change/"].fields["oldpassword"] == PASSWORD
