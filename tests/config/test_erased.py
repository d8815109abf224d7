"""Who deleted their account stays deleted, whatever backup is restored."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.config import installation
from tests.config.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.once]

ERASE = "from accounts import erasure; from accounts.models import User; erasure.erase(User.objects.get().pk)"
HALF = (
    "from accounts import erasure; erasure.finish = lambda user_id: None; from accounts.models import User; "
)
HALF += "erasure.erase(User.objects.get().pk)"


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return installation.new(tmp_path / "var")


def people(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT email FROM accounts_user")]


@pytest.mark.parametrize("code", [ERASE, HALF], ids=["finished", "killed-after-the-commit"])
def test_an_old_backup_does_not_bring_her_back(here: Installation, tmp_path: Path, code: str):
    backup = tmp_path / "backup.sqlite3"
    assert here.manage("backup", backup).returncode == 0
    assert here.manage("shell", "--no-imports", "--command", code).returncode == 0
    assert people(here.database) == []

    result = here.manage("restore", backup)

    assert result.returncode == 0, result.stderr
    assert people(here.database) == []
    assert "1 of its accounts had been deleted since, and are again." in result.stdout
    assert people(backup) == [installation.EMAIL], "the backup itself is as it was"


def test_a_backup_of_before_this_version_is_brought_up_to_date_first(here: Installation, tmp_path: Path):
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(here.database, backup)
    before = Installation(here.var, DATABASE_URL=f"sqlite:///{backup}")
    assert before.manage("migrate", "accounts", "0001").returncode == 0
    assert here.manage("shell", "--no-imports", "--command", ERASE).returncode == 0

    result = here.manage("restore", backup)

    assert result.returncode == 0, result.stderr
    assert people(here.database) == []


def test_the_start_sees_to_it_too(here: Installation, tmp_path: Path):
    """For whoever puts a backup in place with other tools."""
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(here.database, backup)
    assert here.manage("shell", "--no-imports", "--command", ERASE).returncode == 0
    shutil.copy(backup, here.database)
    assert people(here.database) == [installation.EMAIL]

    assert here.manage("shell", "--no-imports", "--command", installation.PREPARE).returncode == 0

    assert people(here.database) == []


def test_others_come_back_with_their_backup(here: Installation, tmp_path: Path):
    backup = tmp_path / "backup.sqlite3"
    assert here.manage("backup", backup).returncode == 0

    result = here.manage("restore", backup)

    assert people(here.database) == [installation.EMAIL]
    assert "deleted" not in result.stdout
