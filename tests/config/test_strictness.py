"""What others could read or guess keeps the server from starting, with the remedy in a sentence."""

from pathlib import Path
from typing import Any

import pytest

from config.strictness import Refused, is_here, refuse_what_is_unsafe
from tests.config import installation

KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture(autouse=True)
def strict(settings: Any, tmp_path: Path) -> None:
    settings.SECRET_KEY, settings.VAR_DIR = KEY, tmp_path
    settings.UNENCRYPTED_NETWORK = False


def problem() -> str:
    try:
        refuse_what_is_unsafe()
    except Refused as refused:
        return str(refused)
    return ""


def use_database(settings: Any, host: str, **options: str) -> None:
    settings.DATABASES = {
        "default": {"ENGINE": "django.db.backends.postgresql", "HOST": host, "OPTIONS": options}
    }


@pytest.mark.asvs("13.3.1")
@pytest.mark.parametrize(
    "key", ["short", "x" * 60, "django-insecure-" + KEY, "changeme" + KEY, "ababababab" * 6]
)
def test_a_key_that_can_be_guessed_is_refused(settings: Any, key: str):
    assert problem() == ""
    settings.SECRET_KEY = key
    assert problem().startswith("SECRET_KEY is too weak")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = KEY, [key]
    assert problem().startswith("SECRET_KEY_FALLBACKS is too weak")
    settings.DEBUG = True
    assert problem() == ""


@pytest.mark.asvs("13.3.2")
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path):
    file = tmp_path / "secret_key"
    file.write_text(KEY)
    file.chmod(0o640)
    assert problem() == f"Others on this machine can read {file}: chmod 600 {file}"
    file.chmod(0o600)
    assert problem() == ""


@pytest.mark.asvs("12.3.1", "12.3.2", "12.3.3")
@pytest.mark.parametrize(
    "options", [{}, {"sslmode": "disable"}, {"sslmode": "require"}, {"sslmode": "verify-ca"}]
)
def test_a_database_elsewhere_has_to_prove_who_it_is(settings: Any, options: dict[str, str]):
    use_database(settings, "db.example", **options)
    assert "sslmode=verify-full" in problem()
    settings.UNENCRYPTED_NETWORK = True
    assert problem() == ""


@pytest.mark.asvs("12.3.2")
@pytest.mark.parametrize(
    ("host", "options"),
    [
        ("db.example", {"sslmode": "verify-full"}),
        ("", {}),
        ("/var/run/postgresql", {}),
        ("localhost", {}),
        ("127.0.0.1", {}),
        ("::1", {}),
    ],
)
def test_a_verified_one_and_one_on_this_machine_will_do(settings: Any, host: str, options: dict[str, str]):
    use_database(settings, host, **options)
    assert problem() == ""


@pytest.mark.asvs("12.3.1", "12.3.3")
@pytest.mark.parametrize(
    ("host", "tls", "ssl", "said"),
    [
        ("mail.example", False, False, True),
        ("mail.example", True, False, False),
        ("mail.example", False, True, False),
        ("127.0.0.1", False, False, False),
    ],
)
def test_mail_goes_out_encrypted(settings: Any, host: str, tls: bool, ssl: bool, said: bool):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = host, tls, ssl
    assert ("plain text" in problem()) is said


@pytest.mark.asvs("12.3.1")
@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("redis://cache.example:6379/1", True),
        ("rediss://cache.example:6379/1", False),
        ("redis://127.0.0.1:6379/1", False),
        ("cache", False),
    ],
)
def test_sessions_in_a_cache_elsewhere_travel_encrypted(settings: Any, location: str, said: bool):
    settings.CACHES = {"default": {"BACKEND": "x", "LOCATION": location}}
    assert ("rediss://" in problem()) is said


@pytest.mark.parametrize(
    "host", ["10.0.0.5", "db", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0"]
)
def test_only_this_machine_is_here(host: str):
    assert not is_here(host)


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.asvs("13.3.1", "12.3.2")
def test_the_server_does_not_start(tmp_path: Path):
    here = installation.new(tmp_path / "var")
    here.environment |= {"SECRET_KEY": "changeme", "DATABASE_URL": "postgres://u:p@db.example/milepost"}
    result = here.manage("serve")
    assert result.returncode == 1
    assert "SECRET_KEY is too weak" in result.stderr
    assert "sslmode=verify-full" in result.stderr
    assert "Traceback" not in result.stderr
