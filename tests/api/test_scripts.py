"""What scripts of Alice's do, from one end to the other."""

import datetime
import logging
import uuid
from typing import Any

import pytest

from tests.api.account import make_rows
from tests.api.script import Script
from tests.factories import make_log, make_user
from tests.person import Person


@pytest.fixture
def alice(db: None) -> Script:
    return Script(make_user(email="alice@example.org"))


def test_a_desk_timer_ticks_logs_and_reads_when_she_arrives(alice: Script):
    step = alice.see("/progress")["next"][0]

    entry = alice.post(
        "/log", {"minutes": 45, "subject": f"skill:{step['skill']}"}, Idempotency_Key="1"
    ).json()
    alice.put(f"/skills/{step['skill']}/state", {"state": "done"})
    forecast = alice.see("/forecast")

    assert entry["subject"] == f"skill:{step['skill']}"
    assert entry["day"] == alice.see("/token")["today"]
    assert alice.see("/progress")["figures"]["done"] == 1
    assert alice.see("/progress")["next"][0]["skill"] != step["skill"]
    assert forecast["is_shown"] is True
    assert forecast["likely"] < forecast["late"]
    assert str(forecast["hours_a_week"]) == "10.0"
    page = Person(alice.token.user).get("/log/").content.decode()
    assert entry["title"] in page


def test_the_forecast_is_that_of_the_page_and_can_be_switched_off(alice: Script):
    make_log(user=alice.token.user, weeks=6)
    said = alice.see("/forecast")["sentence"]
    assert said in Person(alice.token.user).see("/progress/").text

    plan = alice.see("/plan")
    alice.put("/plan", plan | {"forecast_shown": False})

    assert alice.see("/forecast") == dict.fromkeys(alice.see("/forecast"), None) | {"is_shown": False}


def test_a_day_holds_24_hours(alice: Script):
    assert alice.post("/log", {"minutes": 1440}).status_code == 201

    answer = alice.post("/log", {"minutes": 1})

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "#/minutes"


def test_an_entry_is_changed_and_deleted(alice: Script):
    path = "/log/" + alice.post("/log", {"minutes": 30, "note": "First"}).json()["id"]

    changed = alice.put(path, {"minutes": 40, "subject": "project:project-1", "note": "Second"})

    assert changed.json()["kind"] == "build"
    assert alice.see(path)["note"] == "Second"
    assert alice.delete(path).status_code == 204
    assert alice.get(path).status_code == 404
    assert alice.delete(path).status_code == 404


def test_review_is_answered_once(db: None):
    script = Script(make_rows().user)
    asked = script.see("/review")["next"]
    body = {"card": asked["card"], "rating": "good", "seconds": 20}
    path = f"/review/answers/{asked['answer_id']}"

    first, again = script.put(path, body), script.put(path, body)

    assert first.status_code == again.status_code == 200, first.content
    assert first.json() == again.json()
    assert first.json()["due_on"] > script.see("/token")["today"]
    assert script.token.user.review_answers.filter(pk=asked["answer_id"]).count() == 1
    assert script.put(path, body | {"rating": "easy"}).status_code == 409
    assert script.put(f"/review/answers/{uuid.uuid4()}", body).status_code == 409
    assert script.put(f"/review/answers/{uuid.uuid4()}", body | {"card": "q-none"}).status_code == 404


def test_evidence_shows_a_skill(alice: Script):
    piece = alice.post("/evidence", {"skill": "py-syntax", "url": "https://example.org/first"}).json()

    assert piece["shows"] is True
    assert alice.see("/skills/py-syntax/state")["shown"] is True
    again = alice.post("/evidence", {"skill": "py-syntax", "url": "https://example.org/first"})
    assert again.status_code == 409
    for wrong in ("javascript:alert(1)", "//example.org", "https://a@example.org/", "ftp://example.org/x"):
        assert alice.post("/evidence", {"skill": "py-syntax", "url": wrong}).status_code in (409, 422), wrong
    alice.delete(f"/evidence/{piece['id']}")
    assert alice.see("/skills/py-syntax/state")["shown"] is False


