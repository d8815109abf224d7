"""Alice ticks, logs and looks from her terminal."""

import datetime

import pytest

from accounts.models import User
from roadmap.models import StudySession
from tests.client.terminal import Terminal
from tests.factories import make_user
from tests.person import Person


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", display_name="Alice", verified=True)


@pytest.fixture
def terminal(alice: User, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(monkeypatch, alice)


def test_she_ticks_a_skill_and_the_site_knows(terminal: Terminal, alice: User):
    said = terminal.type("tick", "py-syntax")

    assert said.startswith("✓ py-syntax: ")
    assert "done on" in said
    assert "Undo" not in said
    page = Person(alice).get("/skills/py-syntax/").content.decode()
    assert "Reopen" in page


def test_twice_is_the_same_and_a_state_can_be_named(terminal: Terminal):
    terminal.type("tick", "py-syntax", "--on", "2026-01-05")
    terminal.type("tick", "py-syntax")
    assert terminal.json("skills", "py-syntax")[0]["done_on"] == "2026-01-05"

    terminal.type("tick", "py-syntax", "--state", "learning")
    assert terminal.json("skills", "py-syntax")[0]["state"] == "learning"


def test_words_of_the_title_name_a_skill_when_only_one_has_them(terminal: Terminal):
    title = terminal.json("skills", "py-syntax")[0]["title"]

    assert terminal.type("tick", title.upper()).startswith("✓ py-syntax")


def test_words_that_fit_several_skills_name_them(terminal: Terminal):
    terminal.type("tick", "a", wants=1)

    assert "fits several skills. Name one:" in terminal.errors
    assert "and " in terminal.errors
    assert terminal.json("skills", "--state", "done") == []


def test_a_skill_that_is_not_there_is_said_before_any_is_ticked(terminal: Terminal):
    terminal.type("tick", "py-syntax", "down-the-rabbit-hole", wants=1)

    assert "There is no skill “down-the-rabbit-hole”" in terminal.errors
    assert terminal.json("skills", "--state", "done") == []


def test_she_counts(terminal: Terminal):
    assert "12 of 100" in terminal.type("count", "coding-problems-100", "12")


def test_what_is_not_counted_is_refused_in_words(terminal: Terminal):
    terminal.type("count", "py-syntax", "3", wants=1)

    assert "not counted" in terminal.errors


def test_she_logs_time(terminal: Terminal, alice: User):
    said = terminal.type("log", "95", "py-syntax", "--note", "Loops", "--on", "2026-01-05")

    assert said.startswith("Logged: 1 h 35 min on ")
    row = StudySession.objects.get(user=alice)
    assert (row.minutes, row.note, row.day) == (95, "Loops", datetime.date(2026, 1, 5))


def test_a_day_holds_24_hours(terminal: Terminal, alice: User):
    terminal.type("log", "1440", "--on", "2026-01-05")
    terminal.type("log", "30", "--on", "2026-01-05", wants=1)

    assert "minutes" in terminal.errors
    assert StudySession.objects.filter(user=alice).count() == 1


def test_today_says_what_is_next_and_when_she_arrives(terminal: Terminal):
    said = terminal.type("today")

    assert said.startswith("Next: ")
    assert "Then: " in said
    assert "Forecast: " in said
    assert terminal.json("today")["progress"]["next"]


def test_progress_has_a_bar_for_each_phase_and_one_for_all(terminal: Terminal):
    terminal.type("tick", "py-syntax")
    rows = terminal.type("progress").splitlines()

    assert len(rows) == 5
    assert "All of it" in rows[-1]
    assert "  1 of " in rows[0]


def test_the_forecast_alone(terminal: Terminal):
    assert terminal.type("forecast").startswith("Forecast: ")


def test_a_token_that_may_only_log_leaves_out_the_rest(alice: User, monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal(monkeypatch, alice, scopes=("log:write", "plan:read"))

    assert terminal.type("today").startswith("Forecast: ")
    terminal.type("tick", "py-syntax", wants=1)
    assert "progress:write" in terminal.errors


def test_a_revoked_token_is_refused_in_words(terminal: Terminal, alice: User):
    alice.access_tokens.all().delete()
    terminal.type("today", wants=1)

    assert terminal.errors
    assert terminal.secret not in terminal.errors


def test_the_shell_completes_names(terminal: Terminal):
    from milepost.skills import completed

    assert dict(completed("py-synt")) == {"py-syntax": terminal.json("skills", "py-syntax")[0]["title"]}


def test_the_shell_gets_nothing_where_nobody_is_logged_in(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path
):
    from milepost.skills import completed

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("MILEPOST_TOKEN")
    assert list(completed("py")) == []
