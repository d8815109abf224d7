"""What the first answers made of Alice's roadmap, and how she takes them back."""

import datetime
from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from roadmap.models import Enrollment
from roadmap.questions import KNOWN
from tests.factories import make_break
from tests.person import Person
from tests.plans import filled
from tests.roadmap.answers import BEHIND, RESULT, START, answer, done, form_of

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def test_undo_puts_back_what_the_answers_ticked(alice: Person):
    alice.tick("la-vectors", "learning")
    answer(alice)
    form = next(form for form in alice.see(RESULT).all("form") if form.get("action") == "/undo/")

    undone = alice.send("/undo/", filled(form), page=RESULT)

    assert (undone.status_code, undone["Location"]) == (303, RESULT)
    assert done(alice) == set()
    assert alice.user.skill_progress.get().state == "learning"
    page = alice.see(RESULT)
    assert "5 skills are as they were" in page.by_id("live").text
    assert not [form for form in page.all("form") if form.get("action") == "/undo/"]
    assert form_of(alice).get("known") is None, "asked again, they are not ticked by themselves"


def test_an_undo_of_hers_is_of_no_use_to_bob(alice: Person, bob: Person):
    answer(alice)
    form = next(form for form in alice.see(RESULT).all("form") if form.get("action") == "/undo/")
    bob.send("/undo/", filled(form), page=RESULT)

    assert done(alice) == BEHIND


def test_a_target_that_is_over_by_now_may_stay_and_the_result_says_so(alice: Person):
    answer(alice)
    Enrollment.objects.update(target_date=datetime.date(2026, 11, 1))

    assert answer(alice, target_date="2026-11-01").status_code == 303
    assert "November 1, 2026 is over." in alice.see(RESULT).text


def test_the_result_tells_dates_hours_by_phase_and_the_first_week(alice: Person):
    answer(alice)
    page = alice.see(RESULT)

    assert "Likely around " in page.text
    assert "The late date is " in page.text
    assert "at 12 hours a week" in page.text
    assert "Natural language processing adds " in page.text
    assert "October 1, 2028: a chance of " in page.text
    assert "5 skills went on the trail as done" in page.text
    assert "read its twelve weeks" in page.text
    phases = page.by_id("left-h").parent
    assert phases is not None
    assert len(phases.all("li")) == 4
    week = page.by_id("week-h").parent
    assert week is not None
    assert [link.text for link in week.all("a")] == ["Python environment and editor", "Command line basics"]


def test_more_hours_bring_the_likely_date_nearer(alice: Person):
    months = []
    for hours in ("9", "20"):
        answer(alice, hours=hours)
        likely = alice.see(RESULT).text.split("Likely around ")[1].split(" at ")[0]
        months.append(datetime.datetime.strptime(likely, "%B %Y"))  # a month, no moment

    assert months[0] > months[1]


def test_a_planned_break_makes_it_later(alice: Person):
    answer(alice)
    before = alice.see(RESULT).text
    make_break(user=alice.user, starts_on=datetime.date(2027, 1, 1), days=120)

    assert alice.see(RESULT).text != before


def test_no_hours_no_date_and_no_week(alice: Person):
    answer(alice, hours=None, hours_other="0")
    text = alice.see(RESULT).text

    assert "At 0 hours a week there is no date" in text
    assert "hours a week on it would lie within five years" in text
    assert "At 0 hours a week no week is planned." in text
    assert "Likely" not in text


def test_beyond_five_years_it_says_what_changes_that(alice: Person):
    answer(alice, hours=None, hours_other="2")
    text = alice.see(RESULT).text

    assert "more than five years at 2 hours a week" in text
    assert "Fewer specializations and skipped skills bring it nearer too." in text


def test_a_hundred_hours_a_week_still_make_a_page(alice: Person):
    answer(alice, hours=None, hours_other="100")

    assert "at 100 hours a week" in alice.see(RESULT).text


def test_forecasts_switched_off_show_neither_dates_nor_hours_left(alice: Person):
    answer(alice)
    Enrollment.objects.update(forecast_shown=False)
    result, questions = alice.see(RESULT).text, alice.see(START)

    assert "Forecasts are off" in result
    for word in ("Likely", "likely", "late date", "2028", "hours left", " h "):
        assert word not in result, word
    preview = questions.by_id("preview").text
    assert "skills to go" in preview
    assert "hours" not in preview
    assert "ikely" not in preview
    assert " months" not in questions.text


def test_all_done_is_said_plainly(alice: Person):
    for phase in ("foundation", "core-ml", "specialization-portfolio", "job-preparation"):
        alice.send(f"/roadmap/{phase}/known/", {"state": "done"})
    answer(alice, specialization=[])
    text = alice.see(RESULT).text

    assert "Nothing is left to do" in text
    assert "Nothing is left for it." in text


@pytest.mark.parametrize("path", [START, RESULT])
def test_a_page_takes_few_statements(
    alice: Person, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
):
    answer(alice, known=[thing.slug for thing in KNOWN])
    alice.see(path)
    with django_assert_max_num_queries(6):
        alice.see(path)


def test_both_pages_are_kept_by_no_cache(alice: Person):
    answer(alice)

    assert "no-store" in alice.get(START)["Cache-Control"]
    assert "no-store" in alice.get(RESULT)["Cache-Control"]


def test_what_was_known_before_is_no_step_the_trail_begins_at_its_first_open_skill(alice: Person):
    answer(alice)
    assert "Next up: Python environment and editor" in alice.see("/today/").text

    alice.tick("git-basics")
    answer(alice, known=["sql"])
    assert "Next up: GitHub pull-request workflow" in alice.see("/today/").text, "she goes on where she was"
