"""Alice's calendar: whoever has the address reads it, and nobody else; she replaces it or switches it off."""

import datetime
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from config.log import JsonFormatter, PlainFormatter
from roadmap.models import CalendarFeed
from tests.factories import make_break, make_run, make_user
from tests.markup import parse
from tests.person import Person
from tests.roadmap.calendar_reader import events, zone

PAGE = "/settings/calendar/"
DOWNLOAD = "/settings/calendar/download/"
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
DAY_1 = datetime.date(2026, 10, 29)


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def do(person: Person, what: str, *, quiet: bool = False, known: str | None = None) -> Any:
    send = person.quietly if quiet else person.send
    row = CalendarFeed.objects.filter(user=person.user).first()
    known = known if known is not None else (row.known if row else "")
    return send(PAGE, {"do": what, "known": known}, page=PAGE)


def shown(person: Person) -> str:
    """Return the path of the feed that the page shows, or nothing."""
    found = person.see(PAGE).all("input", id="feed-address")
    return found[0].get("value").removeprefix("http://testserver") if found else ""


def make(person: Person) -> str:
    assert do(person, "make").status_code == 303
    path = shown(person)
    assert path
    return path


def fetch(path: str, **headers: str) -> Any:
    """Ask for a feed as a calendar program does: without cookies."""
    return Client().get(path, headers=headers or None)


def read(path: str) -> Any:
    answer = fetch(path)
    assert answer.status_code == 200
    return events(answer.content.decode())


def test_nobody_has_a_feed_before_making_one(alice: Person):
    page = alice.see(PAGE)

    assert page.by_id("make-feed")
    assert not page.all("input", id="feed-address")
    assert not CalendarFeed.objects.exists()


def test_the_address_is_shown_once_and_only_its_digest_is_kept(alice: Person):
    answer = do(alice, "make")
    assert (answer.status_code, answer["Location"]) == (303, PAGE)

    page = alice.see(PAGE)
    address = page.by_id("feed-address").get("value")
    secret = address.split("/")[-2]
    assert "it is shown this once." in page.by_id("live").text
    assert len(secret) >= 43
    assert f"webcal://testserver/feeds/{secret}/calendar.ics" in [a.get("href") for a in page.all("a")]
    row = CalendarFeed.objects.get()
    assert row.digest == CalendarFeed.digest_of(secret)
    assert secret not in repr(CalendarFeed.objects.values())

    again = alice.get(PAGE).content.decode()
    assert secret not in again
    assert "The feed is on since Nov 22, 2026" in again


def test_sent_quietly_the_address_is_in_the_answer_and_in_no_cookie(alice: Person):
    answer = do(alice, "make", quiet=True)

    update = parse(answer.content.decode())
    path = update.by_id("feed-address").get("value").removeprefix("http://testserver")
    assert update.by_id("calendar").get("hx-swap-oob") == "true"
    assert "calendar_secret" not in answer.cookies
    assert fetch(path).status_code == 200
    assert not shown(alice)


def test_the_cookie_that_carries_it_over_is_for_this_page_and_two_minutes(alice: Person):
    cookie = do(alice, "make").cookies["calendar_secret"]

    assert (cookie["path"], cookie["max-age"]) == (PAGE, 120)
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert alice.get(PAGE).cookies["calendar_secret"]["max-age"] == 0


def test_a_cookie_with_something_else_shows_nothing(alice: Person):
    make(alice)
    for value in ("x" * 43, "", "<script>"):
        alice.client.cookies["calendar_secret"] = value
        assert not shown(alice)


def test_to_make_one_twice_keeps_the_first(alice: Person):
    path = make(alice)
    do(alice, "make")

    assert not shown(alice)
    assert fetch(path).status_code == 200
    assert CalendarFeed.objects.count() == 1


def test_a_new_address_ends_the_old_one_at_once(alice: Person):
    old = make(alice)
    do(alice, "rotate")
    new = shown(alice)

    assert new
    assert new != old
    assert fetch(old).status_code == 404
    assert fetch(new).status_code == 200


def test_a_new_address_sent_for_twice_is_made_once(alice: Person):
    make(alice)
    known = CalendarFeed.objects.get().known
    do(alice, "rotate", known=known)
    new = shown(alice)
    do(alice, "rotate", known=known)

    assert not shown(alice)
    assert fetch(new).status_code == 200


def test_switched_off_it_is_not_there_and_undo_brings_it_back(alice: Person):
    path = make(alice)
    do(alice, "off")
    assert fetch(path).status_code == 404

    page = alice.see(PAGE)
    assert page.by_id("make-feed")
    token = page.by_id("live").all("input", name="token")[0].get("value")
    alice.send("/undo/", {"token": token}, page=PAGE)
    assert fetch(path).status_code == 200

    do(alice, "off")
    do(alice, "off")
    make(alice)
    alice.quietly("/undo/", {"token": token}, page=PAGE)
    assert fetch(path).status_code == 404, "there is a new address by now"


