"""The pitfalls of the guide: found in one's own rows, said once, put away for good."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine

from roadmap import pitfalls
from roadmap.models import Project
from roadmap.pitfalls import GITHUB, NETWORKING, Facts, OpenProject, find
from tests.factories import make_build, make_session
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import LAST, MONDAY, begin, log

TODAY = datetime.date(2026, 7, 22)
WEEK = datetime.timedelta(7)


def slugs(facts: Facts, dismissed: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    return [found.pitfall.slug for found in find(1, TODAY, facts, dismissed)]


def test_nothing_is_found_in_nothing():
    assert slugs(Facts()) == []


@pytest.mark.parametrize(
    ("building", "theory", "found"),
    [(239, 361, True), (240, 360, False), (0, 599, False), (0, 600, True), (600, 0, False)],
)
def test_tutorial_hell_is_less_than_two_fifths_of_ten_hours(building: int, theory: int, found: bool):
    assert slugs(Facts(building=building, theory=theory)) == ["tutorial-hell"] * found


@pytest.mark.parametrize(
    ("ship_by", "begun", "found"),
    [
        (None, None, False),
        (TODAY, None, False),
        (TODAY - datetime.timedelta(1), None, True),
        (None, TODAY - 6 * WEEK, False),
        (None, TODAY - 6 * WEEK - datetime.timedelta(1), True),
        (TODAY + WEEK, TODAY - 8 * WEEK, True),
    ],
)
def test_perfectionism_is_a_project_past_its_day_or_six_weeks(
    ship_by: datetime.date | None, begun: datetime.date | None, found: bool
):
    facts = Facts(projects=[OpenProject("Churn", ship_by, begun)])

    assert slugs(facts) == ["perfectionism"] * found


@pytest.mark.parametrize(
    ("ticks", "maths", "found"), [(0, ["Calculus"], False), (1, [], False), (1, ["Calculus"], True)]
)
def test_fundamentals_are_skipped_when_core_ml_comes_first(ticks: int, maths: list[str], found: bool):
    assert slugs(Facts(core_ticks=ticks, maths=maths)) == ["skipped-fundamentals"] * found


def test_each_says_what_shows_it():
    facts = Facts(
        building=90,
        theory=600,
        projects=[OpenProject("Churn", TODAY - WEEK, None)],
        core_ticks=2,
        maths=["Linear algebra", "Calculus"],
    )

    assert [found.shown_by for found in find(1, TODAY, facts, ())] == [
        "You logged 11.5 hours in four weeks, 1.5 of them building.",
        "Churn was to ship on Jul 15.",
        "You ticked two skills of Core ML while Linear algebra and Calculus are open.",
    ]


def test_a_weak_repository_is_one_of_something_shipped():
    assert slugs(Facts(bare=["Bike counter"])) == ["weak-github"]
    (found,) = find(1, TODAY, Facts(bare=["A", "B", "C", "D"]), ())
    assert found.shown_by == "A, B and C shipped without a repository whose README has all five points."


def test_what_is_dismissed_is_not_found():
    assert slugs(Facts(theory=900), {"tutorial-hell"}) == []


def test_other_parts_can_bring_their_own_check(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pitfalls, "_checks", {})
    asked: list[tuple[int, datetime.date]] = []

    def check(user_id: int, today: datetime.date) -> str:
        asked.append((user_id, today))
        return "You sent twelve applications and wrote to nobody."

    pitfalls.register(NETWORKING, check)
    pitfalls.register(GITHUB, lambda user_id, today: "")

    assert slugs(Facts()) == ["no-networking"]
    assert slugs(Facts(), {"no-networking"}) == []
    assert asked == [(1, TODAY)]


def test_each_has_its_rule_in_one_sentence_and_a_remedy():
    assert len(pitfalls.PITFALLS) == 5
    for pitfall in pitfalls.PITFALLS.values():
        assert pitfall.rule.count(". ") == 0
        assert pitfall.rule.endswith(".")
        assert pitfall.remedy


class TestOnThePage:
    @pytest.fixture(autouse=True)
    def noon(self) -> Iterator[None]:
        with time_machine.travel(NOON, tick=False):
            yield

    def said(self, person: Person, path: str = "/week/review/") -> str:
        return person.see(path).by_id("pitfalls").text

    def test_tutorial_hell_is_shown_in_the_review_alone(self, alice: Person):
        begin(alice, weeks_ago=6)
        for n in range(4):
            make_session(user=alice.user, minutes=180, day=LAST - n * WEEK)

        assert "Tutorial hell. You logged 12 hours in four weeks, 0 of them building." in self.said(alice)
        assert "Tutorial hell" not in alice.see("/week/").by_id("main").text
        assert "Tutorial hell" not in alice.see("/today/").by_id("main").text
        assert self.said(alice, f"/week/review/{LAST - WEEK}/") == ""

    def test_time_before_the_four_weeks_does_not_count(self, alice: Person):
        begin(alice, weeks_ago=6)
        make_session(user=alice.user, minutes=900, day=LAST - 4 * WEEK)
        make_session(user=alice.user, minutes=900, day=MONDAY)

        assert self.said(alice) == ""

    def test_a_project_past_its_day(self, alice: Person):
        begin(alice, weeks_ago=6)
        alice.user.builds.create(project=Project.objects.get(slug="project-1"), ship_by=MONDAY)

        assert "was to ship on Monday." in self.said(alice)

    def test_a_project_open_for_long_by_its_log(self, alice: Person):
        begin(alice, weeks_ago=20)
        project = Project.objects.get(slug="project-1")
        make_session(user=alice.user, day=MONDAY - 10 * WEEK, project=project, kind="build")
        assert "has been open since May 11." in self.said(alice)

        for wanted in project.requirements.select_related("skill"):
            path = f"/projects/project-1/requirements/{wanted.slug}/"
            _ = alice.tick(wanted.skill.slug) if wanted.skill else alice.quietly(path, {"state": "done"})
        assert "has been open" not in self.said(alice)

    def test_a_project_open_for_long_by_the_log_of_its_skills(self, alice: Person):
        begin(alice, weeks_ago=30)
        log(alice, "p1-collect", 2, MONDAY - 20 * WEEK, kind="build")
        log(alice, "p1-collect", 2, MONDAY - 2 * WEEK, kind="build")

        assert "has been open since Mar 2." in self.said(alice)

    def test_a_build_of_ones_own_past_its_day_or_open_for_long(self, alice: Person):
        begin(alice, weeks_ago=20)
        late = make_build(user=alice.user, title="Bike counter", ship_by=MONDAY)
        assert "Bike counter was to ship on Monday." in self.said(alice)

        late.delete()
        make_build(user=alice.user, title="Recipe search", started_on=MONDAY - 10 * WEEK)
        assert "Recipe search has been open since May 11." in self.said(alice)

    @pytest.mark.parametrize("status", ["idea", "shipped", "dropped"])
    def test_what_is_not_being_built_is_never_late(self, alice: Person, status: str):
        begin(alice, weeks_ago=20)
        for project in ("", "project-1"):
            make_build(
                user=alice.user,
                project=project,
                status=status,
                started_on=None if status == "idea" else MONDAY - 10 * WEEK,
                ship_by=None if status == "idea" else MONDAY,
                repository="https://example.org",
                readme_points="qrndx",
            )

        assert self.said(alice) == ""

    def test_a_shipped_build_without_a_repository_that_explains_itself(self, alice: Person):
        begin(alice, weeks_ago=6)
        build = make_build(
            user=alice.user, status="shipped", repository="https://example.org", readme_points="qrnd"
        )
        assert "Weak GitHub. Bike counter shipped without" in self.said(alice)

        alice.quietly(f"/builds/{build.key}/readme/", {"point": "x", "state": "done"})
        assert "Weak GitHub" not in self.said(alice)

    def test_core_ml_before_the_mathematics(self, alice: Person):
        begin(alice, weeks_ago=6)
        alice.tick("linear-regression", done_on=str(LAST))

        assert "You ticked one skill of Core ML while" in self.said(alice)
        for module in ("linear-algebra", "statistics", "calculus"):
            alice.quietly(f"/modules/{module}/known/", {"state": "done"})
        assert self.said(alice) == ""

    @pytest.mark.parametrize("quiet", [True, False])
    def test_what_alice_puts_away_stays_away_for_her_alone(self, alice: Person, bob: Person, quiet: bool):
        for person in (alice, bob):
            begin(person, weeks_ago=6)
            log(person, "la-vectors", 12, LAST, kind="theory")
        send = alice.quietly if quiet else alice.send
        for _ in range(2):
            answer = send("/pitfalls/tutorial-hell/", {"do": "dismiss"}, page="/week/review/")
            assert answer.status_code == (200 if quiet else 303)

        assert alice.user.pitfall_dismissals.count() == 1
        assert self.said(alice) == ""
        assert "Tutorial hell" in self.said(bob)

    def test_what_the_guide_does_not_warn_of_is_not_found(self, alice: Person):
        assert alice.send("/pitfalls/bad-weather/", {"do": "dismiss"}).status_code == 404
        assert alice.quietly("/pitfalls/tutorial-hell/", {"do": "keep"}).status_code == 422
        assert alice.quietly("/pitfalls/tutorial-hell/", {}).status_code == 422
