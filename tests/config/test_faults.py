"""The server killed, the database locked, the disk full: nothing acknowledged is lost, and it passes."""

import contextlib
import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.visitor import send
from tests.config import installation, traffic
from tests.config.installation import Installation, Server
from tests.config.traffic import Traffic

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.fixture
def here(tmp_path) -> Installation:
    return installation.new(tmp_path / "var")


def test_a_killed_server_loses_nothing_that_it_acknowledged(here):
    slugs = traffic.slugs(here.database)
    for seconds in (0.6, 1.1, 1.7):
        with here.served() as server, Traffic(here, slugs) as ticks:
            _until(lambda: len(ticks.answers) >= 20)
            time.sleep(seconds)
            server.kill()
        assert ticks.acknowledged
        assert set(ticks.answers) == {200}
        assert ticks.failures
        assert ticks.lost(traffic.saved(here.database)) == {}
        assert traffic.integrity(here.database) == "ok"


def test_a_lost_tick_would_be_seen(here):
    """The test above can fail: it sees a tick that is taken out of the file."""
    slugs = traffic.slugs(here.database)
    with here.served(), Traffic(here, slugs[:40]) as ticks:
        _until(lambda: len(ticks.acknowledged) >= 20)
    saved = traffic.saved(here.database)
    slug = next(slug for slug in ticks.acknowledged if saved.get(slug, "open") != "open")
    assert slug in ticks.lost({**saved, slug: "vanished"})


def test_a_locked_database_is_503_for_writers_and_open_to_readers(here):
    slug = traffic.slugs(here.database)[0]
    with here.served():
        visitor = here.visitor()
        assert send(here.port, visitor.get("/roadmap/")).status == 200
        other = sqlite3.connect(here.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            started = time.monotonic()
            refused = send(here.port, visitor.post(f"/skills/{slug}/state/", {"state": "done"}))
            waited = time.monotonic() - started
            assert send(here.port, visitor.get("/roadmap/")).status == 200
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert refused.status == 503
        assert 9 < waited < 13
        assert int(refused.headers["retry-after"]) > 0
        again = send(here.port, visitor.tick(slug, "done", "/roadmap/"))
        assert again.status == 200
    assert traffic.saved(here.database)[slug] == "done"


@pytest.mark.asvs("16.5.2", "16.5.3")
def test_a_full_disk_is_507_until_there_is_room(tmp_path):
    with _small_disk(tmp_path / "disk") as disk:
        here = installation.new(disk.folder / "var")
        slugs = traffic.slugs(here.database)
        with here.served() as server:
            visitor = here.visitor()
            assert send(here.port, visitor.tick(slugs[0], "done", "/roadmap/")).status == 200
            disk.fill(server)
            statuses = set()
            for slug in slugs[:60]:
                answer = send(here.port, visitor.tick(slug, "learning", "/roadmap/"))
                statuses.add(answer.status)
                if answer.status == 507:
                    break
            assert 507 in statuses
            assert statuses <= {200, 507}
            assert int(answer.headers["retry-after"]) > 0
            assert send(here.port, visitor.get("/roadmap/")).status == 200, "reading goes on"
            disk.empty(server)
            assert send(here.port, visitor.tick(slugs[1], "done", "/roadmap/")).status == 200
            assert here.get("/healthz").status == 200
        assert traffic.saved(here.database)[slugs[1]] == "done"
        assert traffic.integrity(here.database) == "ok"


class Tmpfs:
    """A file system of a few megabytes; only root can have one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.filler = folder / "filler"

    def fill(self, server: Server) -> None:
        with contextlib.suppress(OSError), self.filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)

    def empty(self, server: Server) -> None:
        self.filler.unlink()


class Limit:
    """A folder like any other, and processes that may not make a file any longer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, server: Server) -> None:
        longest = max(path.stat().st_size for path in (self.folder / "var").iterdir() if path.is_file())
        self._limit(server, longest + 4096)

    def empty(self, server: Server) -> None:
        self._limit(server, resource.RLIM_INFINITY)

    def _limit(self, server: Server, size: int) -> None:
        for process in server.workers():
            resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@contextmanager
def _small_disk(folder: Path) -> Iterator[Tmpfs | Limit]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(folder)]
    is_mounted = (
        os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0
    )
    try:
        yield Tmpfs(folder) if is_mounted else Limit(folder)
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)


def _until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)
