"""Two want one handle at the same moment: the database says whose it is."""

from functools import partial

import pytest

from roadmap.models import Handle, Profile, ProfileLink
from tests.factories import make_user
from tests.person import Person
from tests.roadmap.profile_story import PUBLIC, publish, save
from tests.roadmap.test_concurrency import at_once, browsers

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 12


def test_one_of_many_gets_the_handle_and_the_others_are_told():
    people = [Person(make_user()) for _ in range(MANY)]

    answers = at_once([partial(save, person, is_public="on") for person in people])

    assert sorted(answer.status_code for answer in answers) == [303] + [422] * (MANY - 1)
    refused = [answer for answer in answers if answer.status_code == 422]
    assert all("This handle is taken." in answer.content.decode() for answer in refused)
    row = Handle.objects.get()
    assert row.name == "alice"
    assert [profile.user_id for profile in Profile.objects.all()] == [row.user_id], "losers saved nothing"
    assert Person().get(PUBLIC).status_code == 200


def test_a_released_handle_goes_to_one():
    holder = make_user()
    Handle.objects.create(user=holder, name="alice", held_until="2026-01-05")
    people = [Person(make_user()) for _ in range(MANY)]

    answers = at_once([partial(save, person, is_public="on") for person in people])

    assert sorted(answer.status_code for answer in answers) == [303] + [422] * (MANY - 1)
    assert Handle.objects.get().user_id != holder.pk


def test_one_form_sent_many_times_at_once_is_saved_once():
    alice = make_user()
    calls = [
        partial(save, tab, is_public="on", url_2="https://example.org/") for tab in browsers(alice, MANY)
    ]

    answers = at_once(calls)

    assert {answer.status_code for answer in answers} == {303}
    assert Handle.objects.get().held_until is None
    assert ProfileLink.objects.count() == 2


def test_two_tabs_that_want_other_handles_leave_one_current_and_hold_the_rest():
    alice = make_user()
    tabs = browsers(alice, 4)
    publish(tabs[0])

    answers = at_once(
        [partial(save, tab, is_public="on", handle=f"alice-{number}") for number, tab in enumerate(tabs)]
    )

    assert {answer.status_code for answer in answers} == {303}
    assert Handle.objects.filter(user=alice, held_until=None).count() == 1
    assert Handle.objects.filter(user=alice).count() == 5
