"""Rounds of interviews: planned on somebody's clock, prepared, changed, deleted."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from career.interviews import rounds
from career.models import Interview, PreparationPoint
from tests.career.interview_book import ASKED, DAY, HOUR, LIST, MOCKS, NOON, ROUND, held, page_of, plan
from tests.career.rows import make_application, make_asked, make_interview
from tests.career.story_book import token_of
from tests.markup import parse
from tests.person import Person
from tests.test_pages import check


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_round_is_planned_on_the_clock_of_the_invitation(alice: Person):
    alice.user.time_zone = "Europe/Berlin"
    alice.user.save()
    row = plan(alice, place="https://meet.example/room", people="Priya Nair")
    assert row.starts_at == datetime.datetime(2027, 1, 20, 14, 30, tzinfo=datetime.UTC)
    page = alice.see(page_of(row))

    assert page.all("h1")[0].text == "Coding"
    assert "Wednesday, January 20, 14:30 to 15:15" in page.by_id("main").text
    assert "Europe/London time, 15:30 on your clock" in page.by_id("main").text
    assert page.all("a", href="https://meet.example/room")[0].get("rel") == "noopener nofollow ugc"


def test_the_form_begins_with_the_learners_own_zone(alice: Person):
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()
    application = make_application(user=alice.user)
    page = alice.see(f"/career/{application.pk}/rounds/new/")

    assert page.by_id("round_zone").all("option")[0].get("value") == "Asia/Tokyo"


def test_a_round_may_wait_for_its_day(alice: Person):
    row = plan(alice, day="", time="")
    assert row.starts_at is None
    assert "No day yet" in alice.see(page_of(row)).by_id("main").text
    assert "No day yet" in alice.see(LIST).by_id("main").text


@pytest.mark.parametrize(
    ("zone", "day", "time", "words"),
    [
        ("Europe/Berlin", "2027-03-28", "02:30", ("no 02:30 on March 28", "Europe/Berlin", "03:30")),
        ("America/New_York", "2027-03-14", "02:00", ("no 02:00 on March 14", "03:00")),
        ("America/Santiago", "2027-09-05", "00:10", ("no 00:10 on September 5", "01:10")),
        ("Pacific/Apia", "2011-12-30", "10:00", ("no 10:00 on December 30, 2011", "10:00 on December 31")),
    ],
)
def test_a_time_that_the_clock_leaves_out_is_refused_in_words(
    alice: Person, zone: str, day: str, time: str, words: tuple[str, ...]
):
    application = make_application(user=alice.user)
    path = f"/career/{application.pk}/rounds/new/"
    answer = alice.send(path, ROUND | {"zone": zone, "day": day, "time": time, "note": "Kept"}, page=path)
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    for part in words:
        assert part in page.by_id("round_time_error").text
    assert page.by_id("round_time").get("value") == time
    assert page.by_id("round_note").text == "Kept"
    assert not Interview.objects.filter(user=alice.user).exists()


def test_a_time_that_comes_twice_is_the_first_and_says_so(alice: Person):
    row = plan(alice, zone="Europe/Berlin", day="2027-10-31", time="02:30")
    assert row.starts_at == datetime.datetime(2027, 10, 31, 0, 30, tzinfo=datetime.UTC)
    page = alice.see(page_of(row))

    assert "twice: the first is taken" in page.by_id("live").text
    assert "the first time the clock shows it" in page.by_id("main").text
    # The round ends by the same clock after it was put back.
    assert "02:30 to 02:15" in page.by_id("main").text
    assert "twice" not in alice.see(page_of(plan(alice))).by_id("live").text


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"time": ""}, "time", "Write the time too"),
        ({"day": ""}, "day", "Choose the day too"),
        ({"day": "2031-01-01"}, "day", "more than three years away"),
        ({"day": "1999-12-31"}, "day", "from the year 2000"),
        ({"day": "tomorrow"}, "day", "year-month-day"),
        ({"time": "25:00"}, "time", "hours:minutes"),
        ({"zone": "Mars/Olympus"}, "zone", "Choose a time zone from the list"),
        ({"minutes": "0"}, "minutes", "5 minutes or more"),
        ({"minutes": "99999"}, "minutes", "720 minutes or less"),
        ({"kind": "tea"}, "kind", "no such kind"),
        ({"kind": ""}, "kind", "Choose what kind"),
        ({"title": "x" * 121}, "title", "121 characters"),
        ({"place": "javascript://x"}, "place", "Start with https://"),
        ({"note": "x" * 4001}, "note", "under 4,000"),
    ],
)
def test_what_makes_no_round_is_refused_beside_its_field(
    alice: Person, fields: dict[str, str], field: str, reason: str
):
    row = plan(alice, people="Priya")
    for path in (f"/career/{row.application_id}/rounds/new/", page_of(row)):
        answer = alice.send(path, ROUND | {"people": "Omar"} | fields, page=path)
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id(f"round_{field}_error").text
        assert page.by_id("round_people").get("value") == "Omar"
        assert page.all("title")[0].text.startswith("Error:")
    row.refresh_from_db()
    assert row.people == "Priya"


def test_sent_twice_it_is_planned_once(alice: Person, bob: Person):
    entry = str(uuid.uuid4())
    application = make_application(user=alice.user)
    plan(alice, application, entry=entry)
    again = plan(alice, application, entry=entry)
    assert str(again.pk) == entry
    assert alice.user.interviews.count() == 1

    # The id of somebody else's row, or of a deleted one, is no obstacle.
    assert str(plan(bob, entry=entry).pk) != entry
    alice.send(f"{page_of(again)}delete/", page=page_of(again))
    plan(alice, application, entry=entry)
    assert Interview.objects.filter(user=alice.user).count() == 1


def test_there_is_room_for_so_many(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Interview, "MOST", 1)
    row = plan(alice)
    path = f"/career/{row.application_id}/rounds/new/"
    answer = alice.send(path, ROUND, page=path)

    assert answer.status_code == 422
    assert "as many as there is room for" in answer.content.decode()


def test_a_round_moves_and_gets_an_outcome(alice: Person):
    row = plan(alice, title="Second call")
    answer = alice.send(page_of(row), ROUND | {"day": "2027-01-21", "outcome": "canceled"}, page=page_of(row))
    assert (answer.status_code, answer["Location"]) == (303, page_of(row))
    row.refresh_from_db()
    assert (row.title, row.outcome) == ("", "canceled")
    assert "January 21" in alice.see(page_of(row)).by_id("main").text


def test_the_list_names_what_is_due_then_what_is_ahead_then_the_rest(alice: Person):
    application = make_application(user=alice.user, company="Kestrel Labs")
    held(alice, application=application, title="Due")
    held(alice, application=application, title="Written", debriefed_at=NOON)
    held(alice, application=application, title="Called off", outcome="canceled")
    held(alice, application=application, title="Later", starts_at=NOON + 9 * DAY)
    held(alice, application=application, title="Sooner", starts_at=NOON + DAY)
    held(alice, application=application, title="Under way", starts_at=NOON - HOUR / 2)
    page = alice.see(LIST)

    def titles(part: str) -> list[str]:
        section = next(node for node in page.all("section") if node.get("aria-labelledby") == part)
        return [node.text.partition(": ")[2] for node in [*section.all("h3"), *section.all("b")]]

    assert titles("due-h") == ["Due"]
    assert titles("ahead-h") == ["Under way", "Sooner", "Later"]
    assert set(titles("past-h")) == {"Written", "Called off"}


def test_a_long_past_is_folded_and_can_be_opened(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rounds, "PAST", 2)
    application = make_application(user=alice.user)
    for number in range(4):
        held(alice, application=application, starts_at=NOON - number * DAY - HOUR, debriefed_at=NOON)
    page = alice.see(LIST)
    assert len(page.all("h3")) == 2
    (more,) = page.all("a", href="?past=all#past-h")
    assert more.text == "2 more"
    assert len(alice.see(f"{LIST}?past=all").all("h3")) == 4


def test_what_belongs_to_a_deleted_application_is_out_of_sight(alice: Person):
    row = held(alice, application=make_application(user=alice.user, deleted_at=NOON))
    assert "Fathom" not in alice.see(LIST).by_id("main").text
    assert alice.get(page_of(row)).status_code == 404


def test_a_deleted_round_comes_back(alice: Person):
    row = plan(alice)
    answer = alice.send(f"{page_of(row)}delete/", page=page_of(row))
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    page = alice.see(LIST)
    assert alice.get(page_of(row)).status_code == 404
    alice.send("/undo/", {"token": token_of(page)}, page=LIST)
    assert alice.see(page_of(row))


def test_every_page_is_sound(alice: Person):
    rows = [plan(alice, kind=kind) for kind in Interview.Kind.values]
    due = held(alice)
    asked = make_asked(user=alice.user, interview=due)
    mock = make_interview(user=alice.user)
    paths = [LIST, MOCKS, ASKED, f"{MOCKS}{mock.pk}/", f"{ASKED}{asked.pk}/", *map(page_of, [*rows, due])]
    for path in [*paths, f"/career/{due.application_id}/rounds/new/"]:
        check(alice.see(path), path)
        assert "no-store" in alice.get(path)["Cache-Control"]


def test_bob_reaches_none_of_hers(alice: Person, bob: Person):
    row = plan(alice)
    path = page_of(row)
    mock, asked = make_interview(user=alice.user), make_asked(user=alice.user)
    for one in (
        path,
        f"/career/{row.application_id}/rounds/new/",
        f"{MOCKS}{mock.pk}/",
        f"{ASKED}{asked.pk}/",
    ):
        assert bob.get(one).status_code == 404
        assert bob.send(one, ROUND).status_code == 404
    ways = ("aim/", "delete/", "debrief/", "points/", "points/new/", "points/drop/")
    for one in [*(path + way for way in ways), f"{ASKED}{asked.pk}/review/", f"{ASKED}{asked.pk}/delete/"]:
        assert bob.send(one, {"key": "timed", "state": "done", "text": "Mine"}).status_code == 404
    assert not row.points.exists()


def test_no_page_asks_more_for_many(alice: Person, django_assert_max_num_queries: DjangoAssertNumQueries):
    row = held(alice)
    paths = [LIST, MOCKS, ASKED, page_of(row), f"/career/{row.application_id}/rounds/new/"]

    def live(number: int) -> None:
        one = held(alice, starts_at=NOON + (number - 6) * DAY, application=row.application)
        make_asked(user=alice.user, interview=row, text=f"Question {number}")
        PreparationPoint.objects.create(interview=one, key="timed", done=True)
        PreparationPoint.objects.create(interview=row, key=f"own-{number}", text=f"Point {number}")
        make_interview(user=alice.user)

    live(13)
    counts = {}
    for path in paths:
        alice.get(path)
        with django_assert_max_num_queries(7) as found:
            alice.get(path)
        counts[path] = len(found)
    for number in range(12):
        live(number)
    for path in paths:
        with django_assert_max_num_queries(counts[path]):
            alice.get(path)
