"""Many at once: every click is answered, and one row is left, with real connections to either database."""

import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pytest
from django.db import connection

from roadmap.models import (
    Build,
    Enrollment,
    MilestoneProgress,
    Note,
    RequirementTick,
    SkillProgress,
    StartingPoint,
)
from roadmap.outline import outline_for
from tests.factories import make_timer, make_user
from tests.markup import parse
from tests.person import Person
from tests.plans import PLAN
from tests.roadmap.answers import ANSWERS, BEHIND, START

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 20


def at_once(calls: Iterable[Callable[[], Any]]) -> list[Any]:
    """Make all calls at the same moment, each with a connection of its own; return the answers."""
    ready = list(calls)
    gate = threading.Barrier(len(ready))
    answers: list[Any] = []
    failures: list[BaseException] = []

    def run(call: Callable[[], Any]) -> None:
        try:
            gate.wait()
            answers.append(call())
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[call]) for call in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert len(answers) == len(ready)
    return answers


def browsers(user: Any, number: int) -> list[Person]:
    """Return tabs of one learner, each with its own client."""
    return [Person(user) for _ in range(number)]


@pytest.mark.asvs("2.3.4")
def test_twenty_clicks_on_one_skill_leave_one_row_and_no_error():
    alice = make_user()
    tabs = browsers(alice, MANY)

    answers = at_once([partial(tab.tick, "py-syntax") for tab in tabs])

    assert {answer.status_code for answer in answers} == {200}
    row = SkillProgress.objects.get(user=alice)
    assert (row.state, row.done_on) == ("done", alice.today())


def test_two_tabs_that_want_opposite_things_leave_one_of_both():
    alice = make_user()
    tabs = browsers(alice, MANY)
    wanted = ["done", "skipped"] * (MANY // 2)

    answers = at_once(
        [partial(tab.tick, "py-syntax", state) for tab, state in zip(tabs, wanted, strict=True)]
    )

    assert {answer.status_code for answer in answers} == {200}
    row = SkillProgress.objects.get(user=alice)
    assert (row.state, row.done_on) in [("done", alice.today()), ("skipped", None)]


@pytest.mark.asvs("8.4.1")
def test_twenty_learners_each_get_their_own_row():
    people = [Person(make_user()) for _ in range(MANY)]

    answers = at_once([partial(person.tick, "py-syntax") for person in people])

    assert {answer.status_code for answer in answers} == {200}
    assert SkillProgress.objects.count() == MANY


def test_twenty_counts_leave_one_of_the_numbers():
    alice = make_user()
    tabs = browsers(alice, MANY)

    at_once(
        [
            partial(tab.quietly, "/skills/leetcode-200/count/", {"count": str(n)})
            for n, tab in enumerate(tabs, 1)
        ]
    )

    assert SkillProgress.objects.get(user=alice).count in range(1, MANY + 1)


def test_a_module_marked_twice_at_once_is_marked_once():
    alice = make_user()

    answers = at_once(
        [partial(tab.quietly, "/modules/python/known/", {"state": "done"}) for tab in browsers(alice, 8)]
    )

    assert {answer.status_code for answer in answers} == {200}
    rows = SkillProgress.objects.filter(user=alice)
    assert rows.count() == rows.filter(state="done").count() == 20


@pytest.mark.asvs("2.3.4")
def test_one_undo_sent_ten_times_undoes_once():
    alice = Person(make_user())
    alice.tick("py-syntax", "learning")
    live = parse(alice.tick("py-syntax").content.decode()).by_id("live")
    token = live.named("token").get("value")

    answers = at_once([partial(tab.quietly, "/undo/", {"token": token}) for tab in browsers(alice.user, 10)])

    said = sorted(parse(answer.content.decode()).by_id("live").text for answer in answers)
    assert said.count("There was nothing left to undo.") == 9
    assert SkillProgress.objects.get(user=alice.user).state == "learning"


def test_milestones_notes_dates_and_choices_are_one_row_each():
    alice = make_user()
    forms: list[tuple[str, dict[str, str]]] = [
        ("/milestones/first-honest-model/state/", {"state": "done", "note": "A"}),
        ("/skills/py-syntax/note/", {"text": "A"}),
        ("/projects/project-1/ship-by/", {"ship_by": ""}),
        ("/specializations/", {"specialization": "nlp"}),
        ("/settings/plan/", PLAN | {"weekly_hours": "7", "started_on": "2026-01-05"}),
    ]
    calls = [(tab, path, fields) for path, fields in forms for tab in browsers(alice, 6)]

    answers = at_once([partial(tab.quietly, path, fields) for tab, path, fields in calls])

    assert {answer.status_code for answer in answers} == {200}
    for model in (MilestoneProgress, Note, Build, Enrollment):
        assert model._default_manager.filter(user=alice).count() == 1, model
    assert [s.slug for s in outline_for(alice.pk).chosen] == ["nlp"]


def test_the_first_answers_sent_twice_at_once_are_kept_once():
    alice = make_user()
    calls = [partial(tab.send, START, ANSWERS, page=START) for tab in browsers(alice, 6)]

    assert {answer.status_code for answer in at_once(calls)} == {303}
    assert StartingPoint.objects.filter(user=alice).count() == 1
    assert Enrollment.objects.filter(user=alice).count() == 1
    done = alice.skill_progress.filter(state="done").values_list("skill__slug", flat=True)
    assert sorted(done) == sorted(BEHIND)


def test_a_requirement_met_and_opened_at_once_is_one_of_both():
    alice = make_user()
    item = next(
        (project.slug, requirement.slug)
        for project in outline_for(None).catalogue.projects
        for requirement in project.requirements
        if not requirement.skill
    )
    path = f"/projects/{item[0]}/requirements/{item[1]}/"

    answers = at_once(
        [
            partial(tab.quietly, path, {"state": state}, page=f"/projects/{item[0]}/")
            for tab, state in zip(browsers(alice, 12), ["done", "open"] * 6, strict=True)
        ]
    )

    assert {answer.status_code for answer in answers} == {200}
    assert RequirementTick.objects.filter(build__user=alice).count() in (0, 1)
    assert Build.objects.filter(user=alice).count() <= 1


def test_twenty_starts_leave_one_timer_running():
    alice = make_user()
    fields = {"do": "start", "subject": "skill:py-syntax"}

    answers = at_once([partial(tab.quietly, "/log/timer/", fields) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} == {200}
    assert alice.study_timers.get().stopped_at is None


def test_twenty_saves_log_a_timer_once():
    alice = make_user()
    make_timer(user=alice, minutes=30)

    answers = at_once([partial(tab.quietly, "/log/timer/", {"do": "save"}) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} == {200}
    assert alice.study_sessions.get().minutes == 30
    assert not alice.study_timers.exists()


def test_twenty_entries_at_once_do_not_overfill_a_day():
    alice = make_user()
    day = str(alice.today())

    answers = at_once(
        [partial(tab.quietly, "/log/", {"minutes": "90", "day": day}) for tab in browsers(alice, MANY)]
    )

    assert sorted(answer.status_code for answer in answers) == [200] * 16 + [422] * 4
    assert alice.study_sessions.count() == 16


def test_one_entry_sent_twenty_times_is_logged_once():
    alice = make_user()
    fields = {"minutes": "45", "entry": "0191d5a0-0000-4000-8000-000000000001"}

    answers = at_once([partial(tab.quietly, "/log/", fields) for tab in browsers(alice, MANY)])

    assert {answer.status_code for answer in answers} == {200}
    assert alice.study_sessions.get().minutes == 45
