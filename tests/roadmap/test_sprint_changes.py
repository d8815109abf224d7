"""Alice changes her run: she puts it off, stops, begins anew, finishes, and thinks again."""

import datetime

import pytest
from time_machine import travel

from roadmap.models import SprintRun
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import THURSDAY
from tests.roadmap.sprint_story import DAY_1, RUN, SPRINT, TODAY, do, said, start

pytestmark = pytest.mark.usefixtures("a_thursday")


def undo(person: Person) -> None:
    token = person.see(SPRINT).by_id("live").all("input", name="token")[0].get("value")
    answer = person.send("/undo/", {"token": token}, page=SPRINT)
    assert (answer.status_code, answer["Location"]) == (303, SPRINT)


def lead(page: Node) -> str:
    return page.by_id("main").all("p", class_="lead")[0].text


def test_a_shift_moves_every_date_by_a_week_and_a_double_send_shifts_once(alice: Person):
    run = start(alice)
    for _ in range(2):
        do(alice, "shift", run=run.pk, started_on=DAY_1)

    run.refresh_from_db()
    assert (run.started_on, run.shifted_weeks) == (datetime.date(2026, 11, 2), 1)
    page = alice.see(SPRINT)
    assert lead(page).startswith("Day 18 of 90.")
    assert "due Dec 1" in page.by_id("milestone-sprint-day-30").text


def test_a_shift_can_be_undone_once(alice: Person):
    run = start(alice)
    said(alice)
    do(alice, "shift", run=run.pk, started_on=DAY_1)
    undo(alice)

    run.refresh_from_db()
    assert (run.started_on, run.shifted_weeks) == (DAY_1, 0)
    assert said(alice) == "Undone: your sprint is as it was."


def test_the_button_shifts_what_the_page_shows(alice: Person):
    start(alice)
    form = next(form for form in alice.see(SPRINT).all("form") if form.all("button", id="shift-sprint"))
    fields = {field.get("name"): field.get("value") for field in form.all("input")}

    do(alice, "shift", run=fields["run"], started_on=fields["started_on"])

    assert SprintRun.objects.get().shifted_weeks == 1


def test_a_sprint_is_not_put_off_for_more_than_a_year(alice: Person):
    far = TODAY + datetime.timedelta(365)
    run = start(alice, far)
    do(alice, "shift", run=run.pk, started_on=far)

    run.refresh_from_db()
    assert run.started_on == far


def test_stopped_it_stands_among_earlier_runs_and_can_be_taken_back(alice: Person):
    run = start(alice)
    said(alice)
    do(alice, "stop", run=run.pk)

    page = alice.see(SPRINT)
    assert "Stopped Oct 26 – Nov 19 · day 25 of 90".replace(" · ", " ") in page.by_id(f"run-{run.pk}").text
    assert page.by_id("start_started_on")
    token = page.by_id("live").all("input", name="token")[0].get("value")
    alice.send("/undo/", {"token": token}, page=SPRINT)

    run.refresh_from_db()
    assert (run.ending, run.ended_on) == ("running", None)


def test_stopped_twice_is_stopped_once(alice: Person):
    run = start(alice)
    do(alice, "stop", run=run.pk)
    with travel(THURSDAY + datetime.timedelta(1), tick=False):
        do(alice, "stop", run=run.pk)

    run.refresh_from_db()
    assert run.ended_on == TODAY


def test_undo_waits_for_no_other_run(alice: Person):
    run = start(alice)
    said(alice)
    do(alice, "stop", run=run.pk)
    token = alice.see(SPRINT).by_id("live").all("input", name="token")[0].get("value")
    other = start(alice, TODAY)
    said(alice)
    alice.send("/undo/", {"token": token}, page=SPRINT)

    assert said(alice) == "Your sprint changed again since, so nothing was undone."
    assert SprintRun.objects.get(ending="running") == other


def test_begun_anew_the_old_run_is_kept_and_the_new_one_starts_at_day_1(alice: Person):
    old = start(alice)
    said(alice)
    for _ in range(2):
        do(alice, "restart", run=old.pk, started_on=TODAY)

    assert [run.ending for run in SprintRun.objects.order_by("started_on")] == ["restarted", "running"]
    assert "Begun anew" in alice.see(SPRINT).by_id(f"run-{old.pk}").text
    assert lead(alice.see(SPRINT)).startswith("Day 1 of 90.")


def test_a_new_beginning_can_be_undone(alice: Person):
    old = start(alice)
    said(alice)
    do(alice, "restart", run=old.pk, started_on=TODAY)
    undo(alice)

    assert SprintRun.objects.get() == old
    assert SprintRun.objects.get().ending == "running"