@pytest.mark.parametrize("fields", [{}, {"do": "explode"}, {"do": "rotate"}, {"do": "rotate", "known": "x"}])
def test_a_form_that_makes_no_sense_changes_nothing(alice: Person, fields: dict[str, str]):
    path = make(alice)

    for send in (alice.send, alice.quietly):
        answer = send(PAGE, fields, page=PAGE)
        assert answer.status_code == 422
        assert "Reload the page and try again." in answer.content.decode()
    assert fetch(path).status_code == 200


@pytest.mark.parametrize("secret", ["none", "x" * 43, "%00", "%F0%9F", "..", "a" * 5000])
def test_a_wrong_secret_is_not_there(alice: Person, secret: str):
    make(alice)

    assert fetch(f"/feeds/{secret}/calendar.ics").status_code in (400, 404)


def test_what_the_database_keeps_opens_nothing(alice: Person):
    make(alice)

    assert fetch(f"/feeds/{CalendarFeed.objects.get().digest}/calendar.ics").status_code == 404


def test_the_feed_of_a_closed_account_is_not_there(alice: Person):
    path = make(alice)
    alice.user.is_active = False
    alice.user.save()

    assert fetch(path).status_code == 404


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
    with travel(NOW + datetime.timedelta(hours=3), tick=False):
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
    assert list(events(answer.content.decode())) == ["Study break: Winter"]
    assert "no-store" in answer["Cache-Control"]
    assert events(bob.get(DOWNLOAD).content.decode()) == {}


def test_a_feed_shows_what_is_its_learners_whoever_asks(alice: Person, bob: Person):
    make_break(user=alice.user, starts_on=datetime.date(2026, 12, 24), label="Hers")
    make_break(user=bob.user, starts_on=datetime.date(2026, 12, 24), label="His")
    path = make(alice)

    assert list(events(bob.get(path).content.decode())) == ["Study break: Hers"]


def test_bob_cannot_touch_alices_feed(alice: Person, bob: Person):
    path = make(alice)
    known = CalendarFeed.objects.get().known
    for what in ("rotate", "off"):
        do(bob, what, known=known)

    assert fetch(path).status_code == 200
    assert not CalendarFeed.objects.filter(user=bob.user).exists()


@pytest.mark.parametrize("path", [PAGE, DOWNLOAD])
def test_a_visitor_is_asked_to_log_in(visitor: Person, path: str):
    assert visitor.get(path)["Location"] == f"/accounts/login/?next={path}"


def test_over_https_so_is_the_address(alice: Person):
    answer = alice.client.post(PAGE, {"do": "make"}, secure=True, headers={"hx-request": "true"})

    assert (
        parse(answer.content.decode())
        .by_id("feed-address")
        .get("value")
        .startswith("https://testserver/feeds/")
    )


def test_reading_it_takes_four_statements_however_much_there_is(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
):
    path = make(alice)
    fetch(path)
    with django_assert_num_queries(4):
        fetch(path)
    make_run(user=alice.user, started_on=DAY_1)
    for n in range(30):
        make_break(user=alice.user, starts_on=DAY_1 + datetime.timedelta(9 * n))
    for n in range(1, 5):
        alice.send(f"/projects/project-{n}/ship-by/", {"ship_by": "2026-12-20"})
    with django_assert_num_queries(4):
        fetch(path)


@pytest.mark.parametrize("formatter", [JsonFormatter(), PlainFormatter("%(message)s")])
def test_no_log_line_tells_the_secret(formatter: logging.Formatter):
    line = '"GET /feeds/%s/calendar.ics HTTP/1.1" 200 and Not Found: /feeds/%s/x'
    record = logging.LogRecord("django.server", logging.INFO, "x.py", 1, line, ("s3cret-A_b", "s3cret"), None)

    text = formatter.format(record)

    assert "s3cret" not in text
    assert "/feeds/…/calendar.ics" in (json.loads(text)["message"] if text.startswith("{") else text)


def test_a_request_that_fails_names_the_route_alone(alice: Person, monkeypatch: pytest.MonkeyPatch):
    path = make(alice)
    monkeypatch.setattr("roadmap.views.calendar.study_calendar", lambda *_: 1 / 0)
    handler = logging.StreamHandler(stream := io.StringIO())
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        answer = Client(raise_request_exception=False).get(path)
    finally:
        logger.removeHandler(handler)

    assert answer.status_code == 500
    assert json.loads(stream.getvalue())["route"] == "feeds/<str:secret>/calendar.ics"
    assert path.split("/")[2] not in stream.getvalue()
    assert path.split("/")[2] not in answer.content.decode()
