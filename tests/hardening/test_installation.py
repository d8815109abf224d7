"""What is served, logged and installed."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

ROOT = Path(settings.BASE_DIR)
HIDDEN = [
    *("/.git/config", "/.git/HEAD", "/.env", "/.hg/", "/.svn/entries", "/uv.lock", "/pyproject.toml"),
    *("/manage.py", "/config/settings.py", "/var/milepost.sqlite3", "/milepost.sqlite3", "/secret_key"),
    *("/backup.sql", "/db.sqlite3", "/server-status", "/debug/", "/__debug__/", "/metrics", "/phpinfo.php"),
    *("/static/", "/static/css/", "/static/js/", "/media/", "/static/../config/settings.py"),
    *("/static/%2e%2e/config/settings.py", "/static/..%2fmanage.py", "/api/docs/../../.env"),
]


@pytest.mark.asvs("13.4.1", "13.4.3", "13.4.5")
@pytest.mark.parametrize("path", HIDDEN)
def test_what_is_no_page_is_not_there(db: None, path: str):
    answer = Client(raise_request_exception=False).get(path)

    assert answer.status_code == 404
    assert b"SECRET_KEY" not in answer.content


@pytest.mark.asvs("16.2.3")
def test_logs_go_to_standard_output_and_nowhere_else():
    handlers: dict[str, Any] = settings.LOGGING["handlers"]

    assert {handler["class"] for handler in handlers.values()} == {"logging.StreamHandler"}
    assert {handler["stream"] for handler in handlers.values()} == {"ext://sys.stdout"}


@pytest.mark.asvs("15.1.2")
def test_every_part_is_listed_with_its_source_and_hash():
    packages = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    others = [package for package in packages if package["name"] != "milepost"]

    assert len(others) > 50
    for package in others:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert package["version"]
        assert files, package["name"]
        assert all(file["hash"].startswith("sha256:") for file in files), package["name"]


@pytest.mark.asvs("15.2.3")
def test_what_is_run_has_no_tools_of_developers():
    makefile = (ROOT / "Makefile").read_text()
    parts = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = {re.split(r"[\[~><=]", line)[0] for line in parts["project"]["dependencies"]}

    assert "sync --quiet --locked --no-dev" in makefile
    assert not needed & {"pytest", "hypothesis", "django-debug-toolbar", "ipython", "schemathesis"}
    assert not any("debug_toolbar" in app or app.startswith("tests") for app in settings.INSTALLED_APPS)


@pytest.mark.asvs("13.3.1", "13.2.3")
def test_no_key_or_password_is_in_the_repository():
    key = re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[bap]-[0-9]{8}"
        r"|(?i:secret_key|api_key|password)\s*=\s*[\"'][A-Za-z0-9+/=_-]{24,}[\"']"
    )
    assert key.search("-----BEGIN RSA PRIVATE KEY")
    assert key.search("SECRET_KEY = 'django-insecure-abcdefghijklmnop'")
    found = [
        path.relative_to(ROOT).as_posix()
        for folder in ("accounts", "career", "config", "roadmap", "templates", "docs", "fixtures")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in (".py", ".html", ".md", ".yaml", ".toml", ".json", ".txt")
        if key.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.asvs("13.2.1")
def test_the_database_and_mail_have_accounts_of_their_own():
    readme = (ROOT / "README.md").read_text()

    assert "postgres://milepost:password@" in readme
    assert "submission://user:password@" in readme
