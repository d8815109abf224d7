"""The 90-day sprint as planned: twelve weeks, three milestones, and whom it suits."""

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.outline import outline_for
from roadmap.sprint_plan import SprintPlan, sprint_screen
from tests.markup import Node, parse
from tests.person import Person
from tests.plans import PLAN

SPRINT = "/sprint/"
MILESTONES = {30: "sprint-day-30", 60: "sprint-day-60", 90: "sprint-day-90"}


def plan_of(person: Person) -> SprintPlan:
    plan = sprint_screen(outline_for(person.account.pk if person.account else None))["plan"]
    assert isinstance(plan, SprintPlan)
    return plan


def week(page: Node, number: int) -> Node:
    return page.by_id(f"week-{number}")


def test_a_visitor_sees_three_months_of_four_weeks_each_ending_with_a_milestone(visitor: Person) -> None:
    page = visitor.see(SPRINT)

    assert [len(month.weeks) for month in plan_of(visitor).months] == [4, 4, 4]
    for number, (day, slug) in enumerate(MILESTONES.items()):
        month = page.by_id(f"month-{number + 1}").parent
        assert month
        assert [row.id for row in month.all("li", class_="stop")] == [
            *(f"week-{4 * number + week}" for week in range(1, 5)),
            f"milestone-{slug}",
        ]
        assert f"Day {day}" in month.by_id(f"milestone-{slug}").text


def test_each_week_names_its_focus_and_links_its_skills(visitor: Person) -> None:
    first = week(visitor.see(SPRINT), 1)

    assert first.all("h3")[0].text == "Week 1: Python basics and your first data in lists and dictionaries"
    assert [link.get("href") for link in first.all("a")] == [
        "/skills/py-syntax/",
        "/skills/py-functions/",
        "/skills/py-data-structures/",
    ]
    assert "By Sunday you have a 50-line program" in first.text


def test_whom_ninety_days_suit_is_worked_out_from_the_skills(visitor: Person) -> None:
    skills = [line.skill for line in plan_of(visitor).lines]
    low, high = (
        round(sum(hours) / 12) for hours in zip(*((s.hours_low, s.hours_high) for s in skills), strict=True)
    )

    assert (low, high) == plan_of(visitor).weekly_hours
    text = visitor.see(SPRINT).by_id("main").text
    assert f"if you already program and have {low} to {high} hours a week for it" in text
    assert "12 to 18 months" in text


def test_a_visitor_can_tick_nothing_and_is_shown_the_way_in(visitor: Person) -> None:
    page = visitor.see(SPRINT)

    assert not page.by_id("main").all("button")
    assert f"/accounts/signup/?next={SPRINT}" in [link.get("href") for link in page.all("a")]
    assert "done" not in week(page, 1).all("ul")[0].text


def test_a_learner_sees_what_they_have_done(alice: Person) -> None:
    for slug in ("py-syntax", "py-functions", "py-data-structures"):
        alice.tick(slug)
    alice.tick("numpy-arrays", "learning")
    alice.tick("bayes-theorem", "skipped")

    page = alice.see(SPRINT)

    total = plan_of(alice).total
    assert f"3 of {total} skills done." in page.by_id("main").text
    assert total == len(plan_of(alice).lines) - 1, "what is skipped has left"
    assert [week(page, n).get("data-state") for n in (1, 2, 3, 4)] == ["done", "learning", "open", "open"]
    assert "Variables, types and control flow done" in week(page, 1).text
    assert "Bayes' theorem skipped" in week(page, 3).text


def test_a_week_skipped_as_a_whole_is_not_done(alice: Person) -> None:
    alice.tick("nn-basics", "skipped")
    alice.tick("keras-first-model", "skipped")

    assert week(alice.see(SPRINT), 7).get("data-state") == "skipped"


def test_a_stranger_sees_only_their_own(alice: Person, bob: Person) -> None:
    alice.tick("py-syntax")
    alice.quietly("/milestones/sprint-day-30/state/", {"state": "done", "note": "Ran at night"}, page=SPRINT)

    page = bob.see(SPRINT)
    assert week(page, 1).get("data-state") == "open"
    assert page.by_id("milestone-sprint-day-30").get("data-state") == "open"
    assert "Ran at night" not in page.text


@pytest.mark.parametrize("slug", MILESTONES.values())
def test_a_milestone_is_reached_where_it_stands(alice: Person, slug: str) -> None:
    button = alice.see(SPRINT).by_id(f"milestone-tick-{slug}")

    answer = alice.quietly(button.get("formaction"), {"state": button.get("value")}, page=SPRINT)

    update = parse(answer.content.decode())
    assert update.by_id(f"milestone-{slug}").get("data-state") == "done"
    assert update.by_id(f"milestone-tick-{slug}")
    assert alice.see(SPRINT).by_id(f"milestone-{slug}").get("data-state") == "done"


def test_without_script_a_milestone_leads_back_to_the_sprint(alice: Person) -> None:
    path = "/milestones/sprint-day-30/state/"

    answer = alice.send(path, {"state": "done"}, page=SPRINT)
    assert (answer.status_code, answer["Location"]) == (303, f"{SPRINT}#milestone-sprint-day-30")

    answer = alice.send(path, {"state": "done"}, page=path)
    assert answer["Location"] == f"{SPRINT}#milestone-sprint-day-30", (
        "a refused form was sent from its own address"
    )


def test_how_the_hours_of_the_plan_compare(alice: Person):
    assert "Your plan has" not in alice.see(SPRINT).by_id("main").text
    alice.send("/settings/plan/", PLAN | {"weekly_hours": "10", "started_on": "2026-11-01"})

    assert (
        "Your plan has 10 hours a week: at that pace these skills take about 24 weeks."
        in alice.see(SPRINT).by_id("main").text
    )

    alice.user.enrollment.__class__.objects.update(forecast_shown=False)
    assert "Your plan has" not in alice.see(SPRINT).by_id("main").text


def test_no_hours_a_week_divides_nothing(alice: Person):
    alice.send("/settings/plan/", PLAN | {"weekly_hours": "0", "started_on": "2026-11-01"})

    assert "Your plan has" not in alice.see(SPRINT).by_id("main").text


def test_reading_takes_few_statements(
    alice: Person, visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    alice.see(SPRINT)
    with django_assert_num_queries(4):
        alice.see(SPRINT)
    for line in plan_of(alice).lines:
        alice.tick(line.skill.slug)
    with django_assert_num_queries(4):
        alice.see(SPRINT)
    with django_assert_num_queries(1):
        visitor.see(SPRINT)


def test_an_unchanged_page_is_not_sent_twice(alice: Person) -> None:
    tag = alice.get(SPRINT)["ETag"]
    assert alice.get(SPRINT, **{"if-none-match": tag}).status_code == 304

    alice.quietly("/milestones/sprint-day-30/state/", {"state": "done"}, page=SPRINT)

    assert alice.get(SPRINT, **{"if-none-match": tag}).status_code == 200


def test_the_sprint_is_read_only(alice: Person) -> None:
    assert alice.send(SPRINT).status_code == 405
