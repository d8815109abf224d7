"""The gate in front of the program: few inside at a time, bodies complete, connections at the desks."""

import io
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from config.gate import Gate

LIMIT = 100


class Door:
    """Calls the gate as the server does, and keeps what the program saw."""

    def __init__(self, application, *, desks=2):
        self.gate = Gate(application, desks=desks, longest_body=LIMIT)
        self.statuses = []

    def call(self, body=b"", **environ):
        stream = {"wsgi.input": io.BytesIO(body)}
        chunks = self.gate({**stream, **environ}, lambda status, headers: self.statuses.append(status))
        return b"".join(chunks)


def echo(environ, start_response):
    start_response("200 OK", [])
    return [environ["wsgi.input"].read(), b"|", environ.get("CONTENT_LENGTH", "").encode()]


@pytest.fixture(autouse=True)
def thread_has_its_connections_back():
    """The gate gives this thread a desk's connections; the tests that follow want their own."""
    own = {alias: connections[alias] for alias in connections}
    yield
    for alias, connection in own.items():
        connections[alias] = connection


def test_a_body_arrives_whole():
    assert Door(echo).call(b"x" * 50, CONTENT_LENGTH="50") == b"x" * 50 + b"|50"
    assert Door(echo).call() == b"|"


@pytest.mark.asvs("4.2.1")
def test_a_body_in_chunks_gets_its_length():
    assert Door(echo).call(b"x" * 50, HTTP_TRANSFER_ENCODING="chunked") == b"x" * 50 + b"|50"


def test_a_body_over_the_limit_is_left_to_be_refused():
    assert Door(echo).call(b"x" * 500, CONTENT_LENGTH="500") == b"|500"
    assert Door(echo).call(b"x" * 500, HTTP_TRANSFER_ENCODING="chunked").endswith(b"|101")


@pytest.mark.asvs("4.2.1")
def test_half_a_body_never_reaches_the_program():
    door = Door(lambda environ, start_response: pytest.fail("half a form was taken for the whole"))
    assert b"ended before" in door.call(b"x" * 20, CONTENT_LENGTH="50")
    assert door.statuses == ["400 Bad Request"]


def test_no_more_inside_than_there_are_desks():
    inside, most, lock = 0, 0, threading.Lock()

    def count(environ, start_response):
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with lock:
            inside -= 1
        return [b"ok"]

    door = Door(count, desks=3)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: door.call(), range(60)))
    assert answers == [b"ok"] * 60
    assert most == 3


def test_who_waits_longest_comes_first():
    order, release = [], threading.Event()

    def note(environ, start_response):
        order.append(environ["name"])
        release.wait(5)
        return []

    door = Door(note, desks=1)
    threads = []
    for name in range(8):
        threads.append(threading.Thread(target=door.call, kwargs={"name": name}))
        threads[-1].start()
        time.sleep(0.05)
    release.set()
    for thread in threads:
        thread.join(5)
    assert order == list(range(8))


def test_a_sender_who_dawdles_occupies_no_desk():
    class Dawdler(io.BytesIO):
        def read(self, size=-1):
            arrived.wait(5)
            return b"x" * 10

    arrived = threading.Event()
    door = Door(lambda environ, start_response: [b"ok"], desks=1)
    slow = threading.Thread(
        target=lambda: b"".join(
            door.gate({"wsgi.input": Dawdler(), "CONTENT_LENGTH": "10"}, lambda status, headers: None)
        )
    )
    slow.start()
    assert door.call() == b"ok"
    arrived.set()
    slow.join(5)


def test_a_desk_is_free_again_after_a_failure():
    def fail(environ, start_response):
        raise KeyError("x")

    door = Door(fail, desks=1)
    for _ in range(3):
        with pytest.raises(KeyError):
            door.call()


def test_the_answer_is_closed_before_the_desk_is_left():
    events = []

    class Answer:
        def __iter__(self):
            return iter([b"a", b"b"])

        def close(self):
            events.append("closed")

    door = Door(lambda environ, start_response: Answer())
    assert door.call() == b"ab"
    assert events == ["closed"]


def test_connections_belong_to_the_desks_whichever_thread_comes():
    seen = []

    def look(environ, start_response):
        seen.append((threading.get_ident(), id(connections["default"])))
        time.sleep(0.01)
        return []

    door = Door(look, desks=2)
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda _: door.call(), range(60)))
    assert len({thread for thread, _ in seen}) > 2
    assert len({connection for _, connection in seen}) == 2
