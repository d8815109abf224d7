"""A round looked back on: what was asked goes to the log, what was weak to the review."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine

from career.interviews.after import thank_you_by
from career.models import AskedQuestion
from roadmap.models import Question, ReviewCard, ReviewPlan, SkillProgress
from roadmap.review.refresh import refresh
from tests.career.interview_book import ASKED, DAY, LIST, NOON, held, page_of, plan
from tests.career.rows import make_application
from tests.career.story_book import token_of
from tests.factories import make_card, make_own_question, make_user
from tests.markup import parse
from tests.person import Person

TODAY = NOON.date()
SAID = {
    "asked": "Merge overlapping windows\n\n  Design an   ETA service \nMerge overlapping windows",
    "went_well": "Trade-offs",
    "weak_spot": "Drift",
    "outcome": "passed",
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_debrief_fills_the_log_each_question_once(alice: Person):
    row = held(alice)
    path = page_of(row)
    for _ in range(2):
        answer = alice.send(f"{path}debrief/", SAID, page=path)
        assert (answer.status_code, answer["Location"]) == (303, path)
    row.refresh_from_db()
    assert (row.went_well, row.weak_spot, row.outcome) == ("Trade-offs", "Drift", "passed")
    assert row.debriefed_at == NOON
    texts = AskedQuestion.objects.of(alice.user).order_by("made_at").values_list("text", flat=True)
    assert list(texts) == ["Merge overlapping windows", "Design an ETA service"]

    page = alice.see(path)
    assert "Debrief written" in page.by_id("main").text
    assert [node.text for node in page.by_id("debrief").all("a")] == [*texts]
    assert "Debrief written" in alice.see(LIST).by_id("main").text


def test_a_question_deleted_meanwhile_comes_back_with_the_same_line(alice: Person):
    row = held(alice)
    alice.send(f"{page_of(row)}debrief/", {"asked": "Why freight?"}, page=page_of(row))
    question = AskedQuestion.objects.get()
    alice.send(f"{ASKED}{question.pk}/delete/", page=ASKED)
    assert not AskedQuestion.objects.exists()
    alice.send(f"{page_of(row)}debrief/", {"asked": "Why freight?"}, page=page_of(row))
    assert AskedQuestion.objects.get().pk == question.pk


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"asked": "Why?\n" + "x" * 501}, "asked", "Question 2 has 501 characters"),
        ({"asked": "\n".join(f"Question {n}" for n in range(41))}, "asked", "These are 41 questions"),
        ({"weak_spot": "x" * 2001}, "weak_spot", "under 2,000"),
        ({"outcome": "hired"}, "outcome", "no such outcome"),
        ({"weak": "juggling"}, "weak", "no such skill"),
        ({"another": "juggling"}, "another", "no such skill"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_typed_is_lost(
    alice: Person, fields: dict[str, str], field: str, reason: str
):
    row = held(alice)
    answer = alice.send(f"{page_of(row)}debrief/", SAID | fields, page=page_of(row))
    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert reason in page.by_id(f"debrief_{field}_error").text
    assert page.by_id("debrief_went_well").text == "Trade-offs"
    row.refresh_from_db()
    assert row.debriefed_at is None
    assert not AskedQuestion.objects.exists()


def test_the_log_has_room_for_so_many(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(AskedQuestion, "MOST", 1)
    row = held(alice)
    answer = alice.send(f"{page_of(row)}debrief/", SAID, page=page_of(row))
    assert answer.status_code == 422
    assert "Delete some of it first" in answer.content.decode()
    row.refresh_from_db()
    assert row.went_well == ""


def test_weak_skills_are_asked_about_today_once(alice: Person):
    alice.tick("design-tradeoffs", "learning")
    alice.tick("kmeans")
    later = TODAY + 30 * DAY
    for question in Question.objects.filter(skill__slug="kmeans", retired=False):
        make_card(user=alice.user, question=question, due_on=later)
    row = held(alice, kind="design")
    path = page_of(row)
    choices = {node.get("value") for node in alice.see(path).by_id("debrief").all("input", name="weak")}
    assert {"design-tradeoffs", "design-framing"} <= choices
    answer = alice.send(f"{path}debrief/", {"weak": "design-tradeoffs", "another": "kmeans"}, page=path)
    assert answer.status_code == 303
    cards = ReviewCard.objects.filter(user=alice.user, due_on=TODAY)
    slugs = set(cards.values_list("question__skill__slug", flat=True))
    assert slugs == {"design-tradeoffs", "kmeans"}
    assert f"{cards.count()} review questions due today." in alice.see(path).by_id("live").text

    cards.update(due_on=later)  # all answered
    alice.send(f"{path}debrief/", {"weak": ["design-tradeoffs", "kmeans"]}, page=path)
    assert not ReviewCard.objects.filter(user=alice.user, due_on=TODAY).exists()
    ticked = [
        node.get("value")
        for node in alice.see(path).all("input", name="weak")
        if "checked" in node.attributes
    ]
    assert sorted(ticked) == ["design-tradeoffs", "kmeans"]


def test_a_refresh_lowers_no_mark_and_leaves_what_was_put_aside(alice: Person):
    alice.tick("kmeans")
    questions = Question.objects.filter(skill__slug="kmeans", retired=False)
    later = TODAY + 30 * DAY
    known = make_card(user=alice.user, question=questions[0], due_on=later)
    aside = make_card(user=alice.user, question=questions[1], due_on=later, suspended=True)
    own = make_own_question(user=alice.user, skill="dbscan")
    skills = {question.skill_id for question in questions} | {own.skill_id}
    assert refresh(alice.user.pk, skills, TODAY) == len(questions)  # all but the one aside, and the own one

    for card in (known, aside):
        before = card.stability
        card.refresh_from_db()
        assert card.stability == before
    assert (known.due_on, aside.due_on) == (TODAY, later)
    assert ReviewCard.objects.get(own=own).due_on == TODAY
    assert not ReviewCard.objects.filter(question__skill__slug="dbscan").exists()
    assert SkillProgress.objects.get(user=alice.user).state == "done"
    assert refresh(alice.user.pk, skills, TODAY) == len(questions)
    assert refresh(alice.user.pk, (), TODAY) == 0


def test_a_refreshed_question_is_asked_and_answered_as_any(alice: Person):
    alice.tick("kmeans")
    question = Question.objects.filter(skill__slug="kmeans", retired=False)[0]
    refresh(alice.user.pk, {question.skill_id}, TODAY)
    page = alice.see("/review/")
    form = next(form for form in page.all("form") if form.get("action") == "/review/answer/")
    fields = {node.get("name"): node.get("value") for node in form.all("input") if node.get("name")}
    answer = alice.send("/review/answer/", fields | {"rating": "3"}, page="/review/")
    assert answer.status_code == 303
    assert ReviewCard.objects.filter(user=alice.user, answers=1).count() == 1


def test_a_refresh_is_ones_own(alice: Person):
    other = make_user()
    question = Question.objects.filter(skill__slug="kmeans", retired=False)[0]
    card = make_card(user=other, question=question, due_on=TODAY + DAY)
    alice.tick("kmeans")
    refresh(alice.user.pk, {question.skill_id}, TODAY)
    card.refresh_from_db()
    assert card.due_on == TODAY + DAY


def test_a_thank_you_is_the_next_action_within_a_day(alice: Person):
    row = held(alice)
    alice.send(f"{page_of(row)}debrief/", SAID, page=page_of(row))
    application = row.application
    assert application
    application.refresh_from_db()
    assert (application.next_step, application.next_on) == ("Send a thank-you", TODAY + DAY)
    assert "send a thank-you by January 14" in alice.see(page_of(row)).by_id("live").text

    application.next_step, application.next_on = "", None  # sent
    application.save()
    alice.send(f"{page_of(row)}debrief/", SAID, page=page_of(row))
    application.refresh_from_db()
    assert application.next_step == ""


@pytest.mark.parametrize(
    ("fields", "starts_at"),
    [
        ({"next_step": "Prepare the talk"}, NOON - DAY / 8),
        ({"next_on": TODAY}, NOON - DAY / 8),
        ({}, NOON - 3 * DAY),
        ({"moves": (("rejected", TODAY),)}, NOON - DAY / 8),
    ],
)
def test_a_thank_you_is_not_asked_for(alice: Person, fields: dict[str, object], starts_at: datetime.datetime):
    application = make_application(user=alice.user, **fields)  # type: ignore[arg-type]  # any of its fields
    row = held(alice, application=application, starts_at=starts_at)
    before = application.next_step, application.next_on
    alice.send(f"{page_of(row)}debrief/", SAID, page=page_of(row))
    application.refresh_from_db()
    assert (application.next_step, application.next_on) == before


@pytest.mark.parametrize(("days", "by"), [(-1, None), (0, 1), (1, 1), (2, None), (40, None)])
def test_a_thank_you_has_a_day(days: int, by: int | None):
    held_on = datetime.date(2027, 2, 28)
    found = thank_you_by(held_on, held_on + days * DAY)
    assert found == (held_on + by * DAY if by else None)


def test_the_review_aims_at_a_round_by_one_click_and_back(alice: Person):
    row = plan(alice)
    path = page_of(row)
    page = alice.see(path)
    assert page.by_id("aim-review").text == "Aim the review at January 20"
    assert alice.send(f"{path}aim/", {"known": ""}, page=path).status_code == 303
    assert ReviewPlan.objects.get(user=alice.user).interview_on == datetime.date(2027, 1, 20)
    page = alice.see(path)
    assert "aims at January 20" in page.by_id("aim").text
    assert not page.by_id("aim").all("button")

    alice.send("/undo/", {"token": token_of(page)}, page=path)
    assert ReviewPlan.objects.get(user=alice.user).interview_on is None


def test_a_later_choice_of_the_aim_is_never_overwritten(alice: Person):
    row = plan(alice)
    path = page_of(row)
    alice.see(path)  # shown before the choice
    chosen = {"daily_cap": "20", "interview_on": "2027-02-10"}
    assert alice.send("/settings/review/", chosen, page="/settings/review/").status_code == 303
    alice.send(f"{path}aim/", {"known": ""}, page=path)
    assert "Nothing was changed" in alice.see(path).by_id("live").text
    assert ReviewPlan.objects.get(user=alice.user).interview_on == datetime.date(2027, 2, 10)

    page = alice.see(path)
    assert "aims at February 10 now" in page.by_id("aim").text
    (known,) = page.by_id("aim").all("input", name="known")
    alice.send(f"{path}aim/", {"known": known.get("value")}, page=path)
    plan_now = ReviewPlan.objects.get(user=alice.user)
    assert (plan_now.interview_on, plan_now.daily_cap) == (datetime.date(2027, 1, 20), 20)


def test_an_aim_that_is_over_counts_as_none(alice: Person):
    ReviewPlan.objects.create(user=alice.user, interview_on=TODAY - DAY)
    row = plan(alice)
    (known,) = alice.see(page_of(row)).by_id("aim").all("input", name="known")
    assert known.get("value") == ""
    alice.send(f"{page_of(row)}aim/", {"known": ""}, page=page_of(row))
    assert ReviewPlan.objects.get(user=alice.user).interview_on == datetime.date(2027, 1, 20)


def test_the_aim_is_the_day_on_the_learners_own_calendar(alice: Person):
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()
    row = plan(alice, zone="America/Los_Angeles", time="18:00")
    assert alice.see(page_of(row)).by_id("aim-review").text == "Aim the review at January 21"
    alice.send(f"{page_of(row)}aim/", {"known": ""}, page=page_of(row))
    assert ReviewPlan.objects.get(user=alice.user).interview_on == datetime.date(2027, 1, 21)


def test_a_round_behind_or_without_a_day_is_no_aim(alice: Person):
    for row in (held(alice), plan(alice, day="", time="")):
        assert "aim" not in {node.id for node in alice.see(page_of(row))}
        alice.send(f"{page_of(row)}aim/", {"known": ""}, page=page_of(row))
        assert "cannot aim" in alice.see(page_of(row)).by_id("live").text
    assert not ReviewPlan.objects.filter(user=alice.user).exclude(interview_on=None).exists()


def test_a_weak_skill_that_is_not_begun_stays_open_and_is_named(alice: Person):
    row = held(alice)
    alice.send(f"{page_of(row)}debrief/", {"another": "kmeans"}, page=page_of(row))
    assert "once you begin it: K-means clustering." in alice.see(page_of(row)).by_id("live").text
    assert not SkillProgress.objects.filter(user=alice.user).exists()
    assert not ReviewCard.objects.filter(user=alice.user).exists()
