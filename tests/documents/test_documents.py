"""The documents say what the code does."""

import re

import pytest
from django.conf import settings

from accounts.hashers import Argon2idHasher
from accounts.limits import LIMITS
from accounts.passwords import LengthValidator
from config import settings as real
from tests.addresses import ADDRESSES
from tests.documents import data
from tests.documents.__main__ import FOLDER, documents


def read(name: str) -> str:
    return " ".join((FOLDER / name).read_text(encoding="utf-8").split())


@pytest.mark.asvs("1.3.3")
@pytest.mark.parametrize("name", ["data.md", "limits.md"])
def test_what_is_made_from_the_code_is_up_to_date(name: str):
    text = (FOLDER / name).read_text(encoding="utf-8")

    assert text == documents()[name](), "python -m tests.documents writes it anew"


def test_a_table_without_a_class_is_named():
    class Unheard:
        class _meta:  # noqa: N801
            label = "elsewhere.Unheard"

            @staticmethod
            def get_field(name: str) -> object:
                return type("Field", (), {"is_relation": False, "primary_key": False})

    with pytest.raises(LookupError, match=r"elsewhere\.Unheard"):
        data.class_of(Unheard, "name")  # type: ignore[arg-type]


def test_authentication_tells_lengths_times_and_ways_in():
    text = read("authentication.md")
    validator = LengthValidator()

    assert f"{validator.min_length} to {validator.max_length} characters" in text
    assert f"{settings.SESSION_COOKIE_AGE // 86_400} days without a visit" in text
    assert f"{settings.PASSWORD_RESET_TIMEOUT // 60} minutes" in text
    assert f"{settings.ACCOUNT_REAUTHENTICATION_TIMEOUT // 60} minutes" in text
    failed, anywhere = LIMITS["login_failed"][0], LIMITS["login_anywhere"][0]
    assert f"{failed.times} wrong passwords in {failed.seconds // 60} minutes" in text
    assert f"{anywhere.times} in an hour" in text
    for route in (
        "accounts/login/",
        "accounts/passkey/",
        "accounts/second-step/",
        "accounts/password/reset/",
    ):
        assert route in ADDRESSES
        assert f"`/{route}`" in text


def test_keys_tell_of_each_algorithm():
    text = read("keys.md")

    assert f"Argon2id, {Argon2idHasher.memory_cost // 1024} MiB" in text
    assert "`SECRET_KEY_FALLBACKS`" in text
    assert real.PASSWORD_HASHERS[0] == "accounts.hashers.Argon2idHasher"


def test_logs_name_every_event():
    code = " ".join(
        path.read_text(encoding="utf-8")
        for app in ("accounts", "roadmap", "career", "config")
        for path in (FOLDER.parent / app).rglob("*.py")
    )
    events = set(re.findall(r'"event": "(\w+)"|\btell\("(\w+)"', code))
    named = {first or second for first, second in events}
    text = (FOLDER / "logs.md").read_text(encoding="utf-8")

    assert len(named) >= 8
    assert {event for event in named if f"`{event}`" not in text} == set()


@pytest.mark.parametrize(("name", "rows"), [("faults.md", 44), ("lost-progress.md", 16)])
def test_each_test_that_is_named_is_there(name: str, rows: int):
    known = {
        found
        for path in (FOLDER.parent / "tests").rglob("test_*.py")
        for found in re.findall(r"^(?:async )?def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    lines = [
        line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.startswith("|")
    ][2:]

    assert len(lines) == rows
    for line in lines:
        named = re.findall(r"`(test_\w+)`", line)
        assert named or re.search(r"not (?:tried|run here)|in part", line), line
        assert set(named) <= known, set(named) - known
