"""Alice's calendar: whoever has the address reads it, and nobody else; she replaces it or switches it off."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from time_machine import travel

from tests.factories import make_break, make_build, make_run, make_user
from tests.person import Person
from tests.roadmap.calendar_reader import events, zone
from tests.roadmap.clock import SUNDAY
from tests.roadmap.feed import DAY_1, DOWNLOAD, PAGE, do, fetch, make, shown

pytestmark = pytest.mark.usefixtures("a_sunday")


def read(path: str) -> Any:
    answer = fetch(path)
    assert answer.status_code == 200
    return unplanned(answer.content.decode())


def unplanned(text: str) -> Any:
    """Return the events but for the plans of this week and the next, which are always there."""
    return {title: event for title, event in events(text).items() if not title.startswith("Study plan")}


def test_it_is_a_calendar_for_its_reader_alone(alice: Person):
    answer = fetch(make(alice))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_can_only_be_read(alice: Person, method: str):
    path = make(alice)

    assert getattr(Client(), method)(path).status_code == 405


def test_head_answers_like_get_without_the_body(alice: Person):
    path = make(alice)
    answer = Client().head(path)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == fetch(path)["ETag"]


def test_what_has_not_changed_is_not_sent_again(alice: Person):
    make_run(user=alice.user, started_on=DAY_1)
    path = make(alice)
    tag = fetch(path)["ETag"]
    with travel(SUNDAY + datetime.timedelta(hours=3), tick=False):
        answer = fetch(path, **{"if-none-match": tag})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
        assert answer["X-Robots-Tag"] == "noindex"

    make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24))
    assert fetch(path, **{"if-none-match": tag}).status_code == 200


def test_it_holds_the_sprint_the_days_to_ship_by_and_the_breaks(alice: Person):
    make_run(user=alice.user, started_on=DAY_1)
    make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24), days=9, label="Winter; home, \\o/")
    alice.send("/projects/project-1/ship-by/", {"ship_by": "2026-12-20"})

    found = read(make(alice))

    assert len(found) == 17
    first = next(event for title, event in found.items() if title.startswith("Sprint week 1:"))
    assert (first.start, first.end) == (DAY_1, datetime.date(2026, 11, 5))
    assert "- Variables, types and control flow" in first.description
    assert first.url == "http://testserver/sprint/#week-1"
    day_30 = next(event for title, event in found.items() if title.startswith("Day 30:"))
    assert day_30.start == datetime.date(2026, 11, 27)
    off = found["Study break: Winter; home, \\o/"]
    assert (off.start, off.end) == (datetime.date(2026, 12, 24), datetime.date(2027, 1, 2))
    ship = next(event for title, event in found.items() if title.startswith("Ship: "))
    assert (ship.start, ship.url) == (datetime.date(2026, 12, 20), "http://testserver/projects/project-1/")
    day_90 = next(event for title, event in found.items() if title.startswith("Day 90:"))
    assert day_90.start == datetime.date(2027, 2, 4), "nine days later than without the break"


def test_builds_of_ones_own_stand_in_it_until_they_ship(alice: Person):
    day = datetime.date(2026, 12, 13)
    build = make_build(user=alice.user, title="Overtime; at the warehouse", ship_by=day)
    make_build(user=alice.user, title="Given up", ship_by=day, status="dropped")
    make_build(user=alice.user, title="No date")
    path = make(alice)

    ships = {title: event for title, event in read(path).items() if title.startswith("Ship: ")}
    assert list(ships) == ["Ship: Overtime; at the warehouse"]
    (event,) = ships.values()
    assert (event.start, event.url) == (day, f"http://testserver/builds/{build.key}/")

    alice.send(f"/builds/{build.key}/status/", {"status": "shipped"})
    assert not [title for title in read(path) if title.startswith("Ship: ")]


def test_without_anything_planned_it_is_an_empty_calendar(alice: Person):
    assert read(make(alice)) == {}


def test_every_uid_stays_when_the_sprint_is_put_off_and_a_break_moves(alice: Person):
    run = make_run(user=alice.user, started_on=DAY_1)
    off = make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24))
    path = make(alice)
    before = read(path)
    alice.send("/sprint/run/", {"do": "shift", "run": str(run.pk), "started_on": str(DAY_1)})
    alice.send(f"/breaks/{off.pk}/", {"starts_on": "2026-12-20", "ends_on": "2026-12-21", "label": ""})
    do(alice, "rotate")
    after = read(shown(alice))

    assert {t: e.uid for t, e in before.items()} == {t: e.uid for t, e in after.items()}
    assert all(before[title].start != after[title].start for title in before)


def test_people_who_share_a_calendar_have_their_own_uids(alice: Person, bob: Person):
    for person in (alice, bob):
        person.send("/projects/project-1/ship-by/", {"ship_by": "2026-12-20"})

    (hers,), (his,) = read(make(alice)).values(), read(make(bob)).values()
    assert hers.title == his.title
    assert hers.uid != his.uid


def test_what_is_long_ago_has_left(alice: Person):
    make_break(user=alice.user, starts_on=datetime.date(2025, 11, 10), label="Gone")
    make_break(user=alice.user, starts_on=datetime.date(2025, 11, 20), label="Remembered")

    assert list(read(make(alice))) == ["Study break: Remembered"]


@pytest.mark.parametrize("name", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "UTC"])
def test_dates_are_hers_wherever_she_lives_and_the_zone_goes_along(db: None, name: str):
    carol = Person(make_user(time_zone=name))
    make_run(user=carol.user, started_on=DAY_1)
    path = make(carol)

    assert zone(fetch(path).content.decode()) == name
    assert next(iter(read(path).values())).start == DAY_1


def test_whoever_moves_keeps_dates_and_uids(alice: Person):
    make_run(user=alice.user, started_on=DAY_1)
    path = make(alice)
    before, tag = read(path), fetch(path)["ETag"]
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()

    assert read(path) == before
    assert zone(fetch(path).content.decode()) == "Asia/Tokyo"
    assert fetch(path)["ETag"] != tag


def test_as_a_file_it_needs_no_feed(alice: Person, bob: Person):
    make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24), label="Winter")

    answer = alice.get(DOWNLOAD)

    assert answer["Content-Disposition"] == 'attachment; filename="milepost.ics"'
    assert list(unplanned(answer.content.decode())) == ["Study break: Winter"]
    assert "no-store" in answer["Cache-Control"]
    assert unplanned(bob.get(DOWNLOAD).content.decode()) == {}


def test_a_feed_shows_what_is_its_learners_whoever_asks(alice: Person, bob: Person):
    make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24), label="Hers")
    make_break(user=bob.user, starts_on=datetime.date(2026, 12, 24), label="His")
    path = make(alice)

    assert list(unplanned(bob.get(path).content.decode())) == ["Study break: Hers"]


@pytest.mark.parametrize("path", [PAGE, DOWNLOAD])
def test_a_visitor_is_asked_to_log_in(visitor: Person, path: str):
    assert visitor.get(path)["Location"] == f"/accounts/login/?next={path}"


def test_reading_it_takes_six_statements_however_much_there_is(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
):
    settings.ACCOUNT_RATE_LIMITS = False  # counting requests is the cache's work
    path = make(alice)
    fetch(path)
    with django_assert_num_queries(6):  # one for the job search
        fetch(path)
    make_run(user=alice.user, started_on=DAY_1)
    for n in range(30):
        make_break(user=alice.user, starts_on=DAY_1 + datetime.timedelta(9 * n))
    for n in range(1, 5):
        alice.send(f"/projects/project-{n}/ship-by/", {"ship_by": "2026-12-20"})
    with django_assert_num_queries(6):  # one for the job search
        fetch(path)


def test_it_holds_the_plan_of_this_week_and_of_the_next(alice: Person):
    found = events(fetch(make(alice)).content.decode())

    plans = {title: event for title, event in found.items() if title.startswith("Study plan")}
    assert list(plans) == ["Study plan, week of November 16: 10 h", "Study plan, week of November 23: 10 h"]
    this, following = plans.values()
    assert (this.start, this.end) == (datetime.date(2026, 11, 16), datetime.date(2026, 11, 23))
    assert following.start == this.end
    titles = [node.text for node in alice.see("/week/").by_id("week-list").all("h3")]
    for line in this.description.splitlines():
        assert any(line.removeprefix("- ") in title for title in titles), (line, titles)
