"""/settings/mail/: what is sent and when."""

import datetime

import pytest
from django.utils import timezone

from accounts.models import Bounce, Subscription, User
from tests.addresses import ADDRESSES
from tests.factories import make_subscription, make_user
from tests.person import Person

PAGE = "/settings/mail/"
FIELDS = {"digest": "on", "weekday": "5", "at": "06:30"}


@pytest.fixture
def alice(db: None) -> Person:
    return Person(make_user(email="alice@example.org", verified=True, time_zone="Europe/Berlin"))


def switches(user: User) -> dict[str, bool]:
    return {kind: row.is_on for kind, row in Subscription.objects.of(user).items()}


def test_all_is_off_until_somebody_asks(alice: Person):
    page = alice.see(PAGE)

    for name in ("digest", "follow_ups", "quiet"):
        assert "checked" not in page.named(name).attributes
    assert switches(alice.user) == {"digest": False, "follow-ups": False, "quiet": False}
    assert not Subscription.objects.exists()
    assert page.named("at").get("value") == "18:00"
    assert [o.text for o in page.by_id("id_weekday").all("option") if "selected" in o.attributes] == [
        "Sunday"
    ]


def test_what_is_asked_for_is_kept_and_due(alice: Person):
    answer = alice.send(PAGE, FIELDS | {"follow_ups": "on"}, page=PAGE)

    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    row = Subscription.objects.of(alice.user)["digest"]
    assert (row.is_on, row.weekday, row.at) == (True, 5, datetime.time(6, 30))
    assert row.due_at
    assert row.due_at > timezone.now()
    local = alice.user.local(row.due_at)
    assert (local.isoweekday(), local.hour, local.minute) == (5, 6, 30)
    assert switches(alice.user) == {"digest": True, "follow-ups": True, "quiet": False}
    page = alice.see(PAGE)
    assert "checked" in page.named("digest").attributes
    assert page.named("at").get("value") == "06:30"


def test_saving_the_same_again_moves_nothing(alice: Person):
    alice.send(PAGE, FIELDS)
    before = list(Subscription.objects.values())
    alice.send(PAGE, FIELDS)

    assert list(Subscription.objects.values()) == before


def test_a_switch_goes_off_again(alice: Person):
    alice.send(PAGE, FIELDS | {"quiet": "on"})
    alice.send(PAGE, {"weekday": "5", "at": "06:30"})

    assert switches(alice.user) == {"digest": False, "follow-ups": False, "quiet": False}
    assert not Subscription.objects.filter(look_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"weekday": "8"}, "Choose one of the seven days."),
        ({"weekday": ""}, "Choose one of the seven days."),
        ({"at": "25:00"}, "Write the hour as 18:00"),
        ({"at": ""}, "Write an hour, such as 18:00."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(alice: Person, fields: dict[str, str], said: str):
    answer = alice.send(PAGE, FIELDS | fields)

    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    assert "Error: Mail" in text
    assert 'aria-invalid="true"' in text
    assert not Subscription.objects.exists()


def test_account_changes_cannot_be_switched_off(alice: Person):
    (box,) = [box for box in alice.see(PAGE).all("input") if "disabled" in box.attributes]

    assert "checked" in box.attributes
    assert "name" not in box.attributes


def test_an_address_that_refuses_is_named_and_can_be_tried_again(alice: Person):
    assert "refused three in a row" not in alice.see(PAGE).text
    for _ in range(3):
        Bounce.objects.note(alice.user, 550, timezone.now())
    assert "refused three in a row" in alice.see(PAGE).text

    assert alice.send(PAGE, {"do": "again"}).status_code == 303
    assert not Bounce.objects.exists()
    assert alice.send(PAGE, {"do": "again"}).status_code == 303, "a repeat is harmless"
    assert switches(alice.user)["digest"] is False, "and switches nothing"


def test_an_unconfirmed_address_is_told_so(db: None):
    bob = Person(make_user())

    assert "not confirmed" in bob.see(PAGE).text


def test_another_time_zone_moves_what_is_due(alice: Person):
    row = make_subscription(user=alice.user)
    assert row.due_at
    fields = {"display_name": "Alice", "time_zone": "America/New_York", "theme": "system"}
    assert alice.send("/settings/", fields).status_code == 303

    moved = Subscription.objects.get()
    assert moved.due_on == row.due_on
    assert moved.due_at
    assert abs(moved.due_at - row.due_at) in (datetime.timedelta(hours=6), datetime.timedelta(hours=5))


def test_the_page_takes_few_statements(alice: Person, django_assert_max_num_queries: object):
    make_subscription(user=alice.user)
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        alice.see(PAGE)


def test_the_first_questions_ask_once_and_unticked(alice: Person):
    fields = dict(ADDRESSES["plan/start/"].fields)
    assert "checked" not in alice.see("/plan/start/").named("digest").attributes
    del fields["digest"]
    alice.send("/plan/start/", fields, page="/plan/start/")
    assert switches(alice.user)["digest"] is False
    alice.send("/plan/start/", fields | {"digest": "on"}, page="/plan/start/")
    assert switches(alice.user)["digest"] is True
    assert "checked" in alice.see("/plan/start/").named("digest").attributes
