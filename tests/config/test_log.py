"""Log lines: JSON, one line each, and nothing that somebody typed."""

import json
import logging
from io import StringIO

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client

from config import request_id
from config.log import JsonFormatter

TYPED = "alice@example.org wrote: secret note"


def line(message="", *arguments, error=None, **extra):
    try:
        if error:
            raise error
        info = None
    except Exception as caught:
        info = (type(caught), caught, caught.__traceback__)
    record = logging.LogRecord("milepost.test", logging.ERROR, "x.py", 1, message, arguments, info)
    record.__dict__.update(extra)
    text = JsonFormatter().format(record)
    assert "\n" not in text
    return json.loads(text)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "\x1b[31mred", "\u2028", "\u0000", '"},{"'])
def test_one_event_is_one_line(text):
    assert line("%s", text)["message"] == text


def test_it_names_the_request():
    request_id.current.set("0123456789ab")
    found = line("hello")
    assert found["request"] == "0123456789ab"
    assert found["level"] == "error"
    assert found["at"].endswith("+00:00")


@pytest.mark.asvs("16.2.5", "16.3.4")
def test_an_error_tells_where_but_not_what_was_typed():
    found = line("failed", error=IntegrityError(f"Key (email)=({TYPED}) already exists."))
    assert found["exception"] == "IntegrityError"
    assert "test_log.py" in found["traceback"][0]
    assert "secret" not in json.dumps(found)


def test_trouble_with_the_machine_is_told_in_full():
    assert line(error=OperationalError("database is locked"))["reason"] == "database is locked"


@pytest.mark.urls("tests.config.pages")
@pytest.mark.asvs("16.3.4", "16.5.1")
def test_a_broken_page_leaves_its_number_and_route_but_no_personal_text():
    handler = logging.StreamHandler(stream := StringIO())
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        visitor = Client(raise_request_exception=False)
        answer = visitor.get("/test/broken/?token=secret", headers={"User-Agent": TYPED})
    finally:
        logger.removeHandler(handler)
    (found,) = map(json.loads, stream.getvalue().splitlines())
    assert found["request"] == answer.headers["X-Request-ID"]
    assert found["route"] == "test/broken/"
    assert found["status"] == 500
    assert found["exception"] == "KeyError"
    assert "secret" not in stream.getvalue()
    assert "alice" not in stream.getvalue()
