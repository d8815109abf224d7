"""Alice takes progress back, in part or all, and changes her mind within the hour."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from time_machine import travel

from accounts import due
from roadmap.models import (
    Evidence,
    MilestoneProgress,
    Note,
    OwnRequirement,
    RequirementTick,
    ResetSnapshot,
    SkillProgress,
)
from tests.factories import make_build, make_session
from tests.markup import parse
from tests.person import Person

RESET = "/settings/data/reset/"
HOUR = datetime.timedelta(hours=1)


def reset(person: Person, what: str, confirm: str = "") -> Any:
    return person.send(RESET, {"what": what, "confirm": confirm}, page=RESET)


def undo(person: Person) -> Any:
    made = ResetSnapshot.objects.filter(user=person.user).latest("made_at")
    return person.send(f"{RESET}{made.pk}/undo/", page=RESET)


def progress(person: Person) -> dict[str, list[Any]]:
    """Return every row that a reset may touch, with all its columns but the id."""

    def rows(model: Any, **lookup: Any) -> list[Any]:
        names = [field.attname for field in model._meta.concrete_fields if not _auto(field)]
        return sorted(model.objects.filter(**lookup).values_list(*names), key=repr)

    mine, built = {"user": person.user}, {"build__user": person.user}
    return {
        "skills": rows(SkillProgress, **mine),
        "milestones": rows(MilestoneProgress, **mine),
        "ticks": rows(RequirementTick, **built),
        "own": rows(OwnRequirement, **built),
    }


def _auto(field: Any) -> bool:
    return bool(field.primary_key) and field.get_internal_type() == "BigAutoField"


def kept(person: Person) -> dict[str, list[Any]]:
    return {
        "evidence": list(Evidence.objects.filter(user=person.user).order_by("pk").values_list()),
        "notes": list(Note.objects.filter(user=person.user).order_by("pk").values_list()),
        "log": list(person.user.study_sessions.order_by("pk").values_list()),
        "builds": list(person.user.builds.order_by("pk").values_list()),
        "milestone notes": sorted(
            MilestoneProgress.objects.filter(user=person.user).values_list("milestone_id", "note", "build_id")
        ),
    }


@pytest.fixture
def walked(alice: Person) -> Person:
    """Alice with all that a reset touches and all that it must not."""
    alice.tick("py-syntax", done_on="2025-12-24")
    alice.tick("git-basics", "learning")
    alice.tick("numpy", "skipped")
    for path, fields in [
        ("/skills/coding-problems-100/count/", {"count": "77"}),
        ("/milestones/first-honest-model/state/", {"state": "done", "note": "Down the rabbit hole"}),
        ("/projects/project-2/requirements/p2-a1/", {"state": "done"}),
        ("/skills/py-syntax/note/", {"text": "A note"}),
        ("/skills/py-syntax/evidence/", {"url": "https://example.org/a", "title": "A link"}),
    ]:
        assert alice.send(path, fields).status_code == 303, path
    build = make_build(user=alice.user, title="Mine", requirements=["It runs"])
    build.own_requirements.update(done_on=datetime.date(2026, 1, 5))
    make_session(user=alice.user, minutes=45)
    return alice


def states(person: Person) -> dict[str, str]:
    return dict(person.user.skill_progress.values_list("skill__slug", "state"))


def test_the_page_says_what_there_is_to_reset_and_what_stays(walked: Person):
    page = walked.see(RESET).by_id("main").text

    assert "Stays: evidence, notes, builds, the log" in page
    assert "All of your progress (5 marks)" in page
    assert "– Developer tools (" in page or "– " in page


def test_a_module_opens_again_and_the_others_do_not_move(walked: Person):
    before = states(walked)

    assert reset(walked, "module-python").status_code == 303

    after = states(walked)
    assert "py-syntax" in before
    assert "py-syntax" not in after
    assert after == {slug: state for slug, state in before.items() if slug in after}
    assert "git-basics" in after


@pytest.mark.parametrize("what", ["all", "sprint", "phase-foundation", "module-python", "phase-core-ml"])
def test_undo_brings_back_exactly_what_stood_there(walked: Person, what: str):
    before, others = progress(walked), kept(walked)

    reset(walked, what, "reset all")
    assert progress(walked) != before
    assert kept(walked) == others
    undo(walked)

    assert progress(walked) == before
    assert kept(walked) == others
    assert not ResetSnapshot.objects.exists()


def test_all_takes_everything_and_needs_the_words(walked: Person):
    before = progress(walked)
    answer = reset(walked, "all", "yes")
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "Type “reset all”" in page.by_id("reset_confirm_error").text
    assert page.by_id("reset_confirm").get("value") == "yes"
    assert progress(walked) == before

    assert reset(walked, "all", " Reset  ALL ").status_code == 303
    assert not SkillProgress.objects.filter(user=walked.user).exists()
    assert not MilestoneProgress.objects.filter(user=walked.user, done_on__isnull=False).exists()
    assert not RequirementTick.objects.exists()
    assert not OwnRequirement.objects.filter(done_on__isnull=False).exists()
    assert "0 of" in walked.see("/roadmap/").text or "0 %" in walked.see("/roadmap/").text


def test_what_was_marked_since_stays_row_by_row(walked: Person):
    reset(walked, "all", "reset all")
    walked.tick("py-syntax", "learning")
    walked.send(
        "/milestones/first-honest-model/state/", {"state": "done", "done_on": "2026-02-02", "note": "New"}
    )
    undo(walked)

    assert states(walked)["py-syntax"] == "learning"
    assert states(walked)["numpy"] == "skipped"
    row = MilestoneProgress.objects.get(user=walked.user, milestone__slug="first-honest-model")
    assert (str(row.done_on), row.note) == ("2026-02-02", "New")


def test_undoing_twice_is_harmless(walked: Person):
    before = progress(walked)
    reset(walked, "all", "reset all")
    made = ResetSnapshot.objects.get()
    path = f"{RESET}{made.pk}/undo/"
    walked.send(path)
    walked.tick("py-syntax", "open")
    walked.tick("py-syntax", "done", done_on="2025-12-24")

    assert walked.send(path).status_code == 303
    assert "can no longer be undone" in walked.see(RESET).text
    assert len(progress(walked)["skills"]) == len(before["skills"])


def test_two_resets_are_undone_in_any_order(walked: Person):
    before = progress(walked)
    reset(walked, "module-python")
    reset(walked, "all", "reset all")
    first, second = ResetSnapshot.objects.order_by("made_at")
    walked.send(f"{RESET}{first.pk}/undo/")
    walked.send(f"{RESET}{second.pk}/undo/")

    assert progress(walked) == before


def test_after_an_hour_it_is_too_late_and_the_rows_are_swept(walked: Person):
    reset(walked, "all", "reset all")
    made = ResetSnapshot.objects.get()
    assert due.jobs["drop old resets"](made.made_at + HOUR - datetime.timedelta(seconds=1)) == 0
    with travel(made.made_at + HOUR, tick=False):
        assert "You can undo" not in walked.see(RESET).by_id("main").text.replace("You can undo it", "")
        walked.send(f"{RESET}{made.pk}/undo/")
        assert states(walked) == {}
        assert due.jobs["drop old resets"](timezone.now()) == 1
        assert due.jobs["drop old resets"](timezone.now()) == 0


def test_nothing_there_is_said_and_keeps_nothing(alice: Person):
    assert reset(alice, "sprint").status_code == 303

    assert "there was nothing to reset" in alice.see(RESET).text
    assert not ResetSnapshot.objects.exists()


@pytest.mark.parametrize("what", ["", "module-nowhere", "phase-", "user-1"])
def test_only_what_is_on_the_list_can_be_reset(walked: Person, what: str):
    before = progress(walked)

    assert reset(walked, what).status_code == 422
    assert progress(walked) == before


@pytest.mark.asvs("8.2.2")
def test_bob_can_neither_reset_nor_undo_hers(walked: Person, bob: Person):
    bob.tick("py-syntax")
    reset(walked, "all", "reset all")
    bob.send(f"{RESET}{ResetSnapshot.objects.get().pk}/undo/")
    assert states(walked) == {}
    reset(bob, "all", "reset all")
    undo(walked)

    assert states(bob) == {}
    assert len(states(walked)) == 4


@pytest.mark.asvs("2.3.2", "2.4.1")
def test_twenty_an_hour_are_enough(alice: Person):
    for _ in range(20):
        assert reset(alice, "sprint").status_code == 303
    assert reset(alice, "sprint").status_code == 429


@pytest.mark.parametrize("number", [0, 200])
def test_the_page_costs_the_same_however_much_was_done(
    alice: Person, number: int, django_assert_max_num_queries
):
    from roadmap.models import Skill

    SkillProgress.objects.put_all(
        alice.user.pk,
        [(pk, "learning", None, 0) for pk in Skill.objects.values_list("pk", flat=True)[:number]],
    )
    for place in range(3 if number else 0):
        ResetSnapshot.objects.create(
            user=alice.user, title=f"{place}", rows={"skills": [], "milestones": [], "ticks": [], "own": []}
        )
    with django_assert_max_num_queries(7):
        alice.get(RESET)
