"""Where the address and the token are kept."""

import stat
from pathlib import Path

import pytest

from accounts.models import User
from milepost import access
from tests.client.terminal import SITE, Terminal
from tests.factories import make_user


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", display_name="Alice", verified=True)


@pytest.fixture
def terminal(alice: User, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal that knows of no site yet."""
    terminal = Terminal(monkeypatch, alice)
    monkeypatch.delenv("MILEPOST_URL")
    monkeypatch.delenv("MILEPOST_TOKEN")
    return terminal


def test_without_an_address_it_says_how_to_give_one(terminal: Terminal):
    terminal.type("today", wants=1)

    assert "milepost login" in terminal.errors


def test_log_in_asks_for_the_token_and_keeps_it_for_her_alone(terminal: Terminal):
    said = terminal.type("login", SITE + "/", answers=f"{terminal.secret}\n")

    path = access.place()
    assert terminal.secret not in said
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert terminal.type("today").startswith("Next: ")


def test_a_wrong_token_is_not_kept(terminal: Terminal):
    terminal.type("login", SITE, "--token", "mp_wrong", wants=1)

    assert not access.place().exists()


def test_an_address_begins_with_its_scheme(terminal: Terminal):
    terminal.type("login", "milepost.example", "--token", "mp_wrong", wants=2)

    assert "https://" in terminal.errors


def test_log_out_forgets(terminal: Terminal):
    terminal.type("login", SITE, "--token", terminal.secret)

    assert "Forgotten" in terminal.type("logout")
    assert "Nothing was kept" in terminal.type("logout")
    terminal.type("today", wants=1)


def test_a_damaged_file_is_named(terminal: Terminal):
    access.place().parent.mkdir()
    access.place().write_text("{", encoding="utf-8")
    terminal.type("today", wants=1)

    assert str(access.place()) in terminal.errors