def test_a_beginning_can_be_undone(alice: Person):
    start(alice)
    undo(alice)

    assert not SprintRun.objects.exists()


def test_a_new_beginning_on_no_day_is_refused_beside_its_field(alice: Person):
    run = start(alice)
    said(alice)
    answer = do(alice, "restart", run=run.pk, started_on="never")

    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert "Write the date as year-month-day" in page.by_id("restart_started_on_error").text
    assert SprintRun.objects.get().ending == "running"


def test_finished_with_a_few_words_it_says_what_was_done(alice: Person):
    run = start(alice)
    alice.tick("py-syntax", done_on="2026-10-27")
    alice.tick("py-functions", done_on="2026-10-25")
    alice.quietly("/milestones/sprint-day-30/state/", {"state": "done"}, page=SPRINT)
    do(alice, "finish", run=run.pk, summary="Mornings worked.\n<b>Evenings</b> did not.")

    row = alice.see(SPRINT).by_id(f"run-{run.pk}")
    assert "Finished" in row.text
    assert "1 skill done" in row.text, "the other was done the day before"
    assert "1 of 3 milestones" in row.text
    assert "Mornings worked." in row.text
    assert "<b>Evenings</b>" in row.text, "as typed"


def test_a_run_that_was_put_off_counts_from_its_first_beginning(alice: Person):
    run = start(alice)
    alice.tick("py-syntax", done_on="2026-10-27")
    do(alice, "shift", run=run.pk, started_on=DAY_1)
    do(alice, "finish", run=run.pk)

    row = alice.see(SPRINT).by_id(f"run-{run.pk}")
    assert "1 skill done" in row.text
    assert "Oct 26 – Nov 19" in row.text
    assert "put off 1 week" in row.text


def test_words_too_many_stay_in_the_field(alice: Person):
    run = start(alice)
    said(alice)
    answer = do(alice, "finish", run=run.pk, summary="x" * 1001)

    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert "This has 1001 characters" in page.by_id("finish_summary_error").text
    assert page.by_id("finish_summary").raw.strip() == "x" * 1001
    assert SprintRun.objects.get().ending == "running"


def test_undoing_the_finish_keeps_the_words(alice: Person):
    run = start(alice)
    said(alice)
    do(alice, "finish", run=run.pk, summary="Mornings worked.")
    undo(alice)

    assert alice.see(SPRINT).by_id("finish_summary").raw.strip() == "Mornings worked."


def test_a_run_that_is_not_there_any_more_is_told_so(alice: Person):
    run = start(alice)
    do(alice, "stop", run=run.pk)
    said(alice)
    for what, fields in (
        ("shift", {"started_on": DAY_1}),
        ("restart", {"started_on": TODAY}),
        ("stop", {}),
        ("finish", {}),
    ):
        do(alice, what, run=run.pk, **fields)
        assert "Nothing was changed" in said(alice), what
    assert SprintRun.objects.get().ending == "stopped"


@pytest.mark.parametrize("run", ["", "7", "not-a-uuid"])
@pytest.mark.parametrize("what", ["shift", "restart", "stop", "finish"])
def test_a_form_that_names_no_run_is_refused(alice: Person, what: str, run: str):
    start(alice)

    for send in (alice.send, alice.quietly):
        answer = send(RUN, {"do": what, "run": run, "started_on": str(TODAY)}, page=SPRINT)
        assert answer.status_code == 422
        assert "Reload the page and try again." in answer.content.decode()


def test_an_unknown_wish_changes_nothing(alice: Person):
    start(alice)
    said(alice)
    do(alice, "explode")

    assert said(alice).startswith("Nothing was changed")


def test_sent_quietly_the_page_opens_anew(alice: Person):
    answer = alice.quietly(RUN, {"do": "start", "started_on": str(DAY_1)}, page=SPRINT)

    assert answer["HX-Redirect"] == SPRINT
    assert SprintRun.objects.exists()


def test_bob_can_do_nothing_to_alices_run(alice: Person, bob: Person):
    run = start(alice)
    do(alice, "stop", run=run.pk)
    token = alice.see(SPRINT).by_id("live").all("input", name="token")[0].get("value")
    running = start(alice, TODAY)
    for what in ("shift", "restart", "stop", "finish"):
        do(bob, what, run=running.pk, started_on=TODAY)
    bob.send("/undo/", {"token": token})

    assert not bob.user.sprint_runs.exists()
    running.refresh_from_db()
    assert (running.ending, running.started_on) == ("running", TODAY)
    assert "Stopped" not in bob.see(SPRINT).by_id("main").text
