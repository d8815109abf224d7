"""`make run`: it starts, says where it is, holds what comes, and stops."""

import os
import signal
import socket
import statistics
import time
from collections.abc import Iterator

import pytest

from tests.bench.visitor import send
from tests.config import installation
from tests.config.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.fixture
def here(tmp_path) -> Installation:
    return installation.new(tmp_path / "var")


def test_it_serves_pages_with_their_static_files_and_stops_on_ctrl_c(here):
    with here.served(prepare=True) as server:
        assert f"Milepost is at http://127.0.0.1:{here.port}/" in server.log()
        assert here.get("/readyz").status == 200
        page = here.get("/")
        assert page.status == 200
        start = page.body.index(b"/static/css/tokens.")
        style = here.get(page.body[start : page.body.index(b'"', start)].decode())
        assert style.status == 200
        assert "immutable" in style.headers["cache-control"]
        started = time.monotonic()
        server.interrupt()
        assert server.process.wait(20) == 0
        assert time.monotonic() - started < 9, "a worker had to be killed"
    assert "Traceback" not in server.log()
    # It was prepared before: a second start repeats no work.
    assert "Brought the database up to date" not in server.log()
    assert "Collected" not in server.log()


def test_a_log_in_survives_a_restart(here):
    with here.served():
        visitor = here.visitor()
        assert send(here.port, visitor.get("/today/")).status == 200
    with here.served():
        assert send(here.port, visitor.get("/today/")).status == 200


def test_a_taken_port_is_named_with_the_way_out(here):
    with socket.socket() as other:
        other.bind(("127.0.0.1", here.port))
        other.listen()
        result = here.manage("serve")
    assert result.returncode == 1
    assert result.stderr.strip().count("\n") == 0
    assert f"Port {here.port} on 127.0.0.1 cannot be used" in result.stderr
    assert f"PORT={here.port + 1} make run" in result.stderr


def test_a_setting_that_makes_no_sense_is_named(here):
    here.environment["PORT"] = "lots"
    result = here.manage("serve")
    assert result.returncode == 1
    assert "PORT" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One that is served, for tests that leave it as it was."""
    here = installation.new(tmp_path_factory.mktemp("running"))
    with here.served():
        yield here


def test_300_slow_connections_do_not_stop_the_others(running):
    """A third sends headers slowly, a third a body, a third nothing."""
    beginnings = [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10000\r\n\r\nlogin=",
        b"",
    ]
    slow = []
    try:
        for number in range(300):
            connection = socket.create_connection(("127.0.0.1", running.port), timeout=10)
            connection.sendall(beginnings[number % 3])
            slow.append(connection)
        time.sleep(1)
        waits = []
        for number in range(30):
            for connection in slow[number::30]:
                if beginnings[slow.index(connection) % 3]:
                    connection.sendall(b"x")
            started = time.monotonic()
            assert running.get("/healthz").status == 200
            waits.append(time.monotonic() - started)
    finally:
        for connection in slow:
            connection.close()
    assert statistics.median(waits) < 0.5
    assert max(waits) < 1


def test_a_body_that_ends_early_is_not_taken_for_the_whole(running):
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf")
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(1000)
        assert not answer or b" 400 " in answer.splitlines()[0]
    assert running.get("/healthz").status == 200


def test_a_killed_worker_comes_back_and_an_orphan_gives_up(here):
    with here.served() as server:
        (worker,) = server.workers()
        os.kill(worker, signal.SIGKILL)
        assert _answers_within(here, 20)
        (worker,) = server.workers()
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait(5)
        assert _ends_within(worker, 15)


def _answers_within(here: Installation, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if here.get("/healthz").status == 200:
                return True
        except OSError:
            time.sleep(0.2)
    return False


def _ends_within(process: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.2)
    return False
