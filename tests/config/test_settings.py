"""Settings from the environment, as a production server reads them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BASE = Path(__file__).resolve().parent.parent.parent
KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
PRODUCTION = {
    "ALLOWED_HOSTS": "milepost.example",
    "HTTPS": "on",
    "TRUSTED_PROXY_COUNT": "1",
    "SECRET_KEY": KEY,
    "EMAIL_URL": "submission://robot:secret@mail.example:587",
}
READ = (
    "import json, config.settings as s;"
    "name = lambda value: getattr(value, '__qualname__', str(value));"
    "print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=name))"
)


def python(tmp_path, *arguments, **environment):
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=BASE,
        env={**known, "VAR_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
    )


def read(tmp_path, **environment):
    result = python(tmp_path, "-c", READ, **environment)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_the_defaults_suit_one_learner_on_one_machine(tmp_path):
    found = read(tmp_path)
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert found["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "milepost.sqlite3")
    assert (found["BIND"], found["PORT"], found["WORKERS"], found["THREADS"]) == ("127.0.0.1", 8000, 1, 2)
    assert found["SECRET_KEY"] == (tmp_path / "secret_key").read_text()
    assert found["CACHES"]["default"]["BACKEND"].endswith("DatabaseCache")
    assert found["SESSION_COOKIE_SECURE"] is False


def test_an_empty_variable_counts_as_unset(tmp_path):
    names = (
        "DEBUG",
        "PORT",
        "DATABASE_URL",
        "CACHE_URL",
        "EMAIL_URL",
        "ALLOWED_HOSTS",
        "SECRET_KEY",
        "THREADS",
    )
    assert read(tmp_path, **dict.fromkeys(names, "")) == read(tmp_path)


def test_a_folder_with_odd_characters_will_do(tmp_path):
    folder = tmp_path / "a b#c?d%20é"
    found = read(tmp_path, VAR_DIR=str(folder))
    assert found["DATABASES"]["default"]["NAME"] == str(folder / "milepost.sqlite3")


def test_behind_https_cookies_are_bound_to_it(tmp_path):
    found = read(tmp_path, **PRODUCTION)
    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert (
        found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is found["SECURE_SSL_REDIRECT"] is True
    )
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_without_a_trusted_proxy_nobody_may_claim_https(tmp_path):
    assert "SECURE_PROXY_SSL_HEADER" not in read(tmp_path, HTTPS="on")


def test_postgres_is_asked_to_wait_for_locks_as_long_as_sqlite(tmp_path):
    found = read(tmp_path, DATABASE_URL="postgres://u:p@db.example/milepost?sslmode=verify-full")
    assert found["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True
    assert found["DATABASES"]["default"]["OPTIONS"] == {
        "connect_timeout": 5,
        "options": "-c lock_timeout=10s",
        "sslmode": "verify-full",
    }


def test_a_shared_cache_also_keeps_the_sessions(tmp_path):
    found = read(tmp_path, CACHE_URL="redis://cache.example:6379/1")
    assert found["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert found["SESSION_ENGINE"] == "accounts.sessions.cached"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "lots"),
        ("PORT", "70000"),
        ("THREADS", "0"),
        ("HTTPS", "perhaps"),
        ("DATABASE_URL", "milepost"),
    ],
)
def test_a_value_that_makes_no_sense_is_named_in_a_sentence(tmp_path, name, value):
    result = python(tmp_path, "manage.py", "check", **{name: value})
    assert result.returncode == 1
    assert name in result.stderr
    assert "Traceback" not in result.stderr


def test_every_problem_is_named_at_once(tmp_path):
    result = python(tmp_path, "manage.py", "check", PORT="lots", THREADS="none")
    assert "PORT" in result.stderr
    assert "THREADS" in result.stderr


def test_djangos_deployment_checks_find_nothing_in_production(tmp_path):
    result = python(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr


def test_djangos_deployment_checks_would_find_something(tmp_path):
    result = python(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", DEBUG="on")
    assert result.returncode == 1
    assert "security.W018" in result.stderr
