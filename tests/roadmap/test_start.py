"""Alice answers the first questions, and changes her mind."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import F
from time_machine import travel

from roadmap.models import CatalogueVersion, Enrollment, Skill, SkillProgress, StartingPoint
from roadmap.questions import KNOWN
from tests.markup import parse
from tests.person import Person
from tests.plans import as_sent, filled
from tests.roadmap.answers import ANSWERS, BEHIND, RESULT, START, answer, done, form_of

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def test_all_answers_are_kept_at_once(alice: Person):
    response = answer(alice)

    assert (response.status_code, response["Location"]) == (303, RESULT)
    point = StartingPoint.objects.get(user=alice.user)
    assert (point.background, point.background_other) == (["software", "other"], "Marine biology")
    assert (point.programming, point.maths, point.goal, point.role) == (1, 2, "tier-3", "ML engineer")
    assert (point.rhythm, point.answered_at) == ("sprint", NOW)
    enrollment = Enrollment.objects.get(user=alice.user)
    assert (enrollment.weekly_hours, enrollment.study_days) == (12, "67")
    assert enrollment.target_date == datetime.date(2028, 10, 1)
    assert [s.slug for s in enrollment.specializations.all()] == ["nlp"]
    assert done(alice) == BEHIND
    assert set(alice.user.skill_progress.values_list("done_on", flat=True)) == {NOW.date()}


def test_the_questions_come_back_with_the_last_answers(alice: Person):
    answer(alice)

    assert form_of(alice) == as_sent(ANSWERS)


def test_a_second_time_changes_nothing_twice(alice: Person):
    answer(alice)
    before = list(SkillProgress.objects.order_by("pk").values_list())
    answer(alice)

    assert list(SkillProgress.objects.order_by("pk").values_list()) == before
    assert StartingPoint.objects.count() == Enrollment.objects.count() == 1
    assert alice.see(RESULT).by_id("changed-h"), "and the page is there"


def test_no_tick_is_lost_and_what_is_settled_is_left_alone(alice: Person):
    alice.tick("bayes-theorem", "skipped")
    alice.tick("prob-rules", done_on="2026-01-05")
    alice.tick("la-vectors", "learning")
    alice.tick("git-basics")
    answer(alice)

    rows = {row.skill.slug: row for row in alice.user.skill_progress.select_related("skill")}
    assert rows["bayes-theorem"].state == "skipped"
    assert rows["prob-rules"].done_on == datetime.date(2026, 1, 5)
    assert rows["la-vectors"].state == "done"
    assert done(alice) == BEHIND - {"bayes-theorem"} | {"git-basics"}


def test_what_comes_before_is_not_touched(alice: Person):
    answer(alice, known=["cross-validation"])

    assert done(alice) == {"data-splits-leakage", "cross-validation"}, "sklearn-basics stays open"


def test_a_thing_left_out_the_second_time_takes_no_tick_back(alice: Person):
    answer(alice)
    answer(alice, known=[])

    assert done(alice) == BEHIND


def test_the_start_stays_where_it_was(alice: Person):
    Enrollment.objects.plan(
        alice.user, weekly_hours=5, started_on=datetime.date(2026, 3, 1), week_starts_on=7
    )
    answer(alice)

    enrollment = Enrollment.objects.get()
    assert (enrollment.started_on, enrollment.week_starts_on) == (datetime.date(2026, 3, 1), 7)


def test_without_a_start_it_is_the_day_she_joined(alice: Person):
    answer(alice)

    assert Enrollment.objects.get().started_on == alice.user.today(alice.user.date_joined)


def test_only_the_hours_are_needed(alice: Person):
    response = alice.send(START, {"hours": "9"}, page=START)

    assert response.status_code == 303
    point, enrollment = StartingPoint.objects.get(), Enrollment.objects.get()
    assert (point.background, point.programming, point.goal, point.rhythm) == ([], None, "learn", "steady")
    assert (enrollment.weekly_hours, enrollment.study_days) == (9, "1234567"), "no day ticked is any day"
    assert done(alice) == set()
    text = alice.see(RESULT).text
    assert "Nothing ticked, so no skill changed." in text
    assert "None for now" in text


def test_another_number_goes_before_the_ones_to_choose_from(alice: Person):
    answer(alice, hours="12", hours_other="15")

    assert Enrollment.objects.get().weekly_hours == 15
    shown = form_of(alice)
    assert (shown.get("hours"), shown["hours_other"]) == (None, ["15"])


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("hours", None, "Choose how many hours a week you have"),
        ("hours", "13", "There is no such answer."),
        ("hours_other", "-1", "Write 0 hours or more."),
        ("hours_other", "101", "Write 100 hours or less"),
        ("hours_other", "9" * 30, "Write 100 hours or less"),
        ("hours_other", "7.5", "Write a whole number of hours."),
        ("hours_other", "NaN", "Write a whole number of hours."),
        ("background", ["wizard"], "There is no such answer."),
        ("background_other", "x" * 201, "Keep it under 200 characters."),
        ("programming", "4", "There is no such answer."),
        ("maths", "-1", "There is no such answer."),
        ("known", ["bayes", "everything"], "There is no such answer."),
        ("study_days", ["0"], "There is no such answer."),
        ("specialization", ["alchemy"], "There is no such answer."),
        ("goal", "tier-9", "There is no such answer."),
        ("role", "x" * 121, "Keep it under 120 characters."),
        ("target_date", "2026-11-21", "This date is over."),
        ("target_date", "2101-01-01", "Take a date before the year 2101."),
        ("target_date", "2027-02-29", "Write the date as year-month-day"),
        ("rhythm", "crawl", "There is no such answer."),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_question(
    alice: Person, field: str, value: Any, reason: str
):
    response = answer(alice, **{field: value})

    assert response.status_code == 422
    page = parse(response.content.decode())
    assert reason in page.by_id(f"start_{field}_error").text
    links = [link.get("href") for link in page.by_id("errors").all("a")]
    assert links == [f"#start_{field}"]
    assert page.by_id(f"start_{field}"), "the summary leads there"
    assert page.all("title")[0].text.startswith("Error: ")
    assert not StartingPoint.objects.exists()
    assert not Enrollment.objects.exists()
    assert done(alice) == set()
    form = next(form for form in page.all("form") if form.get("action") == START)
    kept = {name: sent for name, sent in as_sent(ANSWERS).items() if name != field}
    assert {name: sent for name, sent in filled(form).items() if name != field} == kept, "nothing is lost"


def test_skipping_asks_no_more_and_changes_nothing(alice: Person):
    response = alice.send(START, {"do": "skip", "known": ["bayes"], "hours_other": "x"}, page=START)

    assert (response.status_code, response["Location"]) == (303, "/today/")
    assert StartingPoint.objects.get().answered_at is None
    assert not Enrollment.objects.exists()
    assert done(alice) == set()
    assert alice.get(RESULT)["Location"] == START, "there is nothing to show yet"


def test_skipping_later_keeps_the_answers(alice: Person):
    answer(alice)
    alice.send(START, {"do": "skip"}, page=START)

    assert StartingPoint.objects.get().role == "ML engineer"
    assert form_of(alice) == as_sent(ANSWERS)


def test_the_preview_follows_the_answers_and_writes_nothing(alice: Person):
    lines = []
    for changed in ({}, {"known": [thing.slug for thing in KNOWN]}, {"hours": "20"}, {"hours": None}):
        fields = {name: v for name, v in (ANSWERS | changed).items() if v is not None}
        response = alice.quietly(START, fields | {"do": "preview"}, page=START)
        assert response.status_code == 200
        lines.append(parse(response.content.decode()).text)

    assert all(line.startswith("From your answers so far: ") for line in lines)
    assert len(set(lines)) == 4
    assert "Likely around" in lines[0]
    assert "Choose your hours for a date." in lines[3]
    assert not StartingPoint.objects.exists()
    assert not Enrollment.objects.exists()
    assert done(alice) == set()


def test_the_preview_bears_answers_that_make_no_sense(alice: Person):
    fields = ANSWERS | {"do": "preview", "known": ["everything"], "hours_other": "x", "target_date": "soon"}

    assert alice.quietly(START, fields, page=START).status_code == 200


def test_without_script_the_preview_is_the_page_with_all_that_was_typed(alice: Person):
    response = alice.send(START, ANSWERS | {"do": "preview"}, page=START)
    page = parse(response.content.decode())

    assert response.status_code == 200
    assert "Likely around" in page.by_id("preview").text
    form = next(form for form in page.all("form") if form.get("action") == START)
    assert filled(form) == as_sent(ANSWERS)
    assert not StartingPoint.objects.exists()


def test_bob_has_answers_of_his_own(alice: Person, bob: Person):
    answer(alice)

    assert bob.get(RESULT)["Location"] == START
    assert "Marine biology" not in bob.see(START).text
    assert form_of(bob).get("known") is None


def test_today_is_the_learners_own(alice: Person):
    alice.user.time_zone = "Pacific/Kiritimati"
    alice.user.save()
    answer(alice, target_date="2026-11-23")

    assert set(alice.user.skill_progress.values_list("done_on", flat=True)) == {datetime.date(2026, 11, 23)}


def test_today_and_the_settings_lead_to_the_questions(alice: Person):
    for path in ("/today/", "/settings/plan/"):
        assert START in [link.get("href") for link in alice.see(path).all("a")]


def test_other_methods_are_refused(alice: Person):
    assert alice.client.put(START).status_code == 405
    assert alice.client.post(RESULT).status_code == 405


def test_the_first_time_there_is_no_navigation_to_get_lost_in(alice: Person):
    assert not [nav for nav in alice.see(START).all("nav") if "Main" in nav.get("aria-label")]
    answer(alice)
    assert [nav for nav in alice.see(START).all("nav") if "Main" in nav.get("aria-label")]


@pytest.mark.usefixtures("own_snapshot")
def test_a_skill_that_has_left_the_roadmap_is_not_ticked(alice: Person):
    Skill.objects.filter(slug="bayes-theorem").update(retired=True)
    CatalogueVersion.objects.update(number=F("number") + 1)
    answer(alice)

    assert done(alice) == BEHIND - {"bayes-theorem"}
    assert alice.get(RESULT).status_code == 200
