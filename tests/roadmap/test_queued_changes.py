"""Alice was on a train: what she did there counts once, as of then, and nothing of it is lost."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
from django.utils import timezone
from time_machine import travel

from accounts import due
from accounts.device import account_key
from accounts.models import AppliedChange, User
from roadmap.models import SkillProgress
from tests.person import Person
from tests.roadmap.waiting import ago, late, long_there, words

STATE, COUNT, NOTE = (
    "/skills/py-syntax/state/",
    "/skills/coding-problems-100/count/",
    "/skills/py-syntax/note/",
)


@pytest.fixture(autouse=True)
def midday(alice: Person) -> Iterator[None]:
    """Noon, so that an hour ago is today."""
    with travel(datetime.datetime(2026, 11, 19, 12, tzinfo=datetime.UTC), tick=False):
        long_there(alice)
        alice.user.refresh_from_db()
        yield


def row(alice: Person, slug: str = "py-syntax") -> SkillProgress:
    return SkillProgress.objects.get(user=alice.user, skill__slug=slug)


def test_a_tick_counts_as_of_when_it_was_made(alice: Person):
    made = ago(30)

    assert words(late(alice, STATE, {"state": "done"}, at=made))[:2] == (200, "applied")

    assert (row(alice).state, row(alice).changed_at) == ("done", made)
    assert row(alice).done_on == datetime.date(2026, 11, 18)


def test_the_day_is_that_of_where_she_lives(alice: Person):
    User.objects.filter(pk=alice.user.pk).update(time_zone="Pacific/Auckland")

    late(alice, STATE, {"state": "done"}, at="2026-11-18T20:00:00Z")

    assert row(alice).done_on == datetime.date(2026, 11, 19)


def test_sent_again_it_is_answered_as_the_first_time(alice: Person):
    key = str(uuid.uuid4())
    first = late(alice, STATE, {"state": "done"}, key=key)
    alice.tick("py-syntax", "skipped")

    again = late(alice, STATE, {"state": "done"}, key=key)

    assert words(again) == words(first)
    assert row(alice).state == "skipped"


def test_an_id_is_hers_alone(alice: Person, bob: Person):
    key = str(uuid.uuid4())
    late(alice, STATE, {"state": "done"}, key=key)

    assert words(late(bob, STATE, {"state": "learning"}, key=key))[:2] == (200, "applied")
    assert row(bob).state == "learning"


def test_a_later_change_elsewhere_stays_and_she_is_told(alice: Person):
    with travel(ago(1), tick=False):
        alice.tick("py-syntax", "skipped")

    answer = words(late(alice, STATE, {"state": "done"}, at=ago(2)))

    assert answer[:2] == (200, "superseded")
    assert "stays skipped" in answer[2]
    assert "11:00" in answer[2]
    assert "10:00" in answer[2]
    assert row(alice).state == "skipped"


def test_an_earlier_change_elsewhere_gives_way(alice: Person):
    with travel(ago(2), tick=False):
        alice.tick("py-syntax", "skipped")

    assert words(late(alice, STATE, {"state": "done"}, at=ago(1)))[1] == "applied"
    assert row(alice).state == "done"


def test_what_both_devices_did_is_no_conflict(alice: Person):
    alice.tick("py-syntax", "done")
    before = row(alice).changed_at

    assert words(late(alice, STATE, {"state": "done"}, at=ago(2)))[1] == "applied"
    assert row(alice).changed_at == before


def test_two_devices_without_a_connection_agree_whoever_sends_first(alice: Person):
    for first, second in ((3, 2), (2, 3)):
        SkillProgress.objects.filter(user=alice.user).delete()
        for hours in (first, second):
            late(alice, STATE, {"state": {3: "learning", 2: "done"}[hours]}, at=ago(hours))
        assert row(alice).state == "done"


def test_a_clock_that_is_ahead_cannot_win_for_ever(alice: Person):
    late(alice, STATE, {"state": "done"}, at="2031-01-01T00:00:00Z")

    assert row(alice).changed_at == timezone.now()
    with travel(timezone.now() + datetime.timedelta(minutes=1), tick=False):
        alice.tick("py-syntax", "open")
    assert row(alice).state == "open"


def test_what_is_months_old_counts_and_is_dated(alice: Person):
    status, result, said = words(late(alice, STATE, {"state": "done"}, at="2026-09-03T09:00:00Z"))

    assert (status, result) == (200, "dated")
    assert "Dated Sep 3, 2026" in said
    assert row(alice).done_on == datetime.date(2026, 9, 3)


def test_nobody_changed_anything_before_they_had_an_account(alice: Person):
    late(alice, STATE, {"state": "done"}, at="1970-01-01T00:00:00Z")

    assert row(alice).changed_at == alice.user.date_joined


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-19T10:00:00", "9" * 400, "2026-13-45T10:00:00Z"])
def test_a_damaged_moment_is_refused(alice: Person, at: str):
    assert late(alice, STATE, {"state": "done"}, at=at).status_code == 400
    assert not SkillProgress.objects.filter(user=alice.user).exists()


def test_a_damaged_id_is_refused(alice: Person):
    assert late(alice, STATE, {"state": "done"}, key="7").status_code == 400


def test_a_count_and_a_state_do_not_take_each_other_along(alice: Person):
    with travel(ago(1), tick=False):
        alice.tick("coding-problems-100", "skipped")

    assert words(late(alice, COUNT, {"count": "12"}, at=ago(2)))[1] == "applied"

    found = row(alice, "coding-problems-100")
    assert (found.state, found.count) == ("skipped", 12)


def test_of_two_counts_the_later_stays(alice: Person):
    with travel(ago(1), tick=False):
        alice.quietly(COUNT, {"count": "20"})

    assert words(late(alice, COUNT, {"count": "12"}, at=ago(2)))[1] == "superseded"
    assert row(alice, "coding-problems-100").count == 20
    assert words(late(alice, COUNT, {"count": "31"}, at=ago(0.5)))[1] == "applied"
    assert row(alice, "coding-problems-100").count == 31


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        (STATE, {"state": "nonsense"}, 422),
        (STATE, {"state": "done", "done_on": "2031-01-01"}, 422),
        (COUNT, {"count": "-3"}, 422),
        (NOTE, {"text": "x" * 20_001}, 422),
        ("/log/", {"minutes": "0"}, 422),
        ("/skills/no-such-skill/state/", {"state": "done"}, 404),
        ("/skills/py-syntax/count/", {"count": "3"}, 404),
        ("/review/answer/", {"card": "q-no-such"}, 404),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason_and_may_be_sent_again(
    alice: Person, path: str, fields: dict[str, str], status: int
):
    answer = late(alice, path, fields)

    assert words(answer)[:2] == (status, "refused")
    assert len(words(answer)[2]) > 10
    assert not AppliedChange.objects.exists()


@pytest.mark.asvs("8.2.2")
def test_a_change_of_another_account_is_not_taken(alice: Person, bob: Person):
    answer = late(bob, STATE, {"state": "done"}, account=account_key(alice.user.pk))

    assert answer.status_code == 409
    assert not SkillProgress.objects.filter(user=bob.user).exists()


def test_whoever_is_logged_out_is_sent_to_log_in(alice: Person):
    alice.client.logout()

    assert late(alice, STATE, {"state": "done"}).status_code == 303


def test_the_token_names_the_account_and_nobody_elses(alice: Person, bob: Person, visitor: Person):
    names = {person.get("/offline/token/").json()["account"] for person in (alice, bob, visitor)}

    assert len(names) == 3
    assert "" in names
    assert alice.user.email not in str(names)
    assert (
        alice.get("/offline/token/")["Cache-Control"]
        == "max-age=0, no-cache, no-store, must-revalidate, private"
    )
    assert alice.see("/today/").all("body")[0].get("data-account") in names


def test_ids_are_forgotten_after_two_months(alice: Person):
    late(alice, STATE, {"state": "done"})
    job = due.jobs["changes applied long ago"]

    assert job(timezone.now() + datetime.timedelta(59)) == 0
    assert job(timezone.now() + datetime.timedelta(61)) == 1
    assert not AppliedChange.objects.exists()


def test_a_click_of_this_moment_costs_no_statement_more(alice: Person, django_assert_max_num_queries):
    alice.tick("py-syntax", page="/roadmap/foundation/")

    with django_assert_max_num_queries(7) as found:
        alice.tick("py-syntax", "open", page="/roadmap/foundation/")

    assert not any("appliedchange" in query["sql"] for query in found.captured_queries)
