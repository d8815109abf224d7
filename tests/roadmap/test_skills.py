"""A skill's page and its ticks: any state to any other, dates, and what is refused."""

import datetime

import pytest
import time_machine

from roadmap.models import SkillProgress
from roadmap.outline import outline_for
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person

STATES = ["open", "learning", "done", "skipped"]
PAGES = ["/roadmap/", "/roadmap/foundation/", "/skills/py-syntax/", "/today/"]
NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)


def row(alice: Person, slug: str = "py-syntax") -> SkillProgress | None:
    return alice.user.skill_progress.filter(skill__slug=slug).first()


def state(alice: Person, slug: str = "py-syntax") -> str:
    found = row(alice, slug)
    return found.state if found else "open"


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_any_state_leads_to_any_other(alice: Person, before: str, after: str, quiet: bool):
    alice.tick("py-syntax", before)
    answer = alice.tick("py-syntax", after, quiet=quiet)

    assert answer.status_code == (200 if quiet else 303)
    assert state(alice) == after
    found = row(alice)
    assert found
    assert (found.done_on is not None) == (after == "done")
    assert outline_for(alice.user.pk).tally.done == (after == "done")


@pytest.mark.parametrize("wanted", STATES)
def test_a_repeat_is_harmless(alice: Person, wanted: str):
    first = alice.tick("py-syntax", wanted)
    second = alice.tick("py-syntax", wanted)

    assert (first.status_code, second.status_code) == (200, 200)
    assert state(alice) == wanted
    assert alice.user.skill_progress.count() == 1


def test_a_repeat_offers_nothing_to_undo(alice: Person):
    alice.tick("py-syntax")
    answer = parse(alice.tick("py-syntax").content.decode())

    assert "done" in answer.by_id("live").text
    assert not answer.all("button", id="undo")


def test_a_repeat_on_another_day_keeps_the_first_day(alice: Person):
    with time_machine.travel(NOON, tick=False):
        alice.tick("py-syntax")
    with time_machine.travel(NOON + datetime.timedelta(days=3), tick=False):
        alice.tick("py-syntax")

    found = row(alice)
    assert found
    assert found.done_on == NOON.date()


@pytest.mark.parametrize("sender", PAGES)
def test_without_script_alice_returns_to_the_page_she_was_on_and_is_told(alice: Person, sender: str):
    answer = alice.tick("py-syntax", quiet=False, page=sender)

    assert answer.status_code == 303
    assert answer["Location"] == sender
    live = alice.see(sender).by_id("live")
    assert "Variables, types and control flow done." in live.text
    assert live.all("button", id="undo")


def test_the_message_is_said_once(alice: Person):
    alice.tick("py-syntax", quiet=False)
    alice.see("/roadmap/")

    assert alice.see("/roadmap/").by_id("live").text == ""


@pytest.mark.parametrize(
    "sender",
    [
        "https://evil.example/roadmap/",
        "//evil.example/",
        "javascript:alert(1)",
        "",
        "http://testserver.evil/",
    ],
)
def test_a_foreign_page_is_never_returned_to(alice: Person, sender: str):
    answer = alice.client.post("/skills/py-syntax/state/", {"state": "done"}, headers={"referer": sender})

    assert answer.status_code == 303
    assert answer["Location"] == "/roadmap/"


@pytest.mark.parametrize("sender", PAGES)
def test_with_script_the_answer_says_how_far_she_is(alice: Person, sender: str):
    live = parse(alice.tick("py-syntax", page=sender).content.decode()).by_id("live")

    assert live.get("hx-swap-oob") == "innerHTML"
    assert "Variables, types and control flow done. 1 of" in live.text
    assert "skills in Foundation building." in live.text


def test_the_page_shows_what_done_means_and_where_to_learn_it(visitor: Person):
    page = visitor.see("/skills/py-syntax/")

    assert page.by_id("done-h").text == "What “done” means"
    assert "You can" in page.by_id("main").text
    links = [a for a in page.by_id("main").all("a") if a.get("href").startswith("https://")]
    assert links
    assert all("noopener" in a.get("rel") for a in links)


def test_a_visitor_is_led_to_sign_up_and_back_to_the_skill(visitor: Person):
    page = visitor.see("/skills/py-syntax/")

    assert [a.get("href") for a in page.by_id("skill-head").all("a", class_="btn")] == [
        "/accounts/signup/?next=/skills/py-syntax/"
    ]
    assert not page.all("button", name="state")


def test_a_visitor_who_ticks_is_sent_to_log_in_and_nothing_is_written(visitor: Person):
    answer = visitor.tick("py-syntax", quiet=False, page="/skills/py-syntax/")

    assert answer.status_code == 303
    assert answer["Location"] == "/accounts/login/?next=/skills/py-syntax/"
    assert not SkillProgress.objects.exists()


def test_a_session_that_is_gone_leads_htmx_to_log_in_and_back_to_the_page(visitor: Person):
    answer = visitor.tick("py-syntax", page="/roadmap/core-ml/")

    assert answer["HX-Redirect"] == "/accounts/login/?next=/roadmap/core-ml/"


@pytest.mark.parametrize("wrong", ["", "finished", "DONE", "done ", "0", "open;drop"])
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_an_unknown_state_is_refused_in_words(alice: Person, wrong: str, quiet: bool):
    alice.tick("py-syntax", "learning")
    answer = alice.tick("py-syntax", wrong, quiet=quiet)

    assert answer.status_code == 422
    assert "open, learning, done or skipped" in answer.content.decode()
    assert state(alice) == "learning"


