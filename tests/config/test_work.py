"""What takes too long for a page is done beside the server, which starts and ends the process for it."""

import datetime
import os
import signal
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts import due, exports
from accounts.models import DataExport
from config.management.commands.work import Work
from tests.config import installation
from tests.factories import make_user

WORKER = "django_tasks_db.management.commands.db_worker"


@pytest.fixture(autouse=True)
def connection_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's transaction would be closed with its connection."""
    for module in ("accounts.due", "config.management.commands.work", WORKER):
        monkeypatch.setattr(f"{module}.close_old_connections", lambda: None)


@pytest.fixture
def waiting(db: None, settings, tmp_path: Path) -> DataExport:
    """An export that waits in the queue."""
    settings.VAR_DIR = tmp_path
    now = timezone.now()
    row = DataExport.objects.create(
        user=make_user(), session="0" * 64, file=DataExport.new_name(), expires_at=now + DataExport.KEPT
    )
    exports.make_later.enqueue(str(row.pk))
    return row


def test_it_makes_what_waits_in_the_queue(waiting: DataExport):
    call_command("work", "--once")

    waiting.refresh_from_db()
    assert waiting.is_ready
    assert waiting.path.stat().st_size == waiting.size
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_what_fails_is_noted_and_the_rest_goes_on(waiting: DataExport, monkeypatch: pytest.MonkeyPatch):
    make = exports.make

    def full(row: DataExport) -> bool:
        monkeypatch.setattr(exports, "make", make)
        DataExport.objects.filter(pk=row.pk).update(state="failed")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exports, "make", full)
    exports.make_later.enqueue("00000000-0000-4000-8000-000000000000")  # dropped meanwhile
    call_command("work", "--once")

    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]


def test_what_is_due_is_done_once_a_minute(db: None, monkeypatch: pytest.MonkeyPatch):
    seen: list[datetime.datetime] = []

    def look(now: datetime.datetime) -> int:
        seen.append(now)
        return 1

    monkeypatch.setattr(due, "jobs", {"look": look})
    work, now = Work(), timezone.now()
    for seconds in (0, 1, 30, 59, 60, 61, 125):
        work.turn(now + datetime.timedelta(seconds=seconds))

    assert [(each - now).seconds for each in seen] == [0, 60, 125]


def test_what_was_done_is_forgotten_after_a_day(waiting: DataExport):
    call_command("work", "--once")
    Work().turn(timezone.now() + datetime.timedelta(days=1, minutes=1))

    assert not DBTaskResult.objects.exists()


def _workers(server: installation.Server) -> list[int]:
    children = Path(f"/proc/{server.process.pid}/task")
    pids = [pid for task in children.iterdir() for pid in (task / "children").read_text().split()]
    return [int(pid) for pid in pids if b"manage.py\0work" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _one(server: installation.Server) -> int:
    deadline = time.monotonic() + 30
    while not (found := _workers(server)):
        assert time.monotonic() < deadline, server.log()
        time.sleep(0.1)
    return found[0]


def _ends(process: int) -> bool:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if not Path(f"/proc/{process}").exists():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.once
def test_the_server_starts_it_brings_it_back_and_takes_it_along(tmp_path):
    here = installation.new(tmp_path / "var", JOBS="on")
    with here.served() as server:
        first = _one(server)
        os.kill(first, signal.SIGKILL)
        assert _ends(first)
        second = _one(server)
        assert second != first
        server.interrupt()
        assert server.process.wait(20) == 0
        assert _ends(second)
    assert "Traceback" not in server.log()


@pytest.mark.slow
@pytest.mark.once
def test_it_never_outlives_a_server_that_was_killed(tmp_path):
    here = installation.new(tmp_path / "var", JOBS="on")
    with here.served() as server:
        process = _one(server)
        time.sleep(4)  # it loads for a moment before it looks after its parent
        os.kill(server.process.pid, signal.SIGKILL)
        assert _ends(process)


@pytest.mark.slow
@pytest.mark.once
def test_with_jobs_off_there_is_none(tmp_path):
    here = installation.new(tmp_path / "var", JOBS="off")
    with here.served() as server:
        time.sleep(2)
        assert _workers(server) == []
