"""Alice sees what each tier asks for, counted from her rows; Bob's rows count for Bob."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from career.models import TargetCompany
from career.resumes import checks
from roadmap.models import Enrollment, Problem, Skill, SkillProgress
from tests.career import rows
from tests.career.story_book import keep
from tests.factories import make_break, make_build
from tests.markup import Node
from tests.person import Person
from tests.roadmap.test_statements import read, walk_far

PAGE = "/career/readiness/"
MOST = 7


def table(page: Node, tier: int) -> dict[str, str]:
    """Return what stands beside each gate of a tier, as “3 Add proof”."""
    lines = page.by_id(f"tier-{tier}").all("tbody")[0].all("tr")
    return {line.all("th")[0].text: line.all("td")[0].text for line in lines}


def says(page: Node, tier: int) -> str:
    return page.by_id(f"tier-{tier}").all("p")[1].text


def link(page: Node, tier: int, words: str) -> str:
    (found,) = {a.get("href") for a in page.by_id(f"tier-{tier}").all("a") if a.text == words}
    return found


def solve(person: Person, number: int) -> None:
    Problem.objects.bulk_create(
        Problem(
            user=person.user,
            title=f"Problem {n}",
            difficulty="medium",
            topic="arrays",
            alone=True,
            solved_on=person.user.today(),
        )
        for n in range(number)
    )


def show(person: Person, phase: str, number: int) -> None:
    """Finish skills of a phase, with a link for each."""
    skills = list(Skill.objects.filter(module__phase__slug=phase, module__specialization=None)[:number])
    day = person.user.today()
    SkillProgress.objects.put_all(person.user.pk, [(skill.pk, "done", day, 0) for skill in skills])
    for skill in skills:
        person.user.evidence.create(skill=skill, url="https://example.org/shown", title="Shown", day=day)


def begin(person: Person, weeks: int) -> None:
    started_on = person.user.today() - datetime.timedelta(7 * weeks)
    Enrollment.objects.create(user=person.user, started_on=started_on)


def write_resume(person: Person, *, projects: int, **fields: Any) -> None:
    """Save a version with so many projects, each with a number and a link."""
    summary = "Forecasts for rents and deliveries, built and run for people who use them every day."
    resume = rows.make_resume(user=person.user, **{"summary": summary} | fields)
    for position in range(1, projects + 1):
        resume.projects.create(
            position=position, title="Rents", link="https://example.org/x", lines="Cut the error by 43%."
        )


def passed(person: Person) -> int:
    """Return how many checks of the résumé count."""
    return int(table(person.see(PAGE), 4)["Résumé checks"].split()[0])


def be_ready_for_a_bank(person: Person) -> None:
    """Give a person all that the nearest tier asks for."""
    for title in ("Rents", "Bikes"):
        make_build(
            user=person.user, title=title, status="shipped", metric_mine=0.8, demo="https://example.org/x"
        )
    show(person, "foundation", 12)
    show(person, "core-ml", 8)
    solve(person, 75)
    keep(person)
    keep(person)
    write_resume(person, projects=3)
    begin(person, 8)


def test_on_the_first_day_every_tier_says_what_to_add_and_where(alice: Person):
    page = alice.see(PAGE)

    assert [h2.text for h2 in page.all("ol", class_="trail")[0].all("h2")] == [
        "Tier 4: Traditional companies Next",
        "Tier 3: Growth stage, series B–D",
        "Tier 2: Unicorn startups",
        "Tier 1: FAANG and top tech",
    ]
    assert says(page, 4).startswith("0 of 8 gates. To add: ")
    assert table(page, 4)["Weeks of preparation"] == "0 Nothing to do"
    assert link(page, 4, "Start one") == "/projects/"
    assert link(page, 4, "Practice") == "/practice/"
    assert link(page, 4, "Draft one") == "/stories/new/"
    assert link(page, 3, "Log a mock") == "/career/mocks/"
    assert link(page, 4, "Open your résumé") == "/career/resumes/"
    proofs = [a.get("href") for a in page.by_id("tier-4").all("a") if a.text == "Add proof"]
    assert proofs == ["/roadmap/foundation/", "/roadmap/core-ml/"]


def test_nobody_is_called_unready_and_no_number_stands_over_all(alice: Person):
    text = alice.see(PAGE).by_id("main").text.lower()

    for word in ("not ready", "unready", "%", "score", "failed", "locked"):
        assert word not in text
    assert "apply whenever you like" in text


def test_what_a_bank_asks_for_is_all_met_and_the_next_tier_is_open(alice: Person):
    be_ready_for_a_bank(alice)
    page = alice.see(PAGE)

    assert says(page, 4) == "8 of 8 gates. All met. Nothing to add."
    assert page.by_id("tier-4").get("data-state") == "done"
    assert len(page.by_id("tier-4").all("rect", class_="fill")) == 8
    assert "data-now" in page.by_id("tier-3").attributes
    assert "data-now" not in page.by_id("tier-4").attributes
    assert table(page, 4) == {
        "Builds shipped": "2",
        "Builds with a metric": "2",
        "Phase 1 skills shown": "12",
        "Phase 2 skills shown": "8",
        "Problems solved": "75",
        "Stories": "2",
        "Résumé checks": "7",
        "Weeks of preparation": "8",
    }


def test_what_is_missing_leads_to_the_very_row_where_it_can_be_added(alice: Person):
    shipped = make_build(user=alice.user, title="Rents", status="shipped")
    going = make_build(user=alice.user, title="Late deliveries")
    page = alice.see(PAGE)

    assert table(page, 4)["Builds shipped"] == "1 Ship Late deliveries"
    assert link(page, 4, "Ship Late deliveries") == f"/builds/{going.key}/"
    assert link(page, 4, "Add the metric") == f"/builds/{shipped.key}/"
    assert link(page, 2, "Add the demo") == f"/builds/{shipped.key}/"


def test_a_build_of_a_project_is_named_by_the_project(alice: Person):
    build = make_build(user=alice.user, project="project-1")

    assert link(alice.see(PAGE), 4, f"Ship {build.project.title}") == f"/builds/{build.key}/"  # type: ignore[union-attr]  # it has one


def test_ideas_drafts_and_claims_do_not_count(alice: Person):
    make_build(user=alice.user, title="An idea", status="idea", started_on=None)
    make_build(user=alice.user, title="Given up", status="dropped", metric_mine=1.0)
    keep(alice, result="")
    alice.tick("py-syntax")
    found = table(alice.see(PAGE), 4)

    assert found["Builds shipped"] == "0 Start one"
    assert found["Builds with a metric"] == "0 Add the metric"
    assert found["Stories"] == "0 Draft one"
    assert found["Phase 1 skills shown"] == "0 Add proof"


def test_mocks_count_once_they_were_held(alice: Person):
    now = timezone.now()
    rows.make_interview(user=alice.user, kind="design", starts_at=now - datetime.timedelta(1))
    rows.make_interview(user=alice.user, kind="coding", starts_at=now + datetime.timedelta(1))
    rows.make_interview(user=alice.user, kind="design", outcome="canceled")
    rows.make_interview(user=alice.user, kind="coding", starts_at=None, zone="", debriefed_at=now)
    rows.make_interview(user=alice.user, kind="design", deleted_at=now)
    application = rows.make_application(user=alice.user)
    rows.make_interview(user=alice.user, kind="design", application=application)
    found = table(alice.see(PAGE), 3)

    assert found["Mock interviews"] == "2"
    assert found["ML design rounds practiced"] == "1 Log a mock"


def test_problems_are_those_listed_or_counted_on_the_roadmap_whichever_is_more(alice: Person):
    solve(alice, 3)
    assert table(alice.see(PAGE), 4)["Problems solved"] == "3 Practice"

    alice.send("/skills/coding-problems-100/count/", {"count": "80"})
    assert table(alice.see(PAGE), 4)["Problems solved"] == "80"


def test_the_version_of_the_resume_that_passes_most_counts(alice: Person):
    assert table(alice.see(PAGE), 4)["Résumé checks"] == "0 Open your résumé"
    rows.make_resume(user=alice.user, number=1)
    bare = passed(alice)
    write_resume(alice, number=2, projects=2)
    better = passed(alice)
    write_resume(alice, number=3, projects=3)
    best = passed(alice)
    write_resume(alice, number=4, projects=4, deleted_at=timezone.now())
    rows.make_resume(user=alice.user, number=5)

    assert bare < better < best == passed(alice) == 7
    assert max(map(checks.passed, alice.user.resumes.all())) == (best, 7)


@pytest.mark.parametrize(
    ("starts", "days", "weeks"),
    [
        (21, 14, 6),
        (70, 21, 7),  # from before the first day
        (7, 60, 7),  # still under way
        (1, 1, 7),
        (0, 7, 8),  # begins today
        (100, 30, 8),  # over before the first day
        (90, 200, 0),
    ],
)
def test_a_break_is_no_preparation(alice: Person, starts: int, days: int, weeks: int):
    begin(alice, 8)
    make_break(user=alice.user, starts_on=alice.user.today() - datetime.timedelta(starts), days=days)
    found = table(alice.see(PAGE), 4)["Weeks of preparation"]

    assert found.split()[0] == str(weeks)


def test_two_breaks_add_up(alice: Person):
    begin(alice, 8)
    for starts in (40, 20):
        make_break(user=alice.user, starts_on=alice.user.today() - datetime.timedelta(starts), days=7)

    assert table(alice.see(PAGE), 4)["Weeks of preparation"] == "6 Nothing to do"


def test_the_wording_of_the_guide_stands_beside_what_was_made_of_it(alice: Person):
    page = alice.see(PAGE)

    assert "“Business acumen + technical skills”, 2–3 months" in page.text
    assert "“Exceptional portfolio + strong interview skills”, 6+ months" in page.text
    assert page.by_id("wording").tag == "h2"
    assert "growth mindset and knowing a domain have no gate" in page.text


def test_bobs_rows_are_not_alices(alice: Person, bob: Person):
    be_ready_for_a_bank(bob)
    rows.make_target(user=bob.user, name="Curiouser")

    page = alice.see(PAGE)
    assert says(page, 4).startswith("0 of 8 gates.")
    assert "Curiouser" not in page.text


@pytest.mark.parametrize("path", [PAGE, "/career/companies/new/"])
def test_the_page_asks_little_and_no_more_of_one_who_came_far(alice: Person, bob: Person, path: str):
    walk_far(bob)
    be: dict[str, Any] = {"user": bob.user}
    for n in range(40):
        name = f"Company {n}"
        rows.make_target(**be, name=name)
        rows.make_application(**be, company=name)
        make_build(**be, title=name, status="shipped")
        rows.make_interview(**be)
        keep(bob)
    rows.make_target(user=alice.user)
    little, much = read(alice, path), read(bob, path)

    assert len(little) <= MOST, "\n".join(little)
    assert len(much) == len(little), "\n".join(much)


def test_a_visitor_is_sent_to_log_in(db: None):
    assert Person().get(PAGE)["Location"] == f"/accounts/login/?next={PAGE}"
    assert TargetCompany.objects.count() == 0