def test_a_build_is_begun_changed_shipped_and_deleted(alice: Script):
    body = {"title": "Bird calls", "skills": ["py-syntax"], "requirements": [{"title": "A baseline"}]}
    build = alice.post("/builds", body).json()
    path = f"/builds/{build['id']}"
    requirement = build["requirements"][0]["id"]

    ticked = alice.put(f"{path}/requirements/{requirement}/state", {"state": "done"}).json()
    kept = [{"id": requirement, "title": "A better baseline"}, {"title": "A test"}]
    changed = alice.put(path, body | {"summary": "Which bird?", "requirements": kept}).json()
    shipped = alice.put(f"{path}/status", {"status": "shipped"}).json()

    assert ticked["requirements"][0]["done_on"] is not None
    assert [row["title"] for row in changed["requirements"]] == ["A better baseline", "A test"]
    assert changed["requirements"][0]["done_on"] == ticked["requirements"][0]["done_on"]
    assert shipped["shipped_on"] == alice.see("/token")["today"]
    assert alice.see("/skills/py-syntax/state")["shown"] is True
    assert alice.delete(path).status_code == 204
    assert alice.see("/builds")["items"] == []


def test_an_application_is_added_moved_and_never_backwards(alice: Script):
    today = alice.token.user.today()
    row = alice.post("/applications", {"company": "Wonderland", "stage": "applied"}).json()
    path = f"/applications/{row['id']}"

    moved = alice.put(f"{path}/stage", {"stage": "screen"}).json()
    again = alice.put(f"{path}/stage", {"stage": "screen"}).json()
    early = alice.put(
        f"{path}/stage", {"stage": "technical", "on": (today - datetime.timedelta(3)).isoformat()}
    )

    assert (row["next_on"] or "") > today.isoformat()
    assert moved == again
    assert moved["stage"] == "screen"
    assert early.status_code == 409
    assert alice.token.user.applications.get().changes.count() == 2
    assert alice.put(f"{path}/stage", {"stage": "moon"}).status_code == 409
    assert alice.put(f"{path}/note", {"text": "They use PyTorch."}).json()["note"] == "They use PyTorch."
    assert [row["company"] for row in alice.see("/applications?stage=screen")["items"]] == ["Wonderland"]


def test_pay_is_exact(alice: Script):
    body = {"company": "Wonderland", "pay_low": "32000.50", "pay_high": "38000", "pay_currency": "GBP"}

    shown = alice.post("/applications", body).json()

    assert (shown["pay_low"], shown["pay_high"]) == ("32000.50", "38000.00")
    for wrong in (32000.5, "32,000", "-1", "1e5", "NaN", "32000.505"):
        assert alice.post("/applications", body | {"pay_low": wrong}).status_code == 422, wrong
    assert alice.post("/applications", body | {"pay_low": "99999.00"}).status_code == 409


def test_the_plan_is_changed_as_the_page_does(alice: Script):
    plan = alice.see("/plan")

    changed = alice.put("/plan", plan | {"weekly_hours": 4, "specializations": ["nlp"], "study_days": [6, 7]})

    assert changed.json()["specializations"] == ["nlp"]
    assert changed.json()["study_days"] == [6, 7]
    assert alice.put("/plan", plan | {"specializations": ["none"]}).status_code == 409
    assert alice.put("/plan", plan | {"weekly_hours": 101}).status_code == 422
    assert alice.see("/plan") == changed.json()


def test_breaks_do_not_overlap(alice: Script):
    alice.post("/breaks", {"starts_on": "2026-12-24", "ends_on": "2027-01-01"})

    answer = alice.post("/breaks", {"starts_on": "2026-12-31", "ends_on": "2027-01-05"})

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "#/starts_on"


@pytest.mark.asvs("16.5.1", "16.5.2")
def test_a_fault_of_ours_is_a_problem_without_a_trace(alice: Script, monkeypatch: pytest.MonkeyPatch):
    from roadmap.api import progress

    def broken(*_: Any) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(progress, "outline_for", broken)

    answer = alice.get("/progress")

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "secret" not in answer.content.decode()
    assert answer["X-Request-ID"]


@pytest.mark.asvs("16.2.5", "14.2.4")
def test_neither_tokens_nor_texts_are_logged(alice: Script, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    alice.put("/notes/skill/py-syntax", {"text": "Down the rabbit hole"})
    alice.get(f"/token?access_token={alice.secret}")
    nobody = Script()
    nobody.headers = {"Authorization": f"Bearer {alice.secret}x"}
    nobody.get("/token")

    said = [record for record in caplog.records if record.name != "django.db.backends"]
    for record in said:
        assert alice.secret not in record.getMessage() + repr(record.__dict__)
        assert "rabbit" not in record.getMessage()


def test_what_is_nowhere_is_a_problem_and_no_page(alice: Script):
    for path in ("/nowhere", "/skills/", "/log/not-an-id", "/skills/%00/state"):
        answer = alice.get(path)
        assert answer.status_code in (400, 404), path
        assert answer["Content-Type"] == "application/problem+json", path