def test_an_unknown_skill_is_not_found(alice: Person):
    assert alice.get("/skills/alchemy/").status_code == 404
    assert alice.tick("alchemy").status_code == 404


@pytest.mark.parametrize(
    ("zone", "now", "today"),
    [
        ("UTC", "2026-07-22T23:59:59+00:00", "2026-07-22"),
        ("Pacific/Kiritimati", "2026-07-22T10:00:00+00:00", "2026-07-23"),
        ("Pacific/Pago_Pago", "2026-07-22T10:59:00+00:00", "2026-07-21"),
        ("America/New_York", "2026-03-08T04:59:59+00:00", "2026-03-07"),  # the night clocks go forward
        ("America/New_York", "2026-03-09T03:59:59+00:00", "2026-03-08"),
        ("America/New_York", "2026-03-09T04:00:00+00:00", "2026-03-09"),
        ("Europe/Berlin", "2026-10-25T22:59:59+00:00", "2026-10-25"),  # the day with 25 hours
        ("Europe/Berlin", "2026-10-25T23:00:00+00:00", "2026-10-26"),
        ("Asia/Kathmandu", "2026-12-31T18:15:00+00:00", "2027-01-01"),
        ("Pacific/Apia", "2011-12-30T09:59:59+00:00", "2011-12-29"),  # the zone that skipped a day
        ("Pacific/Apia", "2011-12-30T10:00:00+00:00", "2011-12-31"),
        ("America/Sao_Paulo", "2028-02-29T02:59:59+00:00", "2028-02-28"),
    ],
)
@pytest.mark.django_db
def test_done_on_is_the_learners_own_today(zone: str, now: str, today: str):
    learner = make_user(time_zone=zone)
    with time_machine.travel(datetime.datetime.fromisoformat(now), tick=False):
        Person(learner).tick("py-syntax")

    assert learner.skill_progress.get().done_on == datetime.date.fromisoformat(today)


@time_machine.travel(NOON, tick=False)
def test_an_earlier_day_is_taken(alice: Person):
    for day in ("2026-07-22", "2026-07-21", "2024-02-29", "2000-01-01"):
        answer = alice.tick("py-syntax", done_on=day, page="/skills/py-syntax/")

        assert answer.status_code == 200
        found = row(alice)
        assert found
        assert str(found.done_on) == day


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-07-23", "future"),
        ("9999-12-31", "future"),
        ("1999-12-31", "year 2000"),
        ("0001-01-01", "year 2000"),
        ("0000-01-01", "year-month-day"),
        ("2025-02-29", "year-month-day"),
        ("22/07/2026", "year-month-day"),
        ("2026-7", "year-month-day"),
        ("yesterday", "year-month-day"),
        ("99999-01-01", "year-month-day"),
        ("-2026-07-22", "year-month-day"),
    ],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_an_impossible_day_is_refused_beside_its_field(alice: Person, day: str, reason: str, quiet: bool):
    answer = alice.tick("py-syntax", done_on=day, page="/skills/py-syntax/", quiet=quiet)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    field = page.by_id("done-on")
    assert field.get("aria-invalid") == "true"
    assert field.get("value") == day, "what was typed is still there"
    assert reason in page.by_id(field.get("aria-describedby")).text
    assert row(alice) is None


@time_machine.travel(datetime.datetime(2026, 7, 22, 11, 0, tzinfo=datetime.UTC), tick=False)
@pytest.mark.django_db
def test_tomorrow_in_greenwich_is_today_on_kiritimati():
    learner = Person(make_user(time_zone="Pacific/Kiritimati"))

    assert learner.tick("py-syntax", done_on="2026-07-23").status_code == 200
    assert learner.tick("py-syntax", done_on="2026-07-24").status_code == 422


def test_a_day_for_a_skill_that_is_not_done_is_left_aside(alice: Person):
    answer = alice.tick("py-syntax", "learning", done_on="2026-01-01")

    assert answer.status_code == 200
    found = row(alice)
    assert found
    assert found.done_on is None


def test_from_a_page_without_the_field_the_reason_is_said(alice: Person):
    answer = alice.tick("py-syntax", done_on="2999-01-01", page="/roadmap/")

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "future" in page.by_id("live").text
    assert [node.id for node in page.elements] == ["live"]


def test_the_chosen_state_is_marked_as_pressed(alice: Person):
    for wanted in STATES:
        alice.tick("py-syntax", wanted)
        pressed = [
            button.get("value")
            for button in alice.see("/skills/py-syntax/").by_id("skill-head").all("button")
            if button.get("aria-pressed") == "true"
        ]
        assert pressed == [wanted]


def test_bob_sees_nothing_of_alices_ticks(alice: Person, bob: Person):
    alice.tick("py-syntax")

    assert bob.see("/skills/py-syntax/").by_id("state-done").get("aria-pressed") == "false"
    assert outline_for(bob.user.pk).tally.done == 0


def test_the_skill_names_what_comes_before_and_after(visitor: Person):
    around = visitor.see("/skills/py-functions/").by_id("around")

    assert "Best done before" in around.text
    assert "Comes after it" in around.text
    assert "A step of" in around.text
