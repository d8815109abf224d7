"""The SQLite file is served only when it is whole and set so that nothing is lost."""

import sqlite3
import time

import pytest
from django.db import connection

from config import sqlite as guard
from tests.config import installation

pytestmark = pytest.mark.once


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "milepost.sqlite3"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE words (word TEXT)")
    database.executemany("INSERT INTO words VALUES (?)", [("x" * 500,)] * 400)
    database.commit()
    database.close()
    return path


def spoil(path, pages=4):
    """Overwrite `pages` pages in the middle of the file with noise."""
    with path.open("r+b") as data:
        data.seek(path.stat().st_size // 2 // 4096 * 4096)
        data.write(b"\xa5" * 4096 * pages)


def test_a_whole_file_has_no_damage(file):
    assert guard.damage(file) == ""


def test_noise_in_a_few_pages_is_seen(file):
    spoil(file)
    assert guard.damage(file)


def test_another_file_is_no_database(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("This is a text. " * 100)
    assert "not a database" in guard.damage(path)


@pytest.mark.django_db
def test_a_real_connection_keeps_the_promises(settings):
    if guard.is_used():
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"]
        guard.assert_safe()


@pytest.mark.slow
class TestStart:
    @pytest.fixture
    def here(self, tmp_path):
        return installation.new(tmp_path / "var")

    def refused(self, here):
        result = here.manage("serve")
        assert result.returncode == 1
        assert "Traceback" not in result.stderr
        return result.stderr

    def test_a_damaged_database_is_not_served_and_not_touched(self, here):
        spoil(here.database, pages=20)
        before = here.database.read_bytes()
        words = self.refused(here)
        assert "damaged" in words
        assert "manage.py restore FILE" in words
        assert here.database.read_bytes() == before

    @pytest.mark.parametrize("emptied", [False, True])
    def test_a_database_that_vanished_is_not_replaced_by_an_empty_one(self, here, emptied):
        here.database.unlink()
        if emptied:
            here.database.touch()
        words = self.refused(here)
        assert "missing or empty, although it was here before" in words
        assert "manage.py restore FILE" in words
        assert not here.database.exists() or here.database.stat().st_size == 0

    def test_a_lost_log_of_a_stopped_server_is_survived(self, here):
        for ending in ("-wal", "-shm"):
            here.database.with_name(here.database.name + ending).unlink(missing_ok=True)
        with here.served(prepare=True):
            assert here.get("/healthz").status == 200

    def test_settings_that_break_the_promises_are_named(self, here, tmp_path):
        module = tmp_path / "careless.py"
        module.write_text(
            "from config.settings import *\n"
            "options = DATABASES['default']['OPTIONS']\n"
            "options['init_command'] = 'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL'\n"
        )
        here.environment |= {"DJANGO_SETTINGS_MODULE": "careless", "PYTHONPATH": str(tmp_path)}
        words = self.refused(here)
        assert "does not keep its promises" in words
        assert "'synchronous': 1" in words

    def test_a_full_disk_is_named(self, here):
        here.database.unlink()
        (here.var / "database.seen").unlink()
        result = here.manage("serve", longest_file=100_000)
        assert result.returncode == 1
        assert "The disk is full" in result.stderr
        assert "Traceback" not in result.stderr
        with here.served(prepare=True):
            assert here.get("/readyz").status == 200, "it starts once there is room"

    def test_a_first_start_that_was_killed_again_and_again_is_completed(self, here):
        here.database.unlink()
        (here.var / "database.seen").unlink()
        for seconds in (0.8, 1.6, 2.4):
            with here.served(prepare=True, wait=False) as server:
                time.sleep(seconds)
                server.kill()
        with here.served(prepare=True):
            assert here.get("/readyz").status == 200
