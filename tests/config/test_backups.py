"""A backup made while people work is complete, and the way back checks before it touches anything."""

import shutil
import sqlite3
import stat
import time

import pytest

from tests.bench.visitor import send
from tests.config import installation, traffic
from tests.config.installation import Installation
from tests.config.traffic import Traffic

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.fixture
def here(tmp_path) -> Installation:
    return installation.new(tmp_path / "var")


def test_a_backup_under_load_holds_all_that_was_acknowledged_before(here, tmp_path):
    slugs = traffic.slugs(here.database)
    target = tmp_path / "backups" / "now.sqlite3"
    with here.served():
        with Traffic(here, slugs) as ticks:
            while len(ticks.acknowledged) < 60:
                time.sleep(0.05)
            sent, before, tried = dict(ticks.sent), dict(ticks.acknowledged), dict(ticks.tried)
            result = here.manage("backup", target)
            at_rest = [slug for slug in before if tried[slug] == before[slug]]
            untouched = [slug for slug in at_rest if ticks.sent[slug] == sent.get(slug)]
        assert result.returncode == 0, result.stderr
        assert set(ticks.answers) == {200}
    assert traffic.integrity(target) == "ok"
    copied = traffic.saved(target)
    # What was ticked while the backup ran may be in it or not; what was acknowledged before must be.
    assert {slug for slug in before if slug not in copied} == set()
    assert {slug: copied[slug] for slug in untouched} == {slug: before[slug] for slug in untouched}
    assert stat.S_IMODE(target.stat().st_mode) == 0o600

    elsewhere = installation.new(tmp_path / "elsewhere")
    assert elsewhere.manage("restore", target).returncode == 0
    assert traffic.saved(elsewhere.database) == copied
    with elsewhere.served():
        assert send(elsewhere.port, elsewhere.visitor().get("/today/")).status == 200


def test_without_a_name_it_goes_to_the_folder_of_backups(here):
    result = here.manage("backup")
    assert result.returncode == 0
    (made,) = (here.var / "backups").iterdir()
    assert str(made) in result.stdout
    assert traffic.integrity(made) == "ok"


def test_no_backup_is_overwritten(here, tmp_path):
    target = tmp_path / "precious"
    target.write_text("precious")
    result = here.manage("backup", target)
    assert result.returncode == 1
    assert target.read_text() == "precious"


def test_no_backup_is_made_of_a_damaged_database(here, tmp_path):
    with here.database.open("r+b") as file:
        file.seek(here.database.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096 * 20)
    result = here.manage("backup", tmp_path / "backup")
    assert result.returncode == 1
    assert "No backup was made" in result.stderr
    assert not (tmp_path / "backup").exists()


def test_restoring_keeps_what_was_there(here, tmp_path):
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(here.database, backup)
    change(here.database, "UPDATE accounts_user SET display_name = 'later'")
    result = here.manage("restore", backup)
    assert result.returncode == 0
    assert names(here.database) == [""]
    (kept,) = here.var.glob("milepost.sqlite3.before-restore-*")
    assert str(kept) in result.stdout
    assert names(kept) == ["later"]


def test_a_vanished_database_comes_back(here, tmp_path):
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(here.database, backup)
    here.database.unlink()
    assert here.manage("restore", backup).returncode == 0
    with here.served():
        assert here.get("/healthz").status == 200


@pytest.mark.parametrize("kind", ["absent", "text", "empty", "other", "damaged", "newer"])
def test_an_unusable_file_changes_nothing(here, tmp_path, kind):
    backup = tmp_path / "backup.sqlite3"
    if kind == "text":
        backup.write_text("This is no database. " * 100)
    elif kind == "empty":
        backup.touch()
    elif kind == "other":
        change(backup, "CREATE TABLE words (word TEXT)")
    elif kind in ("damaged", "newer"):
        shutil.copy(here.database, backup)
    if kind == "damaged":
        data = bytearray(backup.read_bytes())
        data[len(data) // 2 : len(data) // 2 + 50_000] = b"\xa5" * 50_000
        backup.write_bytes(data)
    if kind == "newer":
        change(
            backup,
            "INSERT INTO django_migrations (app, name, applied) VALUES ('roadmap', '9999_x', '2030-01-01')",
        )
    before = here.database.read_bytes()
    result = here.manage("restore", backup)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert here.database.read_bytes() == before
    assert [path.name for path in here.var.glob("milepost.sqlite3?*")] == []


def test_nothing_is_swapped_under_a_running_server(here, tmp_path):
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(here.database, backup)
    with here.served():
        result = here.manage("restore", backup)
        assert result.returncode == 1
        assert "Milepost is running. Stop it first" in result.stderr
        assert here.get("/healthz").status == 200


def test_a_copy_of_the_file_would_have_lost_work(here, tmp_path):
    """Why there is a command: the log of a live database holds what its file does not."""
    with here.served():
        visitor = here.visitor()
        slug = traffic.slugs(here.database)[0]
        assert send(here.port, visitor.tick(slug, "done", "/roadmap/")).status == 200
        shutil.copy(here.database, tmp_path / "copy")
        here.manage("backup", tmp_path / "backup")
    assert traffic.saved(tmp_path / "copy").get(slug) is None
    assert traffic.saved(tmp_path / "backup")[slug] == "done"


def change(database, statement):
    connection = sqlite3.connect(database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def names(database):
    connection = sqlite3.connect(database)
    try:
        return [row[0] for row in connection.execute("SELECT display_name FROM accounts_user")]
    finally:
        connection.close()
