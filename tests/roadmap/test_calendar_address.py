"""The address of Alice's calendar: shown once, replaced, switched off, and told to no log."""

import datetime
import io
import json
import logging

import pytest
from django.test import Client
from time_machine import travel

from accounts.limits import LIMITS
from config.log import JsonFormatter, PlainFormatter
from roadmap.models import CalendarFeed
from tests.markup import parse
from tests.person import Person
from tests.roadmap.clock import SUNDAY
from tests.roadmap.feed import PAGE, do, fetch, make, shown

pytestmark = pytest.mark.usefixtures("a_sunday")


def test_nobody_has_a_feed_before_making_one(alice: Person):
    page = alice.see(PAGE)

    assert page.by_id("make-feed")
    assert not page.all("input", id="feed-address")
    assert not CalendarFeed.objects.exists()


@pytest.mark.asvs("11.5.1", "14.2.1")
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


def test_bob_cannot_touch_alices_feed(alice: Person, bob: Person):
    path = make(alice)
    known = CalendarFeed.objects.get().known
    for what in ("rotate", "off"):
        do(bob, what, known=known)

    assert fetch(path).status_code == 200
    assert not CalendarFeed.objects.filter(user=bob.user).exists()


def test_over_https_so_is_the_address(alice: Person):
    answer = alice.client.post(PAGE, {"do": "make"}, secure=True, headers={"hx-request": "true"})

    assert (
        parse(answer.content.decode())
        .by_id("feed-address")
        .get("value")
        .startswith("https://testserver/feeds/")
    )


@pytest.mark.parametrize("formatter", [JsonFormatter(), PlainFormatter("%(message)s")])
@pytest.mark.asvs("16.2.5")
def test_no_log_line_tells_the_secret(formatter: logging.Formatter):
    line = '"GET /feeds/%s/calendar.ics HTTP/1.1" 200 and Not Found: /feeds/%s/x'
    record = logging.LogRecord("django.server", logging.INFO, "x.py", 1, line, ("s3cret-A_b", "s3cret"), None)

    text = formatter.format(record)

    assert "s3cret" not in text
    assert "/feeds/…/calendar.ics" in (json.loads(text)["message"] if text.startswith("{") else text)


@pytest.mark.asvs("16.2.5")
def test_a_request_that_fails_names_the_route_alone(alice: Person, monkeypatch: pytest.MonkeyPatch):
    path = make(alice)
    monkeypatch.setattr("roadmap.views.calendar.learner_calendar", lambda *_: 1 / 0)
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


def test_an_address_asked_for_too_often_waits(alice: Person):
    path = make(alice)
    limit = LIMITS["feed"][0]
    assert limit.times >= 60
    for _ in range(limit.times):
        assert fetch(path).status_code == 200

    for answer in (fetch(path), Client(REMOTE_ADDR="198.51.100.7").get(path)):
        assert answer.status_code == 429
        assert answer["Retry-After"] == str(limit.seconds)
        assert "no-store" in answer["Cache-Control"]
    with travel(SUNDAY + datetime.timedelta(seconds=limit.seconds + 1), tick=False):
        assert fetch(path).status_code == 200


def test_one_busy_calendar_leaves_others_alone(alice: Person, bob: Person):
    busy, quiet = make(alice), make(bob)
    for _ in range(LIMITS["feed"][0].times + 1):
        answer = fetch(busy)

    assert answer.status_code == 429
    assert fetch(quiet).status_code == 200


@pytest.mark.asvs("6.6.3")
def test_who_tries_one_secret_after_the_other_waits(alice: Person):
    path = make(alice)
    limit = LIMITS["feed_failed"][0]
    for number in range(limit.times):
        assert fetch(f"/feeds/guess-{number}/calendar.ics").status_code == 404
    answer = fetch("/feeds/one-more/calendar.ics")

    assert (answer.status_code, answer["Retry-After"]) == (429, str(limit.seconds))
    assert Client(REMOTE_ADDR="198.51.100.7").get("/feeds/one/calendar.ics").status_code == 404
    assert fetch(path).status_code == 200, "whoever has the secret is not kept out by a neighbor"
