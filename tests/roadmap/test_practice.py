"""Alice lists the coding problems she solves; Bob is a stranger to them."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Problem, SkillProgress, StudySession
from roadmap.practice.table import table
from tests.markup import Node, parse
from tests.person import Person
from tests.swaps import swap

PRACTICE = "/practice/"
TWO_SUM = {"title": "Two Sum", "difficulty": "easy", "topic": "arrays", "how": "alone"}


def solve(person: Person, **fields: str) -> Problem:
    answer = person.send(PRACTICE, TWO_SUM | {"title": f"Problem {uuid.uuid4()}"} | fields, page=PRACTICE)
    assert (answer.status_code, answer["Location"]) == (303, PRACTICE)
    return Problem.objects.filter(user=person.user).latest("made_at")


def count_of(person: Person, slug: str) -> int:
    row = SkillProgress.objects.filter(user=person.user, skill__slug=slug).first()
    return row.count if row else 0


def token_of(page: Node) -> str:
    return page.by_id("live").all("input", name="token")[0].get("value")


def test_a_solved_problem_is_on_the_list_and_in_the_table(alice: Person):
    solve(alice, title="Two Sum", url="https://example.org/two-sum", minutes="25", how="help")
    page = alice.see(PRACTICE)
    row = page.by_id("problems").all("li")[0]
    assert "Two Sum" in row.text
    assert "25 min" in row.text
    assert "with help" in row.text
    assert row.all("a")[0].get("rel") == "noopener nofollow ugc"
    cells = [cell.text for cell in page.by_id("problem-counts").all("tr")[1].all("td")]
    assert cells == ["–", "1", "–", "0"]


def test_medium_stands_first():
    rows = [("arrays", "easy", True, 2), ("arrays", "medium", True, 3), ("arrays", "medium", False, 1)]
    found = table(rows, {"arrays": "Arrays", "graphs": "Graphs"})
    assert [(row.title, row.solved, row.alone) for row in found.rows] == [
        ("Arrays", (4, 2, 0), 5),
        ("Graphs", (0, 0, 0), 0),
    ]
    assert (found.whole.solved, found.whole.total, found.medium_share) == ((4, 2, 0), 6, 4 / 6)


def test_nothing_solved_is_no_share():
    assert table([], {}).medium_share == 0.0


def test_the_counted_skills_follow_the_list_one_stage_at_a_time(alice: Person):
    solve(alice)
    solve(alice)
    assert count_of(alice, "coding-problems-25") == count_of(alice, "coding-problems-100") == 2
    assert count_of(alice, "leetcode-200") == 0

    alice.tick("coding-problems-25")
    alice.tick("coding-problems-100")
    solve(alice)

    assert count_of(alice, "leetcode-200") == 3
    assert count_of(alice, "coding-problems-100") == 100


def test_a_count_set_by_hand_is_never_lowered(alice: Person):
    alice.quietly("/skills/coding-problems-100/count/", {"count": "40"})
    solve(alice)
    assert count_of(alice, "coding-problems-100") == 40


def test_a_full_count_does_not_tick_by_itself(alice: Person):
    for _ in range(25):
        solve(alice)
    row = SkillProgress.objects.get(user=alice.user, skill__slug="coding-problems-25")
    assert (row.state, row.count) == ("learning", 25)


def test_its_minutes_go_into_the_study_log_once(alice: Person):
    fields = {"problem": str(uuid.uuid4()), "minutes": "25", "log": "on", "title": "Two Sum"}
    solve(alice, **fields)
    solve(alice, **fields)
    session = StudySession.objects.get(user=alice.user)
    assert (session.minutes, session.kind, session.note) == (25, "practice", "Two Sum")
    assert Problem.objects.count() == 1


def test_minutes_that_do_not_fit_the_day_leave_nothing_behind(alice: Person):
    StudySession.objects.create(user=alice.user, day=alice.user.today(), minutes=1430, kind="build")
    answer = alice.send(PRACTICE, TWO_SUM | {"minutes": "25", "log": "on"}, page=PRACTICE)
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "room for 10 more minutes" in page.by_id("problem_minutes_error").text
    assert page.by_id("problem_title").get("value") == "Two Sum"
    assert not Problem.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", "", "Name the problem"),
        pytest.param("title", "x" * 10_000, "under 160 characters", id="long title"),
        ("url", "javascript:alert(1)", "Start with https://"),
        ("topic", "cooking", "no such topic"),
        ("difficulty", "brutal", "easy, medium or hard"),
        ("how", "magic", "alone or with help"),
        ("minutes", "0", "1 minute or more"),
        ("minutes", "1e9", "whole number"),
        ("redo", "4", "from the list"),
        ("solved_on", "2999-01-01", "in the future"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    answer = alice.quietly(PRACTICE, TWO_SUM | {field: value}, page=PRACTICE)
    assert answer.status_code == 422
    assert reason in parse(answer.content.decode()).by_id(f"problem_{field}_error").text
    assert not Problem.objects.exists()


def test_one_to_redo_comes_back_on_its_day_and_is_settled_alone(alice: Person):
    row = solve(alice, title="Word Ladder", redo="7")
    assert alice.see(PRACTICE).by_id("to-redo").all("li") == []
    Problem.objects.update(redo_on=alice.user.today())

    assert "Word Ladder" in alice.see(PRACTICE).by_id("to-redo").text
    alice.send(f"/practice/{row.pk}/redo/", {"how": "help"}, page=PRACTICE)
    row.refresh_from_db()
    assert row.redo_on == alice.user.today() + datetime.timedelta(7)

    alice.send(f"/practice/{row.pk}/redo/", {"how": "alone"}, page=PRACTICE)
    settled = Problem.objects.get()
    assert (settled.alone, settled.redo_on) == (True, None)


def test_one_to_redo_is_named_at_the_review(alice: Person):
    solve(alice, title="Word Ladder", redo="3")
    alice.see(PRACTICE)  # where the message of the list is read
    assert "Word Ladder" not in alice.see("/review/").text
    Problem.objects.update(redo_on=alice.user.today())
    assert "Word Ladder" in alice.see("/review/").text


def test_redo_without_saying_how_is_refused(alice: Person):
    row = solve(alice)
    assert alice.send(f"/practice/{row.pk}/redo/", {}, page=PRACTICE).status_code == 422
    assert alice.quietly(f"/practice/{row.pk}/redo/", {"how": "x"}, page=PRACTICE).status_code == 422


def test_a_change_keeps_the_day_it_comes_back(alice: Person):
    row = solve(alice, redo="7")
    answer = alice.send(f"/practice/{row.pk}/", TWO_SUM | {"title": "3Sum", "difficulty": "medium"})
    assert answer.status_code == 303
    changed = Problem.objects.get()
    assert (changed.title, changed.difficulty, changed.redo_on) == ("3Sum", "medium", row.redo_on)


def test_with_script_form_list_and_counts_move_and_undo_takes_it_back(alice: Person):
    answer = alice.quietly(PRACTICE, TWO_SUM, page=PRACTICE)
    update = parse(answer.content.decode())
    token = token_of(update)
    swap(alice.see(PRACTICE), update)

    alice.quietly("/undo/", {"token": token}, page=PRACTICE)

    assert not Problem.objects.exists()


def test_one_deleted_comes_back_as_it_was(alice: Person):
    row = solve(alice, redo="3", minutes="30")
    answer = alice.quietly(f"/practice/{row.pk}/", {"do": "delete"}, page=PRACTICE)
    assert not Problem.objects.exists()
    alice.quietly("/undo/", {"token": token_of(parse(answer.content.decode()))}, page=PRACTICE)
    assert Problem.objects.get().fields == row.fields


def test_bob_reaches_none_of_hers(alice: Person, bob: Person):
    row = solve(alice, title="Two Sum")
    for path in (f"/practice/{row.pk}/", f"/practice/{row.pk}/redo/"):
        assert bob.send(path, TWO_SUM).status_code == 404
    assert bob.send(f"/practice/{row.pk}/", {"do": "delete"}).status_code == 404
    assert "Two Sum" not in bob.get(PRACTICE).content.decode()
    solve(bob, problem=str(row.pk))
    assert Problem.objects.get(pk=row.pk).user == alice.user


def test_the_page_asks_no_more_for_many(alice: Person):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            alice.see(PRACTICE)
        return len(queries)

    solve(alice, redo="3")
    few = asked()
    Problem.objects.bulk_create(
        Problem(
            user=alice.user, title=f"P{n}", difficulty="hard", topic="trees", alone=True,
            solved_on=alice.user.today(), redo_on=alice.user.today(),
        )
        for n in range(120)
    )  # fmt: skip
    assert asked() == few <= 7
    assert len(alice.see(PRACTICE).by_id("problems").all("li")) == 50
    assert "Problem" in alice.see(f"{PRACTICE}?page=3").by_id("problems").text
    assert alice.see(f"{PRACTICE}?page=nonsense").by_id("problems").all("li")
